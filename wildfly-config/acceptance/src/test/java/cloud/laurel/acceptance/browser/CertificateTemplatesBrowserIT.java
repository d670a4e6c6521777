package cloud.laurel.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.SystemChromium;
import cloud.laurel.acceptance.fixture.TestServer;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bureau's templates and seals: samples, versions, what is refused and why. */
@ExtendWith(FailureReport.class)
class CertificateTemplatesBrowserIT {

  private static final String TEMPLATES = "/laurel/bureau/certificate-templates";
  private static final String SEAL = "/laurel/bureau/certificate-seal";

  private static TestServer server;
  private static SystemChromium chromium;

  private final List<Visitor> visitors = new ArrayList<>();

  @BeforeAll
  static void start() {
    server = TestServer.start("templates", Map.of());
    chromium = SystemChromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    server.close();
  }

  @AfterEach
  void leave() {
    visitors.forEach(Visitor::close);
  }

  private Visitor visitor(String language, ColorScheme scheme) {
    Visitor visitor = Visitor.of(server, chromium.browser(), language, scheme);
    visitors.add(visitor);
    return visitor;
  }

  @Test
  void aSampleIsShownForANameOfOnesOwnOrItIsSaidWhyNot() {
    Visitor officer = visitor("zh-CN", ColorScheme.LIGHT);
    Page page = officer.page();
    officer.signIn(TEMPLATES, "bureau");
    page.locator("#template").selectOption("-6");
    page.locator("#name").fill("㛃䶮龘·𬭩");
    page.locator("#look").click();
    String sample = page.locator("#sample").evaluate("image => image.src").toString();
    APIResponse picture = page.request().get(sample);
    assertThat(picture.headers()).containsEntry("content-type", "image/png");
    assertThat(picture.body().length).isBetween(50_000, 1_000_000);
    page.locator("#name").fill("ئابدۇ");
    page.locator("#look").click();
    assertThat(page.locator("#unprintable")).containsText("维吾尔文");
    assertThat(page.locator("#sample")).hasCount(0);
    officer.assertNoErrors();
  }

  @Test
  void aTemplateIsRefusedWithItsLineThenTakenThenUsedThenRetired() {
    Visitor officer = visitor("zh-CN", ColorScheme.LIGHT);
    Page page = officer.page();
    officer.signIn(TEMPLATES, "bureau");
    String source =
        page.request().get(server.http(TEMPLATES + "/source?template=-5").toString()).text();
    send(page, source.replace("<body>", "<body>\n<script>alert(1)</script>"));
    assertThat(page.locator("#problems")).containsText("行第");
    assertThat(page.locator("#problems")).containsText("“script”");
    assertThat(page.locator("#newName")).hasValue("本局竖版");
    officer.keep("templates-refused");
    send(page, source.replace("</body>", "<p>{{campaign}}</p>".repeat(40) + "</body>"));
    assertThat(page.locator("#problems")).containsText("印成了");
    send(page, source.replace("49pt", "46pt"));
    assertThat(page.locator("#done")).containsText("试印通过");
    page.locator("button[value=choose]").first().click();
    assertThat(page.locator("#done")).containsText("默认模板");
    assertThat(page.locator("tbody tr").first().locator(".badge")).hasText("默认使用");
    page.locator("tr:has-text('正式') button[value=choose]").click();
    page.locator("tr:has-text('本局竖版') button[value=retire]").click();
    assertThat(page.locator("tbody tr").first().locator(".badge")).hasText("已停用");
    officer.assertNoErrors();
  }

  private static void send(Page page, String source) {
    page.locator("#newName").fill("本局竖版");
    page.locator("#files")
        .setInputFiles(
            new FilePayload(
                "t.xhtml", "application/xhtml+xml", source.getBytes(StandardCharsets.UTF_8)));
    page.locator("#send").click();
  }

  @Test
  void thePrintersOffsetMovesTheTestPage() {
    Visitor officer = visitor("zh-CN", ColorScheme.LIGHT);
    Page page = officer.page();
    officer.signIn(TEMPLATES, "bureau");
    page.locator("#x").fill("1.5");
    page.locator("#y").fill("-0.5");
    page.locator("#keepOffset").click();
    assertThat(page.locator("#x")).hasValue("1.5");
    String crosses = page.locator("#crosses").evaluate("link => link.href").toString();
    assertThat(crosses).endsWith("x=1.5&y=-0.5");
    assertThat(page.request().get(crosses).headers())
        .containsEntry("content-type", "application/pdf");
  }

  @Test
  void aSealWaitsForASecondOfficer() {
    Visitor officer = visitor("zh-CN", ColorScheme.LIGHT);
    Page page = officer.page();
    officer.signIn(SEAL, "bureau");
    page.locator("#files").setInputFiles(png("章.svg", "<svg/>".getBytes(StandardCharsets.UTF_8)));
    page.locator("#send").click();
    assertThat(page.locator("#problem")).containsText("不是PNG图片");
    page.locator("#files").setInputFiles(png("章.png", ring(600)));
    page.locator("#send").click();
    assertThat(page.locator("#problem")).containsText("992像素");
    page.locator("#files").setInputFiles(png("章.png", ring(1000)));
    page.locator("#send").click();
    assertThat(page.locator("#done")).containsText("另一位工作人员");
    assertThat(page.locator(".seal-card")).containsText("由您上传");
    assertThat(page.locator("button[value=release]")).hasCount(0);
    officer.keep("seal-waiting");
    page.locator("button[value=retire]").first().click();
    assertThat(page.locator(".seal-card .badge").first()).hasText("已停用");
    officer.assertNoErrors();
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, LIGHT", "zh-CN, DARK", "en, LIGHT", "en, DARK"})
  void bothPagesAreAccessibleAndFitAPhone(String language, ColorScheme scheme) {
    Visitor officer = visitor(language, scheme);
    officer.signIn(TEMPLATES, "bureau");
    for (String path : List.of(TEMPLATES, SEAL)) {
      officer.open(path);
      officer.assertAccessible();
      officer.assertFitsPhone();
      officer.assertNoErrors();
      officer.keep(
          scheme.name().toLowerCase(Locale.ROOT)
              + path.replace("/laurel/bureau/", "-")
              + "-"
              + language);
    }
  }

  private static FilePayload png(String name, byte[] content) {
    return new FilePayload(name, "image/png", content);
  }

  /** A ring without words on transparent ground. */
  private static byte[] ring(int side) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.setStroke(new BasicStroke(24));
    graphics.drawOval(20, 20, side - 40, side - 40);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}

package cloud.laurel.acceptance.browser;

import static cloud.laurel.acceptance.fixture.IssuedCertificates.REVOKED;
import static cloud.laurel.acceptance.fixture.IssuedCertificates.RIGHT;
import static cloud.laurel.acceptance.fixture.IssuedCertificates.SCHOOL;
import static cloud.laurel.acceptance.fixture.IssuedCertificates.VALID;
import static cloud.laurel.acceptance.fixture.IssuedCertificates.WITHHELD;
import static cloud.laurel.acceptance.fixture.IssuedCertificates.WRONG;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.IssuedCertificates;
import cloud.laurel.acceptance.fixture.SystemChromium;
import cloud.laurel.acceptance.fixture.TestServer;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates as strangers and their holders see them in a browser. */
@ExtendWith(FailureReport.class)
class CertificateBrowserIT {

  private static final int PHONE = 390;
  private static final int TALL = 844;

  private static TestServer server;
  private static SystemChromium chromium;
  private static IssuedCertificates issued;
  private static int addresses;

  private final List<BrowserContext> contexts = new ArrayList<>();

  @BeforeAll
  static void start() {
    // so that each test can come from an address of its own: misses count by address
    server = TestServer.start("certificates", Map.of(), "-Dlaurel.proxied=true");
    chromium = SystemChromium.start();
    issued = IssuedCertificates.make(server);
  }

  @AfterAll
  static void stop() {
    chromium.close();
    server.close();
  }

  @AfterEach
  void leave() {
    contexts.forEach(BrowserContext::close);
  }

  private Page page(Browser.NewContextOptions options) {
    addresses++;
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                options
                    .setViewportSize(PHONE, TALL)
                    .setLocale("zh-CN")
                    .setExtraHTTPHeaders(Map.of("X-Forwarded-For", "198.51.100." + addresses)));
    contexts.add(context);
    Page page = context.newPage();
    FailureReport.watch(page);
    return page;
  }

  private Page phone() {
    return page(new Browser.NewContextOptions());
  }

  private static String http(String path) {
    return server.http("/laurel/" + path).toString();
  }

  private static String verify(String name) {
    return "verify/" + issued.code(name);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"zh-CN, LIGHT", "zh-CN, DARK", "en, LIGHT", "en, DARK"})
  void everyPageIsAccessibleAndFitsAPhone(String language, ColorScheme scheme) {
    try (Visitor stranger = Visitor.of(server, chromium.browser(), language, scheme)) {
      look(stranger, "", scheme, "home");
      look(stranger, verify(VALID), scheme, "valid");
      look(stranger, verify(SCHOOL), scheme, "school");
      look(stranger, verify(WRONG), scheme, "replaced");
      look(stranger, verify(REVOKED), scheme, "revoked");
      look(stranger, verify(WITHHELD), scheme, "withheld");
      look(stranger, "verify/file", scheme, "file");
      stranger.assertNoErrors();
      look(stranger, "verify/nothing", scheme, "missed");
    }
    try (Visitor winner = Visitor.of(server, chromium.browser(), language, scheme)) {
      winner.signIn("/laurel/my/certificates", "teacher1");
      look(winner, "my/certificates", scheme, "mine");
      winner.assertNoErrors();
    }
  }

  private static void look(Visitor visitor, String path, ColorScheme scheme, String name) {
    visitor.open("/laurel/" + path);
    assertThat(visitor.page().locator("main h1")).hasCount(1);
    visitor.assertAccessible();
    visitor.assertFitsPhone();
    visitor.keep(scheme.name().toLowerCase(Locale.ROOT) + "-certificate-" + name);
  }

  @Test
  void winnerIsFoundByNameAndSchoolWithTheKeyboardAlone() {
    Page page = phone();
    page.navigate(http(""));
    page.locator("#name").focus();
    page.keyboard().type(VALID);
    page.keyboard().press("Tab");
    page.keyboard().type(SCHOOL);
    page.keyboard().press("Enter");
    page.waitForURL("**/" + verify(VALID));
    assertThat(page.locator("#state")).hasAttribute("data-state", "VALID");
    assertThat(page.locator("#printed")).containsText(VALID);
    assertThat(page.locator("#demo")).containsText("演示证书");
    assertThat(page).hasTitle(Pattern.compile("^证书有效"));
    int width =
        ((Number) page.evaluate("document.getElementById('picture').naturalWidth")).intValue();
    assertThat(width).isEqualTo(1600);
    page.locator("#download").focus();
    assertThat(page.locator("#download")).isFocused();
  }

  @Test
  void everythingThatMattersWorksWithoutScripts() {
    Page page = page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page.navigate(http("verify"));
    page.locator("#name").fill("无此人");
    page.locator("#q").fill(SCHOOL);
    page.locator("#find").click();
    assertThat(page.locator("#missed")).containsText("未查询到相符的证书");
    assertThat(page.locator("#name")).hasValue("无此人");
    page.locator("#name").fill(VALID);
    page.locator("#find").click();
    page.waitForURL("**/" + verify(VALID));
    assertThat(page.locator("#copy")).isHidden();
    assertThat(page.locator("#address")).hasValue(Pattern.compile(".*/" + verify(VALID)));
    APIResponse pdf =
        page.request().get(server.http(page.locator("#download").getAttribute("href")).toString());
    assertThat(pdf.headers()).containsEntry("content-type", "application/pdf");
    page.locator("#files").setInputFiles(new FilePayload("a.pdf", "application/pdf", pdf.body()));
    page.locator("#checkFile").click();
    assertThat(page.locator("#verdict")).hasAttribute("data-kind", "GENUINE");
  }

  @Test
  void fileThatMatchesNeverLeavesTheBrowserAndOthersAreJudged() {
    Page page = phone();
    byte[] pdf = page.request().get(http("certificates/" + issued.code(VALID) + ".pdf")).body();
    List<String> sent = new ArrayList<>();
    page.onRequest(request -> sent.add(request.method()));
    page.navigate(http("verify"));
    page.locator("#files").setInputFiles(new FilePayload("a.pdf", "application/pdf", pdf));
    assertThat(page.locator("#verdict")).hasAttribute("data-kind", "GENUINE");
    assertThat(page.locator("#printed")).containsText(VALID);
    assertThat(sent).doesNotContain("POST");
    byte[] changed = pdf.clone();
    changed[changed.length / 2] ^= 1;
    page.locator("#files").setInputFiles(new FilePayload("a.pdf", "application/pdf", changed));
    assertThat(page.locator("#verdict")).hasAttribute("data-kind", "CHANGED");
    assertThat(sent).contains("POST");
    byte[] other = "%PDF-1.7 made elsewhere".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    page.locator("#files").setInputFiles(new FilePayload("b.pdf", "application/pdf", other));
    assertThat(page.locator("#verdict")).hasAttribute("data-kind", "NOT_OURS");
  }

  @Test
  void fileIsTakenWhenItIsDropped() {
    Page page = phone();
    page.navigate(http(verify(VALID)));
    page.evaluate(
        "async address => { const file = new File([await (await fetch(address)).blob()], 'a.pdf',"
            + " { type: 'application/pdf' }); const data = new DataTransfer();"
            + " data.items.add(file); document.getElementById('drop').dispatchEvent(new"
            + " DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })); }",
        "/laurel/certificates/" + issued.code(VALID) + ".pdf");
    assertThat(page.locator("#verdict")).hasAttribute("data-kind", "GENUINE");
  }

  @Test
  void insideWeChatThePictureComesFirstAndTheWayOutIsTold() {
    Page page =
        page(
            new Browser.NewContextOptions()
                .setUserAgent("Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.50"));
    page.navigate(http(verify(VALID)));
    assertThat(page.locator("#wechat")).containsText("在浏览器打开");
    assertThat(page.locator("figcaption")).hasText("长按图片保存");
    page.locator("#wechat summary").click();
    assertThat(page.locator("#wechat p")).isHidden();
    Page other = phone();
    other.navigate(http(verify(VALID)));
    assertThat(other.locator("#wechat")).hasCount(0);
  }

  @Test
  void linkIsCopied() {
    Page page = phone();
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    page.navigate(http(verify(VALID)));
    page.locator("#copy").click();
    assertThat(page.locator("#copied")).hasText("链接已复制");
    assertThat((String) page.evaluate("navigator.clipboard.readText()"))
        .endsWith("/" + verify(VALID));
  }

  @Test
  void whatNoLongerCountsSaysSoAndShowsNeitherPictureNorFile() {
    Page page = phone();
    page.navigate(http(verify(REVOKED)));
    assertThat(page.locator("h1")).hasText("已撤销");
    assertThat(page.locator("#change")).containsText("材料不实");
    assertThat(page.locator("#picture")).hasCount(0);
    assertThat(page.locator("#download")).hasCount(0);
    assertThat(page.locator("main")).not().containsText(REVOKED);
    page.navigate(http(verify(WRONG)));
    assertThat(page.locator("h1")).hasText("已换发，请以新证书为准");
    assertThat(page.locator("#download")).hasCount(0);
    page.locator("#successor").click();
    page.waitForURL("**/" + verify(RIGHT));
    assertThat(page.locator("#printed")).containsText(RIGHT);
  }

  @Test
  void chosenLanguageKeepsThePage() {
    Page page = phone();
    page.navigate(http(verify(VALID)));
    page.locator("button[value=en]").click();
    page.waitForURL("**/" + verify(VALID));
    assertThat(page.locator("h1")).containsText("Valid");
  }

  @Test
  void paperGetsTheTextAndTheHintToPrintThePdf() {
    Page page = phone();
    page.navigate(http(verify(VALID)));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("#picture")).isHidden();
    assertThat(page.locator(".only-print")).isVisible();
    // whether it counts is the first thing that paper has to say
    assertThat(page.locator("#state")).isVisible();
    assertThat(page.locator("#printed")).isVisible();
  }

  @Test
  void winnerSeesHowOftenTheCertificateWasLookedAt() {
    Page stranger = phone();
    stranger.navigate(http(verify(VALID)));
    stranger.reload();
    try (Visitor winner = Visitor.of(server, chromium.browser(), "zh-CN", ColorScheme.LIGHT)) {
      winner.signIn("/laurel/my/certificates", "teacher1");
      assertThat(winner.page().locator(".own-certificate")).hasCount(1);
      assertThat(winner.page().locator(".own-certificate .seen")).containsText("共被查看");
      winner.page().locator(".own-certificate .button").click();
      winner.page().waitForURL("**/" + verify(VALID));
    }
  }
}

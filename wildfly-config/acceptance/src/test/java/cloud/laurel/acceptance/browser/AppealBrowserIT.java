package cloud.laurel.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.Answer;
import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.SystemChromium;
import cloud.laurel.acceptance.fixture.TestAction;
import cloud.laurel.acceptance.fixture.TestCampaigns;
import cloud.laurel.acceptance.fixture.TestRosters;
import cloud.laurel.acceptance.fixture.TestServer;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
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

/** The way of an appeal, from a line of the ledger to the points and the notice. */
@ExtendWith(FailureReport.class)
class AppealBrowserIT {

  private static final String CAMPAIGN = "appeal";

  private static TestServer server;
  private static SystemChromium chromium;
  private static String other;

  private final List<Visitor> visitors = new ArrayList<>();

  /** Each teacher has done something that no indicator takes; the second's is contested already. */
  @BeforeAll
  static void start() throws IOException {
    server = TestServer.start("appeal", Map.of());
    chromium = SystemChromium.start();
    TestRosters.demoSchool().post(server, "2026-01-01");
    TestCampaigns.postRunning(server, CAMPAIGN);
    String now = "" + Instant.now();
    Answer answer =
        server
            .api()
            .post(
                "platform",
                "actions",
                TestAction.body(
                    List.of(
                        TestAction.of("ap-1", "lesson.shared", "T-000001", now),
                        TestAction.of("ap-2", "lesson.shared", "T-000002", now))));
    assertThat(answer.status()).isEqualTo(202);
    server.awaitSettled(CAMPAIGN);
    Visitor second = Visitor.of(server, chromium.browser(), "zh-CN", ColorScheme.LIGHT);
    second.signIn("/laurel/my/ledger", "teacher2");
    second.page().locator("#ledger .appeal-link").click();
    second.page().locator("#words").fill("与本人备课同一内容，请计入备课。");
    attach(second.page(), "说明.png", png());
    second.page().locator("#file").click();
    assertThat(second.page().locator("#filed")).isVisible();
    other = second.page().url().replaceAll(".*[?&]id=(\\d+).*", "$1");
    second.close();
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

  @Test
  void grantedAppealBringsMarkedPointsAndANotice() throws IOException {
    Visitor teacher = visitor("zh-CN", ColorScheme.LIGHT);
    Visitor officer = visitor("zh-CN", ColorScheme.LIGHT);
    file(teacher);
    grant(officer);
    see(teacher);
    teacher.assertNoErrors();
    officer.assertNoErrors();
  }

  private static void file(Visitor teacher) throws IOException {
    Page page = teacher.page();
    teacher.signIn("/laurel/my/ledger", "teacher1");
    page.locator("#ledger .appeal-link").click();
    page.locator("#words").fill("这节课是本人准备的。");
    attach(page, "假的.png", "MZ not a picture".getBytes(StandardCharsets.UTF_8));
    page.locator("#file").click();
    assertThat(page.locator("#files-error")).containsText("假的.png");
    assertThat(page.locator("#words")).hasValue("这节课是本人准备的。");
    teacher.keep("appeal-refused-file");
    attach(page, "截图.png", png());
    page.locator("#file").click();
    assertThat(page.locator("#filed")).isVisible();
    assertThat(page.locator("#history .words")).hasText("这节课是本人准备的。");
    Download download = page.waitForDownload(() -> page.locator("#history .files a").click());
    assertThat(download.suggestedFilename()).isEqualTo("截图.png");
    assertThat(Files.readAllBytes(download.path())).isEqualTo(png());
    Map<String, String> headers = page.request().get(download.url()).headers();
    teacher.open("/laurel/my/appeals?id=" + other);
    assertThat(page.locator("#history")).hasCount(0);
    APIResponse stranger =
        page.request().get("" + server.http("/laurel/my/appeals/file?id=" + other + "&file=1"));
    assertThat(stranger.status()).isEqualTo(404);
    assertThat(headers.get("content-disposition")).startsWith("attachment;");
    assertThat(headers.get("x-content-type-options")).isEqualTo("nosniff");
    assertThat(headers.get("content-security-policy")).contains("sandbox");
  }

  private static void grant(Visitor officer) {
    Page page = officer.page();
    officer.signIn("/laurel/bureau/appeals", "bureau");
    assertThat(page.locator("#queue tbody tr")).hasCount(2);
    officer.keep("appeal-queue");
    page.locator("#queue tbody a").last().click();
    page.locator("#indicator").selectOption("lesson-preparation");
    page.locator("#words").fill("情况属实，计入备课。");
    officer.keep("appeal-case");
    page.locator("#grant").click();
    assertThat(page.locator("#outcome")).containsText("+3");
    assertThat(page.locator("#decide")).hasCount(0);
  }

  private static void see(Visitor teacher) {
    Page page = teacher.page();
    teacher.open("/laurel/my/ledger");
    assertThat(page.locator("#unread")).hasText("1");
    assertThat(page.locator("#ledger .entry.counted")).containsText("申诉更正");
    assertThat(page.locator("#ledger .entry.counted .verdict")).hasText("计分 +3");
    page.locator(".notices").click();
    assertThat(page.locator("#notice-list li")).containsText("已通过，积分变动 +3");
    teacher.keep("appeal-notices");
    page.locator("#read").click();
    assertThat(page.locator("#unread")).hasCount(0);
    page.locator("#notice-list a").click();
    assertThat(page.locator("#outcome")).containsText("+3");
    assertThat(page.locator("#history")).containsText("情况属实，计入备课。");
    teacher.keep("appeal-granted");
  }

  @Test
  void administratorFilesForATeacherAndTheBureauDeclinesOverHttp() {
    Visitor administrator = visitor("zh-CN", ColorScheme.LIGHT);
    Page page = administrator.page();
    administrator.signIn("/laurel/school/appeals", "admin1");
    page.locator("#account").selectOption("T-000002");
    page.locator("#day").fill(today());
    page.locator("#choose").click();
    assertThat(page.locator("#onBehalf")).isVisible();
    administrator.keep("appeal-new");
    page.locator("#indicator").selectOption("homework-management");
    page.locator("#words").fill("当天布置了作业，没有记录。");
    page.locator("#file").click();
    assertThat(page.locator("#filed")).isVisible();
    String id = page.url().replaceAll(".*[?&]id=(\\d+).*", "$1");
    administrator.open("/laurel/school/appeals");
    assertThat(page.locator("#appeals li")).hasCount(1);
    String path = "campaigns/" + CAMPAIGN + "/appeals/" + id;
    assertThat(server.api().get("teacher2", path).status()).isEqualTo(403);
    assertThat(decide(path, "").status()).isEqualTo(422);
    Answer declined = decide(path, "没有布置记录");
    assertThat(declined.status()).isEqualTo(200);
    JsonObject appeal = declined.json().getJsonObject("appeal");
    assertThat(appeal.getString("state")).isEqualTo("DECLINED");
    assertThat(decide(path, "再次").status()).isEqualTo(409);
    assertThat(server.api().get("bureau", "campaigns/" + CAMPAIGN + "/appeals?state=DECLINED"))
        .extracting(a -> a.json().getInt("total"))
        .isEqualTo(1);
    administrator.assertNoErrors();
  }

  private static Answer decide(String path, String reason) {
    return server
        .api()
        .post(
            "bureau",
            path + "/decision",
            "{\"granted\":false,\"reason\":\"%s\"}".formatted(reason));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"zh-CN, LIGHT", "zh-CN, DARK", "en, LIGHT", "en, DARK"})
  void everyPageIsAccessibleAndFitsAPhone(String language, ColorScheme scheme) {
    look(
        language,
        scheme,
        "teacher2",
        List.of(
            "my/appeals",
            "my/appeals?id=" + other,
            "my/appeal-new?day=" + today(),
            "my/appeal-new?action=ap-2&indicator=",
            "my/notices"));
    look(language, scheme, "admin1", List.of("school/appeals"));
    look(language, scheme, "bureau", List.of("bureau/appeals", "bureau/appeal?id=" + other));
  }

  private void look(String language, ColorScheme scheme, String user, List<String> paths) {
    Visitor visitor = visitor(language, scheme);
    visitor.signIn("/laurel/" + paths.get(0), user);
    for (String path : paths) {
      visitor.open("/laurel/" + path);
      assertThat(visitor.page().locator("main h1")).hasCount(1);
      visitor.assertAccessible();
      visitor.assertFitsPhone();
      visitor.assertNoErrors();
      visitor.keep(scheme.name().toLowerCase(Locale.ROOT) + "-" + path.replaceAll("[^a-z]+", "-"));
    }
    visitor.close();
  }

  private static String today() {
    return java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString();
  }

  private static void attach(Page page, String name, byte[] content) {
    page.locator("#files").setInputFiles(new FilePayload(name, "image/png", content));
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(7, 5, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  private Visitor visitor(String language, ColorScheme scheme) {
    Visitor visitor = Visitor.of(server, chromium.browser(), language, scheme);
    visitors.add(visitor);
    return visitor;
  }
}

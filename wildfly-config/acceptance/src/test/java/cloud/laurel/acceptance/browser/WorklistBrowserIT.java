package cloud.laurel.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.SystemChromium;
import cloud.laurel.acceptance.fixture.TestCampaigns;
import cloud.laurel.acceptance.fixture.TestRosters;
import cloud.laurel.acceptance.fixture.TestServer;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worklist, reminders and progress reports. */
@ExtendWith(FailureReport.class)
class WorklistBrowserIT {

  private static TestServer server;
  private static SystemChromium chromium;

  private final List<Visitor> visitors = new ArrayList<>();

  @BeforeAll
  static void start() {
    server = TestServer.start("worklist", Map.of());
    chromium = SystemChromium.start();
    TestRosters.demoSchool()
        .school("S-02", "市第二中学")
        .unregistered("S-02", "T-000101", "t101")
        .pupil("S-02", "P-000101", 7)
        .post(server, "2026-01-01");
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    String campaign =
        Json.createObjectBuilder(
                TestCampaigns.of("worklist", today.minusDays(40), today.plusDays(100)))
            .add(
                "phases",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("code", "prepare")
                            .add("name", "准备阶段")
                            .add("to", today.minusDays(10).toString())))
            .build()
            .toString();
    assertThat(server.api().post("bureau", "campaigns", campaign).status()).isEqualTo(201);
    server.awaitSettled("worklist");
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
  void officerRemindsTheSchoolsThatTheFilterLeaves() {
    Visitor officer = visitor("zh-CN", ColorScheme.LIGHT);
    Page page = officer.page();
    officer.signIn("/laurel/bureau", "bureau");
    page.locator("#desk a[href*='item=PLAN']").click();
    assertThat(page.locator("#worklist tbody tr")).hasCount(2);
    page.locator("#remindAll").click();
    assertThat(page.locator("#schools tbody tr")).hasCount(1);
    assertThat(page.locator("#unreachable")).containsText("市第二中学");
    assertThat(page.locator("#preview .quote")).hasCount(1);
    page.locator("#send button").click();
    assertThat(page.locator("#told")).containsText("已提醒 1 所学校");
    assertThat(page.locator("#worklist tbody tr").filter(withText("市文昌小学"))).containsText("已提醒");
    page.locator("#worklist input[value='S-01']").check();
    page.locator("#remindTicked").click();
    assertThat(page.locator("#nobody")).isVisible();
    officer.assertNoErrors();

    Visitor administrator = visitor("zh-CN", ColorScheme.LIGHT);
    administrator.signIn("/laurel/my/notices", "admin1");
    assertThat(administrator.page().locator("main")).containsText("实施方案还没有报送");
    administrator.open("/laurel/school");
    assertThat(administrator.page().locator("#own li").first()).containsText("逾期");
    administrator.assertNoErrors();
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void filterIsInTheAddressAndHoldsForTheExport() throws IOException {
    Visitor officer = visitor("zh-CN", ColorScheme.LIGHT);
    Page page = officer.page();
    officer.signIn("/laurel/bureau/worklist", "bureau");
    page.locator("#name").fill("第二");
    page.locator("#filter").click();
    assertThat(page.locator("#worklist tbody tr")).hasCount(1);
    String csv = Files.readString(saved(page, "#csv"), StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFF").contains("市第二中学").doesNotContain("市文昌小学");
    assertThat(entry(saved(page, "#xlsx"), "xl/worksheets/sheet1.xml")).isNotEmpty();
    page.locator("#sums a[href*='item=ROSTER'][href*='status=LATE']").click();
    assertThat(page.locator(".empty")).isVisible();
    officer.assertNoErrors();
  }

  @Test
  void reportIsMadeOnceAndCanBeTakenAway() throws IOException {
    Visitor officer = visitor("zh-CN", ColorScheme.LIGHT);
    Page page = officer.page();
    officer.signIn("/laurel/bureau/report", "bureau");
    page.locator("#make").click();
    assertThat(page.locator("#summary")).containsText("全市开展网络学习空间应用的中小学共 2 所");
    assertThat(page.locator("#lagging")).containsText("市第二中学");
    assertThat(entry(saved(page, "#docx"), "word/document.xml")).contains("进度通报", "市第二中学");
    assertThat(Files.readAllBytes(saved(page, "#pdf")))
        .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    assertThat(page.locator("#reports li")).not().hasCount(0);
    officer.assertNoErrors();
  }

  @Test
  void nobodyElseMayLookOrRemind() {
    Visitor administrator = visitor("zh-CN", ColorScheme.LIGHT);
    administrator.signIn("/laurel/school", "admin1");
    for (String path : List.of("worklist", "remind", "report", "report.pdf", "worklist.csv")) {
      assertThat(
              administrator
                  .page()
                  .request()
                  .get(server.http("/laurel/bureau/" + path).toString())
                  .status())
          .as(path)
          .isEqualTo(403);
    }
    for (String path : List.of("remind/send", "report/make")) {
      assertThat(
              administrator
                  .page()
                  .request()
                  .post(server.http("/laurel/bureau/" + path).toString())
                  .status())
          .as(path)
          .isEqualTo(403);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"zh-CN, LIGHT", "zh-CN, DARK", "en, LIGHT", "en, DARK"})
  void pagesAreAccessibleAndFitAPhone(String language, ColorScheme scheme) {
    Visitor officer = visitor(language, scheme);
    officer.signIn("/laurel/bureau/report", "bureau");
    officer.page().locator("#make").click();
    look(officer, scheme, "report");
    officer.open("/laurel/bureau/worklist");
    look(officer, scheme, "worklist");
    officer.open("/laurel/bureau/worklist?name=nowhere");
    look(officer, scheme, "worklist-empty");
    officer.open("/laurel/bureau/remind?item=TRAINING");
    look(officer, scheme, "remind");
    officer.open("/laurel/bureau");
    look(officer, scheme, "worklist-desk");
    Visitor administrator = visitor(language, scheme);
    administrator.signIn("/laurel/school", "admin1");
    look(administrator, scheme, "worklist-own");
  }

  private static void look(Visitor visitor, ColorScheme scheme, String name) {
    assertThat(visitor.page().locator("main h1")).hasCount(1);
    visitor.assertAccessible();
    visitor.assertFitsPhone();
    visitor.assertNoErrors();
    visitor.keep(scheme.name().toLowerCase(Locale.ROOT) + "-" + name);
  }

  private static Path saved(Page page, String link) {
    Download download = page.waitForDownload(() -> page.locator(link).click());
    return download.path();
  }

  private static String entry(Path zip, String name) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return new String(
          file.getInputStream(file.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Visitor visitor(String language, ColorScheme scheme) {
    Visitor visitor = Visitor.of(server, chromium.browser(), language, scheme);
    visitors.add(visitor);
    return visitor;
  }
}

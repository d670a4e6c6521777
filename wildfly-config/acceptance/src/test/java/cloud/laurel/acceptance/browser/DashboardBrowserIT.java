package cloud.laurel.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.Answer;
import cloud.laurel.acceptance.fixture.Condition;
import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.SystemChromium;
import cloud.laurel.acceptance.fixture.TestAction;
import cloud.laurel.acceptance.fixture.TestCampaigns;
import cloud.laurel.acceptance.fixture.TestRosters;
import cloud.laurel.acceptance.fixture.TestServer;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bureau's dashboards: the desk, participation and the boards of the standings. */
@ExtendWith(FailureReport.class)
class DashboardBrowserIT {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final String LONG_NAME = "市经济技术开发区第三实验九年一贯制学校（滨湖新城校区）";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  private static TestServer server;
  private static SystemChromium chromium;

  private final List<Visitor> visitors = new ArrayList<>();

  @BeforeAll
  static void start() {
    server = TestServer.start("dashboard", Map.of());
    chromium = SystemChromium.start();
    TestRosters.demoSchool()
        .org("C-1,城东中心学校,local,")
        .org("S-02,城东小学,school,C-1")
        .org("S-03," + LONG_NAME + ",school,C-1")
        .school("S-04", "市第四小学")
        .teacher("S-02", "T-000101", "t101")
        .pupil("S-02", "P-000101", 3)
        .pupil("S-02", "P-000102", 3)
        .teacher("S-03", "T-000201", "t201")
        .pupil("S-03", "P-000201", 4)
        .teacher("S-04", "T-000301", "t301")
        .post(server, "2026-01-01");
    TestCampaigns.post(server, "dashboard", TODAY.minusDays(30), TODAY.plusDays(60));
    List<JsonObject> actions = new ArrayList<>();
    lessons(actions, "T-000101", 1, 25);
    lessons(actions, "T-000001", 1, 20);
    // last week the fourth school had more than the third
    lessons(actions, "T-000201", 1, 6);
    lessons(actions, "T-000301", 15, 18);
    actions.add(TestAction.of("g", "grade.created", "A-000001", at(9)));
    for (String pupil : List.of("P-000001", "P-000002", "P-000101")) {
      actions.add(TestAction.of("now" + pupil, "course.studied", pupil, at(0)));
      actions.add(TestAction.of("then" + pupil, "course.studied", pupil, at(28)));
    }
    Answer answer = server.api().post("platform", "actions", TestAction.body(actions));
    assertThat(answer.status()).isEqualTo(202);
    server.awaitSettled("dashboard");
  }

  private static void lessons(List<JsonObject> actions, String teacher, int from, int to) {
    for (int ago = from; ago <= to; ago++) {
      actions.add(TestAction.of(teacher + "-" + ago, "lesson.prepared", teacher, at(ago)));
    }
  }

  private static String at(int daysAgo) {
    return TODAY.minusDays(daysAgo) + "T00:00:01+08:00";
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

  /** The bureau's officer in front of the desk, when the course has been made. */
  private Visitor officer(String language, ColorScheme scheme) {
    Visitor officer = visitor(language, scheme);
    officer.signIn("/laurel/bureau", "bureau");
    Condition.await(
        "the course is there",
        SOON,
        () -> {
          officer.page().reload();
          return officer.page().locator("#concentration").count() == 1;
        });
    return officer;
  }

  @Test
  void theDeskLeadsFromCentralSchoolsToSchools() {
    Visitor officer = officer("zh-CN", ColorScheme.LIGHT);
    Page page = officer.page();
    assertThat(page.locator("#figures .kpi")).hasCount(4);
    for (String module : List.of("#heat", "#top", "#functions", "#concentration")) {
      assertThat(page.locator(module)).isVisible();
    }
    assertThat(page.locator("#top tbody tr").first()).containsText("城东小学");
    assertThat(page.locator("#functions canvas")).hasCount(1);
    assertThat(page.locator("#concentration canvas")).hasCount(1);
    assertThat(page.locator("#concentration figcaption")).containsText("100.0%");
    // the central school's, then those without one
    assertThat(page.locator("#heat tbody tr")).hasCount(2);
    page.locator("#heat tbody a").first().click();
    assertThat(page.locator("h1")).containsText("城东中心学校");
    assertThat(page.locator("#schools tbody tr")).hasCount(2);
    assertThat(page.locator("#functions")).isVisible();
    page.locator("#schools tbody th > a").first().click();
    assertThat(page.locator("h1")).containsText("城东小学");
    officer.assertNoErrors();
  }

  @Test
  void participationIsFilteredSortedAndExported() {
    Visitor officer = officer("zh-CN", ColorScheme.LIGHT);
    Page page = officer.page();
    officer.open("/laurel/bureau/participation");
    assertThat(page.locator("#schools tbody tr")).hasCount(4);
    page.locator("#schools thead a").last().click();
    assertThat(page.locator("#schools tbody tr").first()).containsText("城东小学");
    assertThat(page.locator("#schools thead th").last()).hasAttribute("aria-sort", "descending");
    page.locator("#name").fill("S-03");
    page.locator("#filter").click();
    assertThat(page.locator("#schools tbody tr")).hasCount(1);
    assertThat(page.locator("#schools tbody")).containsText(LONG_NAME);
    assertThat(exported(page, "#csv").text()).contains(LONG_NAME).doesNotContain("城东小学");
    assertThat(exported(page, "#xlsx").body()).startsWith('P', 'K');
    officer.open("/laurel/bureau/participation?name=nowhere");
    assertThat(page.locator(".empty")).isVisible();
    officer.assertNoErrors();
  }

  @Test
  void standingsHaveBoardsAndPastDays() {
    Visitor officer = officer("zh-CN", ColorScheme.LIGHT);
    Page page = officer.page();
    officer.open("/laurel/bureau/standings?board=teachers");
    assertThat(page.locator("#boards [aria-current]")).hasText("教师空间应用");
    Locator rows = page.locator("#standings tbody tr");
    assertThat(rows).hasCount(4);
    assertThat(rows.nth(2)).containsText(LONG_NAME);
    assertThat(rows.nth(2)).containsText("上升 1 名");
    assertThat(rows.nth(3)).containsText("下降 1 名");
    assertThat(rows.nth(0)).containsText("名次不变");
    page.locator("#day").fill(TODAY.minusDays(10).toString());
    page.locator("#filter").click();
    assertThat(page.locator("#past")).containsText(TODAY.minusDays(10).toString());
    assertThat(page.locator("#boards [aria-current]")).hasText("教师空间应用");
    assertThat(rows.nth(2)).containsText("市第四小学");
    assertThat(exported(page, "#export").text()).contains("市第四小学");
    assertThat(exported(page, "#xlsx").body()).startsWith('P', 'K');
    officer.open("/laurel/bureau/standings?day=2001-01-01");
    assertThat(page.locator(".empty")).isVisible();
    officer.assertNoErrors();
  }

  private static APIResponse exported(Page page, String link) {
    String href = String.valueOf(page.locator(link).evaluate("link => link.href"));
    APIResponse answer = page.request().get(href);
    assertThat(answer.status()).as(href).isEqualTo(200);
    return answer;
  }

  @Test
  void onPaperThereAreTablesInsteadOfCharts() {
    Visitor officer = officer("zh-CN", ColorScheme.LIGHT);
    Page page = officer.page();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    // an emulated medium does not announce itself
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    for (String module : List.of("#functions", "#concentration")) {
      assertThat(page.locator(module + " canvas")).not().isVisible();
      assertThat(page.locator(module + " table")).isVisible();
    }
    assertThat(page.locator("#heat table")).isVisible();
    officer.keep("print-desk");
  }

  @Test
  void nobodyElseMayLook() {
    Visitor teacher = visitor("zh-CN", ColorScheme.LIGHT);
    teacher.signIn("/laurel/my", "teacher1");
    for (String path :
        List.of("", "/participation", "/participation/export", "/standings", "/standings.csv")) {
      APIResponse answer =
          teacher.page().request().get(server.http("/laurel/bureau" + path).toString());
      assertThat(answer.status()).as(path).isEqualTo(403);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"zh-CN, LIGHT", "zh-CN, DARK", "en, LIGHT", "en, DARK"})
  void pagesAreAccessibleAndFitAPhone(String language, ColorScheme scheme) {
    Visitor officer = officer(language, scheme);
    look(officer, scheme, "desk");
    officer.open("/laurel/bureau/participation");
    look(officer, scheme, "participation");
    officer.open("/laurel/bureau/participation?central=C-1");
    look(officer, scheme, "central");
    officer.open("/laurel/bureau/standings?board=teachers&day=" + TODAY.minusDays(10));
    look(officer, scheme, "standings");
    officer.open("/laurel/bureau/participation?name=nowhere");
    look(officer, scheme, "participation-empty");
  }

  private static void look(Visitor visitor, ColorScheme scheme, String name) {
    assertThat(visitor.page().locator("main h1")).hasCount(1);
    visitor.assertAccessible();
    visitor.assertFitsPhone();
    visitor.assertNoErrors();
    visitor.keep(scheme.name().toLowerCase(Locale.ROOT) + "-dashboard-" + name);
  }
}

package cloud.laurel.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.Condition;
import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.SystemChromium;
import cloud.laurel.acceptance.fixture.TestCampaigns;
import cloud.laurel.acceptance.fixture.TestRosters;
import cloud.laurel.acceptance.fixture.TestServer;
import cloud.laurel.acceptance.fixture.TestSheet;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
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

/** The roster's desk: a file is checked, mended, shown, confirmed and undone. */
@ExtendWith(FailureReport.class)
class RosterBrowserIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final List<String> HEADING = List.of("账号", "学校代码", "姓名", "身份", "年级");
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static TestServer server;
  private static SystemChromium chromium;

  private final List<Visitor> visitors = new ArrayList<>();

  @BeforeAll
  static void start() {
    server = TestServer.start("roster", Map.of());
    chromium = SystemChromium.start();
    TestRosters.demoSchool()
        .school("S-02", "市实验小学")
        .pupil("S-02", "K1", 3)
        .pupil("S-02", "K2", 3)
        .pupil("S-02", "K3", 3)
        .post(server, "2026-01-01");
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    TestCampaigns.post(server, "roster", today.minusDays(30), today.plusDays(60));
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

  private static void send(Page page, String name, byte[] content) {
    page.locator("#file").setInputFiles(new FilePayload(name, XLSX, content));
    page.locator("#check").click();
  }

  private static void await(Page page, String selector) {
    Condition.await(
        selector,
        SOON,
        () -> {
          page.reload();
          return page.locator(selector).count() > 0;
        });
  }

  private static List<List<String>> download(Page page, String selector) {
    Path file = page.waitForDownload(() -> page.locator(selector).click()).path();
    return TestSheet.read(file);
  }

  private static void look(Visitor visitor, String name) {
    visitor.assertAccessible();
    visitor.assertFitsPhone();
    visitor.keep(name);
  }

  private static void confirm(Page page) {
    page.locator("#apply").click();
    await(page, "#done-title");
  }

  private static void undo(Page page) {
    page.locator("#result summary").click();
    page.locator("#result button[value=UNDO]").click();
    assertThat(page.locator("#told")).isVisible();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"zh-CN, LIGHT", "zh-CN, DARK", "en, LIGHT", "en, DARK"})
  void anOfficerMendsAWorkbookConfirmsItAndTakesItBack(String language, ColorScheme scheme) {
    Visitor officer = visitor(language, scheme);
    Page page = officer.page();
    String shot = "-" + scheme.name().toLowerCase(Locale.ROOT);
    officer.signIn("/laurel/bureau/roster", "bureau");
    look(officer, "roster-desk" + shot);
    send(
        page,
        "名册.xlsx",
        TestSheet.write(
            List.of(
                HEADING,
                List.of("N1", "S-02", "林新", "教师", ""),
                List.of("K1", "S-02", "测名K1", "学生", "4"),
                List.of("N2", "S-02", "林方", "门卫", ""))));
    await(page, "#rejected");
    assertThat(page.locator("#people tbody tr")).hasCount(1);
    assertThat(page.locator("#people tbody th")).hasText("4");
    look(officer, "roster-rejected" + shot);

    List<List<String>> back = download(page, "#rejected");
    assertThat(back).hasSize(4);
    assertThat(back.get(0)).hasSize(HEADING.size() + 4).containsAll(HEADING);
    assertThat(back.get(1)).as("the bad row comes first").contains("N2", "门卫", "4");
    back.get(1).set(HEADING.indexOf("身份"), "教师");
    officer.open("/laurel/bureau/roster");
    send(page, "改好的名册.xlsx", TestSheet.write(back));
    await(page, "#apply");
    assertThat(page.locator("#people tbody")).containsText("测名K3");
    look(officer, "roster-preview" + shot);
    page.locator("#people .choices a").first().click();
    assertThat(page.locator("#people tbody")).containsText("林方");
    page.locator("#meant").check();
    confirm(page);
    look(officer, "roster-result" + shot);
    undo(page);
    officer.keep("roster-undone" + shot);
    officer.assertNoErrors();
  }

  @Test
  void leaversHaveToBeMeant() {
    Visitor officer = visitor("zh-CN", ColorScheme.LIGHT);
    Page page = officer.page();
    officer.signIn("/laurel/bureau/roster", "bureau");
    send(
        page,
        "漏写.xlsx",
        TestSheet.write(List.of(HEADING, List.of("K1", "S-02", "测名K1", "学生", "3"))));
    await(page, "#apply");
    page.locator("#apply").click();
    assertThat(page.locator("#apply")).isVisible();
    page.locator("#step-CANCEL summary").click();
    page.locator("#step-CANCEL button").click();
    assertThat(page.locator("#told")).containsText("已取消");
  }

  @Test
  void aSchoolSendsItsOwnPeopleAlone() {
    Visitor administrator = visitor("en", ColorScheme.DARK);
    Page page = administrator.page();
    administrator.signIn("/laurel/school/roster", "admin1");
    look(administrator, "roster-school");
    List<List<String>> people = download(page, "#current");
    assertThat(people).hasSize(9);
    List<String> stranger = new ArrayList<>(Collections.nCopies(people.get(0).size(), ""));
    stranger.set(people.get(0).indexOf("Account"), "N9");
    stranger.set(people.get(0).indexOf("School code"), "S-02");
    stranger.set(people.get(0).indexOf("Name"), "林新");
    stranger.set(people.get(0).indexOf("Role"), "teacher");
    people.add(stranger);
    send(page, "own.xlsx", TestSheet.write(people));
    await(page, "#rejected");
    assertThat(page.locator("#people tbody")).containsText("another school");
    look(administrator, "roster-school-rejected");

    stranger.set(people.get(0).indexOf("School code"), "S-01");
    administrator.open("/laurel/school/roster");
    send(page, "own.xlsx", TestSheet.write(people));
    await(page, "#apply");
    assertThat(page.locator("#people tbody tr")).hasCount(1);
    assertThat(page.locator("#people tbody")).containsText("N9");
    assertThat(page.locator("#meant")).hasCount(0);
    look(administrator, "roster-school-preview");
    confirm(page);
    undo(page);
    administrator.assertNoErrors();
  }

  @Test
  void nobodyElseSeesOrSendsARoster() {
    Visitor officer = visitor("zh-CN", ColorScheme.LIGHT);
    officer.signIn("/laurel/bureau/roster", "bureau");
    send(officer.page(), "名册.xlsx", TestSheet.write(List.of(HEADING)));
    await(officer.page(), "#rejected");
    String job = officer.page().url().replaceAll(".*(\\?id=\\d+).*", "$1");

    Visitor administrator = visitor("zh-CN", ColorScheme.LIGHT);
    administrator.signIn("/laurel/school/roster", "admin1");
    assertForbidden(administrator, "bureau/roster");
    administrator.open("/laurel/school/roster/upload" + job);
    assertThat(administrator.page().locator("main")).containsText("没有这次上传");
    Visitor teacher = visitor("zh-CN", ColorScheme.LIGHT);
    teacher.signIn("/laurel/my", "teacher1");
    assertForbidden(teacher, "bureau/roster");
    assertForbidden(teacher, "school/roster");
  }

  private static void assertForbidden(Visitor visitor, String desk) {
    APIRequestContext browser = visitor.page().request();
    for (String page : List.of("", "/upload?id=1", "/file?kind=current")) {
      String address = server.http("/laurel/" + desk + page).toString();
      assertThat(browser.get(address).status()).as(address).isEqualTo(403);
    }
    for (String step : List.of("/receive", "/step")) {
      String address = server.http("/laurel/" + desk + step).toString();
      assertThat(browser.post(address).status()).as(address).isEqualTo(403);
    }
  }
}

package cloud.laurel.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cloud.laurel.acceptance.fixture.Condition;
import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.SystemChromium;
import cloud.laurel.acceptance.fixture.TestCampaigns;
import cloud.laurel.acceptance.fixture.TestRosters;
import cloud.laurel.acceptance.fixture.TestServer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The roster's desk: a file is checked, mended, shown, confirmed and undone. */
@ExtendWith(FailureReport.class)
class RosterBrowserIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String HEADING = "账号,学校代码,姓名,身份,年级\r\n";

  private static TestServer server;
  private static SystemChromium chromium;

  private final List<Visitor> visitors = new ArrayList<>();

  @BeforeAll
  static void start() {
    server = TestServer.start("roster", Map.of());
    chromium = SystemChromium.start();
    TestRosters.demoSchool().school("S-02", "市实验小学").post(server, "2026-01-01");
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

  private static void send(Page page, String name, String rows) {
    byte[] content = (HEADING + rows).getBytes(StandardCharsets.UTF_8);
    page.locator("#file").setInputFiles(new FilePayload(name, "text/csv", content));
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

  @Test
  void anOfficerMendsAFileConfirmsItAndTakesItBack() {
    Visitor officer = visitor("zh-CN", ColorScheme.LIGHT);
    Page page = officer.page();
    officer.signIn("/laurel/bureau/roster", "bureau");
    officer.assertAccessible();
    officer.assertFitsPhone();
    officer.keep("roster-desk");
    send(page, "名册.csv", "N1,S-02,林新,门卫,\r\n");
    await(page, "#rejected");
    assertThat(page.locator("#people tbody")).containsText("看不懂这个身份");
    officer.assertAccessible();
    officer.keep("roster-rejected");
    page.navigate(server.http("/laurel/bureau/roster").toString());
    send(page, "名册.csv", "N1,S-02,林新,教师,\r\n");
    await(page, "#apply");
    assertThat(page.locator("#people tbody")).containsText("林新");
    officer.assertAccessible();
    officer.assertFitsPhone();
    officer.keep("roster-preview");
    if (page.locator("#meant").count() > 0) {
      page.locator("#meant").check();
    }
    page.locator("#apply").click();
    await(page, "#done-title");
    page.locator("#result summary").click();
    page.locator("#result button[value=UNDO]").click();
    assertThat(page.locator("#told")).containsText("已撤销");
    officer.keep("roster-undone");
  }

  @Test
  void aSchoolSendsItsOwnPeopleAlone() {
    Visitor administrator = visitor("en", ColorScheme.DARK);
    Page page = administrator.page();
    administrator.signIn("/laurel/school/roster", "admin1");
    administrator.assertAccessible();
    administrator.assertFitsPhone();
    send(page, "own.csv", "N2,S-02,林新,教师,\r\n");
    await(page, "#rejected");
    assertThat(page.locator("#people tbody")).containsText("another school");
    administrator.assertAccessible();
    administrator.keep("roster-school");
  }
}

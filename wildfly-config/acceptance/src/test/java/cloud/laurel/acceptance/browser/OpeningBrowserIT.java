package cloud.laurel.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.SystemChromium;
import cloud.laurel.acceptance.fixture.TestAction;
import cloud.laurel.acceptance.fixture.TestCampaigns;
import cloud.laurel.acceptance.fixture.TestRosters;
import cloud.laurel.acceptance.fixture.TestServer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
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

/** How far spaces are open, for the bureau and for a school, and who is missing. */
@ExtendWith(FailureReport.class)
class OpeningBrowserIT {

  private static TestServer server;
  private static SystemChromium chromium;

  /** Closed after the test, so that a report of its failure finds them open. */
  private final List<Visitor> visitors = new ArrayList<>();

  /** 22 teachers, of whom 2 of the first school and 4 of the second have no space. */
  @BeforeAll
  static void start() {
    server = TestServer.start("opening", Map.of());
    chromium = SystemChromium.start();
    TestRosters roster =
        TestRosters.demoSchool()
            .org("C-1,第一中心学校,local,")
            .org("S-02,河口初级中学,school,C-1")
            .unregistered("S-01", "T-000003", "t3")
            .unregistered("S-01", "T-000004", "t4");
    for (int i = 10; i < 24; i++) {
      roster.teacher("S-02", "T-0000" + i, "t" + i);
    }
    for (int i = 24; i < 28; i++) {
      roster.unregistered("S-02", "T-0000" + i, "t" + i);
    }
    roster.pupil("S-02", "P-000010", 8).post(server, "2026-01-01");
    TestCampaigns.postRunning(server, "opening");
    server.awaitSettled("opening");
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
  void bureauSeesWhoIsMissingAndARegistrationCountsAtOnce() {
    Visitor officer = visitor("zh-CN", ColorScheme.LIGHT);
    Page page = officer.page();
    officer.signIn("/laurel/bureau/opening", "bureau");
    // 16 of 22; 90 % are 20
    assertThat(page.locator("#teacher-rate")).containsText("72.7%");
    assertThat(page.locator("#teacher-rate")).containsText("还差 4 名教师");
    assertThat(page.locator("#teacher-activation")).containsText("2 所 / 2 所");
    assertThat(page.locator("#openings tbody tr")).hasCount(2);
    page.locator("#stage").selectOption("JUNIOR");
    page.locator("#filter").click();
    assertThat(page.locator("#openings tbody tr")).hasCount(1);
    page.locator("#openings tbody th a").click();
    assertThat(page.locator("#missing tbody tr")).hasCount(4);
    assertThat(page.locator("#pupils tbody tr")).containsText("8 年级");
    assertThat(page.locator("#pupils")).not().containsText("测名");
    register("T-000024");
    page.reload();
    assertThat(page.locator("#missing tbody tr")).hasCount(4);
    assertThat(page.locator("#missing tbody .badge").last()).hasText("已注册未激活");
    assertThat(page.locator("#opening")).containsText("83.3%");
    officer.keep("opening-school-of-bureau");
    officer.open("/laurel/bureau/opening?level=CENTRAL");
    assertThat(page.locator("#openings tbody tr")).hasCount(2);
    assertThat(page.locator("#openings")).containsText("第一中心学校");
    assertThat(page.locator("#openings")).containsText("不属于中心学校");
    assertThat(page.locator("#course canvas")).isVisible();
    officer.keep("opening-central");
    officer.assertNoErrors();
  }

  /** The pages are as current as the counts: nothing waits for the night. */
  private static void register(String account) {
    String body =
        TestAction.body(
            List.of(
                TestAction.of("reg-" + account, "space.registered", account, "" + Instant.now())));
    assertThat(server.api().post("platform", "actions", body).status()).isEqualTo(202);
    server.awaitSettled("opening");
  }

  @Test
  void schoolSeesItsOwnPeopleAndNoOthers() {
    Visitor administrator = visitor("zh-CN", ColorScheme.LIGHT);
    Page page = administrator.page();
    administrator.signIn("/laurel/school", "admin1");
    page.locator("#toOpening").click();
    assertThat(page.locator("main h1")).containsText("市文昌小学");
    assertThat(page.locator("#missing tbody tr")).hasCount(2);
    assertThat(page.locator("#opening")).containsText("还差 2 人");
    page.locator("#missing .choices a").last().click();
    assertThat(page.locator("#missing tbody tr")).hasCount(0);
    administrator.open("/laurel/school/opening?school=S-02");
    assertThat(page.locator("main h1")).containsText("市文昌小学");
    assertThat(page.request().get(address("/laurel/school/opening/missing?school=S-02")).status())
        .isEqualTo(403);
    String file = page.request().get(address("/laurel/school/opening/missing?school=S-01")).text();
    assertThat(file.lines()).hasSize(3).anyMatch(line -> line.contains("T-000003"));
    administrator.assertNoErrors();
  }

  private static String address(String path) {
    return server.http(path).toString();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"zh-CN, LIGHT", "zh-CN, DARK", "en, LIGHT", "en, DARK"})
  void everyPageIsAccessibleAndFitsAPhone(String language, ColorScheme scheme) {
    look(
        language,
        scheme,
        "bureau",
        List.of(
            "bureau/opening",
            "bureau/opening?level=STAGE",
            "bureau/opening?school=S-02",
            "bureau/opening?name=nowhere"));
    look(language, scheme, "admin1", List.of("school/opening"));
    look(language, scheme, "teacher1", List.of("my?month=2026-01"));
  }

  private void look(String language, ColorScheme scheme, String user, List<String> paths) {
    Visitor visitor = visitor(language, scheme);
    visitor.signIn("/laurel/" + paths.get(0), user);
    for (String path : paths) {
      visitor.open("/laurel/" + path);
      assertThat(visitor.page().locator("main h1"))
          .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(5000));
      visitor.assertAccessible();
      visitor.assertFitsPhone();
      visitor.assertNoErrors();
      visitor.keep(scheme.name().toLowerCase(Locale.ROOT) + "-" + path.replaceAll("\\W", "-"));
    }
  }

  private Visitor visitor(String language, ColorScheme scheme) {
    Visitor visitor = Visitor.of(server, chromium.browser(), language, scheme);
    visitors.add(visitor);
    return visitor;
  }
}

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
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
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

/** The newcomer's path from a lesson to the school's score, and the pages on it. */
@ExtendWith(FailureReport.class)
class NewcomerBrowserIT {

  private static final Duration AT_ONCE = Duration.ofSeconds(5);
  private static final Duration RELOADED = Duration.ofSeconds(15);

  private static TestServer server;
  private static SystemChromium chromium;

  /** Closed after the test, so that a report of its failure finds them open. */
  private final List<Visitor> visitors = new ArrayList<>();

  /** The second teacher has assigned homework twice today: 2 points, and one that did not count. */
  @BeforeAll
  static void start() {
    server = TestServer.start("newcomer", Map.of());
    chromium = SystemChromium.start();
    TestRosters.demoSchool().post(server, "2026-01-01");
    TestCampaigns.postRunning(server, "newcomer");
    Instant now = Instant.now();
    Answer answer =
        server
            .api()
            .post(
                "platform",
                "actions",
                TestAction.body(
                    List.of(
                        TestAction.of("n-1", "homework.assigned", "T-000002", "" + now),
                        TestAction.of(
                            "n-2", "homework.assigned", "T-000002", "" + now.plusSeconds(1)))));
    assertThat(answer.status()).isEqualTo(202);
    server.awaitSettled("newcomer");
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
  void lessonEarnsThreePointsWithinFiveSecondsAndMovesTheSchool() {
    Visitor teacher = visitor("zh-CN", ColorScheme.LIGHT);
    Visitor administrator = visitor("zh-CN", ColorScheme.LIGHT);
    prepareLesson(teacher, "荷塘月色");
    seeThreePoints(teacher);
    prepareAnother(teacher);
    manageGrades(administrator);
    seeSchool(administrator);
    teacher.assertNoErrors();
    administrator.assertNoErrors();
  }

  private static void prepareLesson(Visitor teacher, String title) {
    Page page = teacher.page();
    page.setViewportSize(1440, 900);
    if (page.url().contains("/laurel/")) {
      teacher.open("/teaching-space/");
    } else {
      teacher.signIn("/teaching-space/", "teacher1");
    }
    page.locator("main a[href*='what=lesson']").click();
    page.locator("[id='work:title']").fill(title);
    page.locator("[id='work:submit']").click();
    assertThat(page.locator(".messages .good")).isVisible();
  }

  private static void seeThreePoints(Visitor teacher) {
    Page page = teacher.page();
    long start = System.nanoTime();
    page.locator("nav.links a[href='/laurel/my']").click();
    // the same sign-in: no second form
    assertThat(teacher.isAskedToSignIn()).isFalse();
    assertThat(page.locator("#todayPoints")).hasText("3", within(AT_ONCE));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
    // why: the lesson, by its function
    assertThat(page.locator("#tile-lesson-preparation")).containsText("3");
    assertThat(page.locator("#counted li")).hasCount(1);
    assertThat(page.locator("#counted li")).containsText("荷塘月色");
    // what it does to the school: teachers (3 + 2) / 2
    assertThat(page.locator("#mySchoolName")).hasText("市文昌小学");
    assertThat(page.locator("#mySchoolScore")).hasText("2.50");
    assertThat(page.locator("#my-school .effect").first()).not().isEmpty();
    assertThat(page.locator("#rank")).containsText("1");
    seeOwnCourse(teacher);
    teacher.keep("newcomer-my");
    page.locator("#refused a").click();
    Locator entry = page.locator("#ledger .entry");
    assertThat(entry).hasCount(1);
    assertThat(entry).containsText("荷塘月色");
    assertThat(entry.locator(".verdict")).hasText("计分 +3");
    teacher.keep("newcomer-ledger");
  }

  /** What is open today fits a phone's first screen; the course comes below. */
  private static void seeOwnCourse(Visitor teacher) {
    Page page = teacher.page();
    assertThat(page.locator("#calendar td[aria-current=date] .day-points")).hasText("3");
    assertThat(page.locator("#streak")).hasText("连续 1 天得分");
    assertThat(page.locator("#calendar a[rel=prev]")).hasCount(1);
    assertThat(page.locator("#course canvas")).isVisible();
    page.setViewportSize(390, 844);
    for (String part : List.of("#today", "#functions", "#rank", "#refused-line")) {
      BoundingBox box = page.locator(part).boundingBox();
      assertThat(box.y + box.height).as(part).isLessThanOrEqualTo(844);
    }
  }

  private static void prepareAnother(Visitor teacher) {
    Page page = teacher.page();
    prepareLesson(teacher, "故都的秋");
    // the badge on the platform's own page
    assertThat(page.locator("laurel-badge a")).hasText("今日 3/15 分");
    page.locator("nav.links a[href='/laurel/my']").click();
    assertThat(page.locator("#refused")).containsText("故都的秋", contains(RELOADED));
    assertThat(page.locator("#refused .verdict.no")).containsText("此项今日已计过：备课“荷塘月色”，");
    assertThat(page.locator("#todayPoints")).hasText("3");
    page.locator("#refused a").click();
    assertThat(page.locator("#ledger .entry.refused")).containsText("故都的秋");
    assertThat(page.locator("#ledger .entry.counted")).containsText("荷塘月色");
    unfold(teacher);
  }

  /** With the keyboard alone; the filter stays in the address. */
  private static void unfold(Visitor teacher) {
    Page page = teacher.page();
    page.locator("#verdict").selectOption("REFUSED");
    page.locator("#filter").click();
    assertThat(page.locator("#ledger .entry")).hasCount(1);
    assertThat(page.locator("#verdict")).hasValue("REFUSED");
    Locator facts = page.locator("#ledger .entry .facts");
    assertThat(facts).not().isVisible();
    page.locator("#ledger summary").focus();
    page.keyboard().press("Enter");
    assertThat(facts).isVisible();
    assertThat(facts).containsText("市文昌小学");
    assertThat(facts).containsText("第 1 版");
    assertThat(page.locator("#ledger .sentence")).containsText("备课“荷塘月色”");
    teacher.assertAccessible();
    teacher.assertFitsPhone();
    teacher.keep("newcomer-ledger-unfolded");
    page.locator("#clear").click();
    assertThat(page.locator("#ledger .entry")).hasCount(2);
  }

  @Test
  void badgeShowsNothingToWhoeverIsNotSignedIn() {
    Visitor stranger = visitor("zh-CN", ColorScheme.LIGHT);
    stranger
        .page()
        .waitForResponse(
            answer -> answer.url().contains("/laurel/api/badge") && answer.status() == 204,
            () -> stranger.open("/teaching-space/"));
    assertThat(stranger.page().locator("laurel-badge")).hasCount(0);
    stranger.assertNoErrors();
  }

  @Test
  void goalOfASchoolIsSeenByItsTeachersAndCounted() {
    Visitor administrator = visitor("zh-CN", ColorScheme.LIGHT);
    Page page = administrator.page();
    administrator.signIn("/laurel/school/goals", "admin1");
    assertThat(page.locator("#no-goals")).isVisible();
    page.locator("[id='goal:name']").fill("应用积分");
    page.locator("[id='goal:points']").fill("many");
    page.locator("[id='goal:save']").click();
    assertThat(page.locator("#goal-problems li")).hasCount(1);
    assertThat(page.locator("[id='goal:name']")).hasValue("应用积分");
    page.locator("[id='goal:points']").fill("2");
    page.locator("[id='goal:save']").click();
    assertThat(page.locator("#goals tbody tr")).hasCount(1);
    assertThat(page.locator("#goals tbody")).containsText("应用积分");
    administrator.assertAccessible();
    administrator.assertFitsPhone();
    administrator.keep("goals");
    administrator.open("/laurel/school");
    assertThat(page.locator("#goals .bar-note")).containsText("2 人达到");
    administrator.assertAccessible();
    Visitor teacher = visitor("zh-CN", ColorScheme.LIGHT);
    teacher.signIn("/laurel/my", "teacher2");
    assertThat(teacher.page().locator("#goals .bar-note")).containsText("2/2 分，已达到");
    teacher.keep("goals-my");
    administrator.open("/laurel/school/goals");
    page.locator("#goals tbody input[type=submit]").click();
    assertThat(page.locator("#no-goals")).isVisible();
    administrator.assertNoErrors();
    teacher.assertNoErrors();
  }

  private static void manageGrades(Visitor administrator) {
    Page page = administrator.page();
    administrator.signIn("/management-center/", "admin1");
    page.locator("main a[href*='kind=grade']").click();
    page.locator("[id='create:name']").fill("三年级");
    page.locator("[id='create:submit']").click();
    assertThat(page.locator(".messages .good")).isVisible();
    page.locator("nav.links a[href='/laurel/school']").click();
    assertThat(administrator.isAskedToSignIn()).isFalse();
  }

  /** Administrators 10 / 1, teachers (3 + 2) / 2, pupils 0: 12.50. */
  private static void seeSchool(Visitor administrator) {
    Page page = administrator.page();
    assertThat(page.locator("#score .big")).hasText("12.50", within(RELOADED));
    assertThat(page.locator("#score .part .figure"))
        .hasText(new String[] {"10.00", "2.50", "0.00"});
    administrator.keep("newcomer-school");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"zh-CN, LIGHT", "zh-CN, DARK", "en, LIGHT", "en, DARK"})
  void everyPageIsAccessibleAndFitsAPhone(String language, ColorScheme scheme) {
    look(language, scheme, "", List.of("", "login"));
    look(language, scheme, "teacher2", List.of("my", "my/ledger"));
    look(language, scheme, "admin1", List.of("school", "school/goals"));
    look(
        language,
        scheme,
        "bureau",
        List.of("bureau", "bureau/standings", "bureau/intake", "bureau/campaigns"));
  }

  private void look(String language, ColorScheme scheme, String user, List<String> paths) {
    Visitor visitor = visitor(language, scheme);
    if (!user.isEmpty()) {
      visitor.signIn("/laurel/" + paths.get(0), user);
    }
    for (String path : paths) {
      visitor.open("/laurel/" + path);
      assertThat(visitor.page().locator("html")).hasAttribute("lang", language);
      assertThat(visitor.page().locator("main h1")).hasCount(1);
      visitor.assertAccessible();
      visitor.assertFitsPhone();
      visitor.assertNoErrors();
      String name = path.isEmpty() ? "start" : path.replace('/', '-');
      visitor.keep(scheme.name().toLowerCase(Locale.ROOT) + "-" + name);
    }
    visitor.close();
  }

  private Visitor visitor(String language, ColorScheme scheme) {
    Visitor visitor = Visitor.of(server, chromium.browser(), language, scheme);
    visitors.add(visitor);
    return visitor;
  }

  private static LocatorAssertions.HasTextOptions within(Duration time) {
    return new LocatorAssertions.HasTextOptions().setTimeout(time.toMillis());
  }

  private static LocatorAssertions.ContainsTextOptions contains(Duration time) {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(time.toMillis());
  }
}

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
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import jakarta.json.JsonObject;
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

/** A school's own desk: what pays next, how its score has moved, who is behind it. */
@ExtendWith(FailureReport.class)
class SchoolBrowserIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static TestServer server;
  private static SystemChromium chromium;

  private final List<Visitor> visitors = new ArrayList<>();

  @BeforeAll
  static void start() {
    server = TestServer.start("school", Map.of());
    chromium = SystemChromium.start();
    TestRosters.demoSchool().school("S-02", "市实验小学").post(server, "2026-01-01");
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    TestCampaigns.post(server, "desk", today.minusDays(30), today.plusDays(60));
    List<JsonObject> actions = new ArrayList<>();
    for (int day = 1; day <= 20; day++) {
      String at = today.minusDays(day) + "T10:00:00+08:00";
      actions.add(TestAction.of("l" + day, "lesson.prepared", "T-000001", at));
    }
    actions.add(
        TestAction.of("g", "grade.created", "A-000001", today.minusDays(9) + "T10:00:00+08:00"));
    Answer answer = server.api().post("platform", "actions", TestAction.body(actions));
    assertThat(answer.status()).isEqualTo(202);
    server.awaitSettled("desk");
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
  void aSchoolSeesWhatPaysNextAndItsCourse() {
    Visitor administrator = visitor("zh-CN", ColorScheme.LIGHT);
    Page page = administrator.page();
    administrator.signIn("/laurel/school", "admin1");
    // one of ten functions is done: 9 · 10 over one administrator, for one action the most
    Locator steps = page.locator("#next li");
    assertThat(steps.first()).containsText("管理员还有 9 项功能没有做");
    assertThat(steps.first().locator(".gain")).hasText("+90.00");
    assertThat(page.locator("#next")).containsText("还有 1 名教师没有任何积分");
    Condition.await(
        "the course is there",
        SOON,
        () -> {
          page.reload();
          return page.locator("#course canvas").count() == 1;
        });
    // twenty lessons of three points over two teachers, ten points of one administrator
    page.locator("#course summary").click();
    assertThat(page.locator("#course tbody tr").last()).containsText("30.00");
    assertThat(page.locator("#course tbody tr").last()).containsText("40.00");
    assertThat(page.locator("#course .movement")).containsText("近 7 天总分 +10.50");
    administrator.assertAccessible();
    administrator.assertFitsPhone();
    administrator.keep("school-desk");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("#course canvas")).not().isVisible();
    assertThat(page.locator("#course table")).isVisible();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    page.locator("#score .part a").nth(1).click();
    assertThat(page.locator("#people tbody tr")).hasCount(2);
    administrator.assertAccessible();
    administrator.keep("school-people");
    administrator.assertNoErrors();
  }

  @Test
  void theDeskIsAccessibleInTheDarkAndInEnglish() {
    Visitor administrator = visitor("en", ColorScheme.DARK);
    administrator.signIn("/laurel/school", "admin1");
    assertThat(administrator.page().locator("#next")).containsText("Administrators have");
    administrator.assertAccessible();
    administrator.assertFitsPhone();
    administrator.keep("school-desk-dark");
    administrator.open("/laurel/school/people");
    administrator.assertAccessible();
    administrator.assertFitsPhone();
    administrator.assertNoErrors();
  }

  @Test
  void languageAndThemeAreRemembered() {
    Visitor teacher = visitor("zh-CN", ColorScheme.LIGHT);
    Page page = teacher.page();
    teacher.signIn("/laurel/my", "teacher1");
    page.locator("button[name=theme][value=dark]").click();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.locator("button[name=language][value=en]").click();
    teacher.open("/laurel/my/ledger");
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    assertThat(page.locator("html")).hasAttribute("lang", "en");
  }

  @Test
  void whoHasNoBusinessThereIsToldSo() {
    Visitor teacher = visitor("zh-CN", ColorScheme.LIGHT);
    teacher.signIn("/laurel/my", "teacher1");
    for (String path : List.of("school", "school/people", "bureau", "bureau/standings")) {
      Response answer = teacher.page().navigate(server.http("/laurel/" + path).toString());
      assertThat(answer.status()).as(path).isEqualTo(403);
      assertThat(teacher.page().locator("main h1")).hasCount(1);
      teacher.assertAccessible();
    }
  }
}

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
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

/** Two officers bring a bulletin from its composed text to its release. */
@ExtendWith(FailureReport.class)
class BulletinBrowserIT {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  private static TestServer server;
  private static SystemChromium chromium;

  /** Closed after the test, so that a report of its failure finds them open. */
  private final List<Visitor> visitors = new ArrayList<>();

  @BeforeAll
  static void start() {
    server = TestServer.start("bulletin", Map.of());
    chromium = SystemChromium.start();
    TestRosters.demoSchool().post(server, "2026-01-01");
    campaign("told");
    campaign("draft");
    act("b-1", "lesson.prepared", "T-000001");
    act("b-2", "class.created", "A-000001");
    Condition.await("the actions count", Duration.ofSeconds(30), () -> pending("told") == 0);
    assertThat(server.api().post("bureau", "campaigns/told/close", "").status()).isEqualTo(201);
  }

  /** One honour, for teachers; pupils have done nothing. */
  private static void campaign(String code) {
    JsonArrayBuilder honours =
        Json.createArrayBuilder()
            .add(
                Json.createObjectBuilder()
                    .add("code", "outstanding-teacher")
                    .add("name", "优秀教师")
                    .add("of", "TEACHER")
                    .add("rankBy", "PERSONAL_SCORE")
                    .add("quota", 1));
    JsonObject rules =
        Json.createObjectBuilder(TestCampaigns.of(code, TODAY.minusDays(9), TODAY.plusDays(9)))
            .add("honours", honours)
            .build();
    Answer answer = server.api().post("bureau", "campaigns", rules.toString());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
  }

  private static void act(String id, String type, String actor) {
    Answer answer =
        server
            .api()
            .post(
                "platform",
                "actions",
                TestAction.body(List.of(TestAction.of(id, type, actor, "" + Instant.now()))));
    assertThat(answer.status()).isEqualTo(202);
  }

  private static int pending(String code) {
    return server.api().get("bureau", "campaigns/" + code + "/schools").json().getInt("pending");
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

  private Visitor officer(String user, String language, ColorScheme scheme, String path) {
    Visitor visitor = Visitor.of(server, chromium.browser(), language, scheme);
    visitors.add(visitor);
    visitor.signIn("/laurel/" + path, user);
    return visitor;
  }

  @Test
  void oneOfficerWritesAndAnotherOneReleases() {
    Visitor first = officer("bureau", "zh-CN", ColorScheme.LIGHT, "bureau/selection?campaign=told");
    first.page().locator("#submit").click();
    Visitor second =
        officer("bureau2", "zh-CN", ColorScheme.LIGHT, "bureau/selection?campaign=told");
    second.page().locator("#confirm").click();
    second.page().waitForURL(Pattern.compile("done=confirm"));

    first.open("/laurel/bureau/bulletin?campaign=told");
    write(first.page());
    first.page().locator("#submit").click();
    assertThat(first.page().locator("#own")).isVisible();
    assertThat(first.page().locator("#release")).hasCount(0);
    first.keep("bulletin-submitted");

    second.open("/laurel/bureau/bulletin?campaign=told");
    release(second.page());
    second.open("/laurel/bureau/bulletin?campaign=told&release=1");
    assertThat(second.page().locator(".paper-number")).hasText("石教〔2021〕12号");
    assertThat(second.page().locator(".paper-names li")).hasCount(1);
    assertThat(second.page().locator(".paper-issuer")).hasText("石首市教育局");
    second.keep("bulletin-released");

    JsonObject json = server.api().get("bureau", "campaigns/told/bulletin").json();
    assertThat(json.getJsonObject("bulletin").getString("number")).isEqualTo("石教〔2021〕12号");
    assertThat(json.getJsonObject("figures").getInt("schools")).isEqualTo(1);
    assertThat(json.getJsonObject("figures").getString("teacherRegistrationRate"))
        .isEqualTo("100.0%");
    assertThat(json.getJsonArray("honours").getJsonObject(0).getJsonArray("rows")).hasSize(1);
    for (String ending : List.of("docx", "pdf")) {
      assertThat(server.api().get("bureau", "campaigns/told/bulletin." + ending).status())
          .isEqualTo(200);
    }
    assertThat(server.api().get("", "campaigns/told/bulletin").status()).isEqualTo(401);
    first.assertNoErrors();
    second.assertNoErrors();
  }

  private static void write(Page page) {
    assertThat(page.locator("#badge")).hasText("系统拟定");
    assertThat(page.locator(".paper")).containsText("中小学共1所");
    page.locator("#text-7").fill("文昌小学等校做得好，{nobody}");
    page.locator("#save").click();
    assertThat(page.locator("#refusals")).containsText("没有名为“nobody”的数据");
    assertThat(page.locator("#text-7")).hasValue("文昌小学等校做得好，{nobody}");
    page.locator("#text-7").fill("文昌小学等校做得好，共");
    page.locator("#figures summary").click();
    page.locator("#text-7").press("End");
    page.locator("[data-insert='{plansSubmitted}']").press("Enter");
    assertThat(page.locator("#text-7")).hasValue("文昌小学等校做得好，共{plansSubmitted}");
    assertThat(page.locator("#text-7")).isFocused();
    // nobody's pupils did anything: their board is empty
    page.locator("[name=do][value=remove-4]").click();
    assertThat(page.locator("#unsaved")).isVisible();
    assertThat(page.locator("#text-6")).hasValue("文昌小学等校做得好，共{plansSubmitted}");
    page.locator("#note").fill("改写第一条");
    page.locator("#save").click();
    page.waitForURL(Pattern.compile("done=saved"));
    assertThat(page.locator("#warnings")).containsText("“文昌小学”与名册里的“市文昌小学”只差一个字");
    assertThat(page.locator("#versions li").first()).containsText("改写第一条");
  }

  private static void release(Page page) {
    page.locator("#release-number").fill("石教〔2021〕012号");
    page.locator("#release-date").fill("2021-07-12");
    page.locator("#meant").check();
    page.locator("#release").click();
    assertThat(page.locator("#refused")).containsText("没有办成：还有错误");
    page.locator("#release-number").fill("石教〔2021〕12号");
    page.locator("#meant").check();
    page.locator("#release").click();
    page.waitForURL(Pattern.compile("done=release"));
    assertThat(page.locator("#releases")).containsText("石教〔2021〕12号");
    assertThat(page.locator("#steps")).containsText("发布第1稿");
  }

  @Test
  void whoeverSavesLaterSeesBothTexts() {
    Visitor first = officer("bureau", "zh-CN", ColorScheme.LIGHT, "bureau/bulletin?campaign=draft");
    Visitor second =
        officer("bureau2", "zh-CN", ColorScheme.LIGHT, "bureau/bulletin?campaign=draft");
    first.page().locator("#text-0").fill("甲写的引言");
    first.page().locator("#save").click();
    first.page().waitForURL(Pattern.compile("done=saved"));
    second.page().locator("#text-0").fill("乙写的引言");
    second.page().locator("#save").click();
    assertThat(second.page().locator("#changed")).isVisible();
    assertThat(second.page().locator("#text-0")).hasValue("乙写的引言");
    assertThat(second.page().locator("#differences")).containsText("甲写的引言");
    second.page().locator("#save").click();
    second.page().waitForURL(Pattern.compile("done=saved"));
    assertThat(second.page().locator("#differences .went")).containsText("甲写的引言");
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, LIGHT", "zh-CN, DARK", "en, LIGHT", "en, DARK"})
  void thePageIsForEverybody(String language, ColorScheme scheme) {
    Visitor officer = officer("bureau", language, scheme, "bureau/bulletin?campaign=draft");
    officer.page().locator("#figures summary").click();
    officer.assertAccessible();
    officer.assertFitsPhone();
    officer.keep("bulletin-" + scheme.name().toLowerCase(Locale.ROOT));
    officer.assertNoErrors();
  }
}

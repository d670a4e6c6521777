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
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An officer leads campaigns through their life on the bureau's pages. */
@ExtendWith(FailureReport.class)
class CampaignsBrowserIT {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  private static TestServer server;
  private static SystemChromium chromium;

  /** Closed after the test, so that a report of its failure finds them open. */
  private final List<Visitor> visitors = new ArrayList<>();

  @BeforeAll
  static void start() {
    server = TestServer.start("campaigns", Map.of());
    chromium = SystemChromium.start();
    TestRosters.demoSchool().post(server, "2026-01-01");
    Answer answer =
        server
            .api()
            .post(
                "platform",
                "actions",
                TestAction.body(
                    List.of(
                        TestAction.of("c-1", "lesson.prepared", "T-000001", "" + Instant.now()))));
    assertThat(answer.status()).isEqualTo(202);
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
  void draftIsMadeFromTheNoticeEditedStartedAndClosed() {
    Visitor officer = officer("zh-CN", ColorScheme.LIGHT, "bureau/campaigns");
    Page page = officer.page();
    page.locator("#newCode").fill("life");
    page.locator("#create").click();
    assertThat(page.locator("#checked")).hasText("没有发现问题，可以保存。");
    breakAndMend(page);
    page.locator("#save").click();
    page.waitForURL(Pattern.compile("saved=true"));
    officer.open("/laurel/bureau/campaign?code=life");
    assertThat(page.locator("#standing")).hasText("草稿");
    take(page, "START");
    assertThat(page.locator("#standing")).hasText("进行中");
    assertThat(page.locator(".message.done")).isVisible();
    // what had arrived before counts with the points that were just written: 3 became 7
    Condition.await(
        "the lesson counts",
        Duration.ofSeconds(30),
        () ->
            server.api().get("bureau", "campaigns/life/accounts/T-000001").json().getInt("points")
                == 7);
    page.locator("#step-CLOSE summary").click();
    page.locator("#step-CLOSE input[name=reason]").fill("计分期提前结束");
    page.locator("#step-CLOSE button").click();
    assertThat(page.locator("#standing")).hasText("已结束");
    assertThat(page.locator("main")).containsText("原因：计分期提前结束");
    assertThat(server.api().get("", "campaigns/life/schools").status()).isEqualTo(401);
    take(page, "PUBLISH");
    assertThat(page.locator("#standing")).hasText("已公布");
    assertThat(server.api().get("", "campaigns/life/schools").status()).isEqualTo(200);
    officer.assertNoErrors();
  }

  private static void breakAndMend(Page page) {
    page.locator("[data-at='scoring.from'] input").fill(TODAY.minusDays(5).toString());
    page.locator("[data-at='indicators[11].points'] input").fill("很多");
    assertThat(page.locator("#problems li")).hasCount(1);
    assertThat(page.locator("#problems li")).hasText("教师指标 2“备课” · 每次计分：应是 0 到 10000 的整数");
    assertThat(page.locator("[data-at='indicators[11].points'] .field-problem"))
        .hasText("应是 0 到 10000 的整数");
    page.locator("#save").click();
    assertThat(page.locator("#problems")).isFocused();
    page.locator("#problems a").click();
    assertThat(page.locator("[data-at='indicators[11].points'] input")).isFocused();
    page.locator("[data-at='indicators[11].points'] input").fill("7");
    assertThat(page.locator("#checked")).hasText("没有发现问题，可以保存。");
  }

  private static void take(Page page, String step) {
    page.locator("#step-" + step + " summary").click();
    page.locator("#step-" + step + " button").click();
    page.waitForURL(Pattern.compile("done=" + step));
  }

  @Test
  void rowsAreAddedMovedAndRemovedByKeyboardAndUnknownMembersStay() {
    draft("rows");
    Visitor officer = officer("zh-CN", ColorScheme.LIGHT, "bureau/campaign-edit?code=rows");
    Page page = officer.page();
    assertThat(page.locator("#checked")).hasText("没有发现问题，可以保存。");
    page.locator("#section-teachers > p button[data-do=add]").press("Enter");
    page.keyboard().type("微课");
    assertThat(page.locator("#problems li")).hasText("教师指标 10“微课” · 有效行为：至少选一种行为");
    page.locator("[data-at='indicators[19].actions'] [data-pick]").selectOption("course.edited");
    page.locator("[data-at='indicators[19].actions'] [data-do=pick]").press("Enter");
    assertThat(page.locator("[data-at='indicators[19].actions'] .token")).hasText("编辑课程");
    page.locator("[data-at='indicators[19]'] > .row-buttons [data-do=up]").press("Enter");
    assertThat(page.locator("[data-at='indicators[18]'] > legend")).hasText("指标 9 · 微课");
    assertThat(page.locator("[data-at='indicators[18]'] > .row-buttons [data-do=up]")).isFocused();
    page.locator("[data-at='phases[0]'] > .row-buttons [data-do=remove]").press("Enter");
    assertThat(page.locator("#section-phases .row")).hasCount(0);
    page.locator("#save").click();
    page.waitForURL(Pattern.compile("saved=true"));
    String stored = server.api().get("bureau", "campaigns/rows").body();
    assertThat(stored).contains("\"rankBy\":\"MEMBER_MEAN\"").contains("\"quota\":null");
    assertThat(stored).contains("湖北教育云").contains("微课").doesNotContain("第一阶段");
  }

  @Test
  void saveIsRefusedWhenSomebodyElseSavedMeanwhile() {
    draft("twice");
    Visitor first = officer("zh-CN", ColorScheme.LIGHT, "bureau/campaign-edit?code=twice");
    Visitor second = officer("zh-CN", ColorScheme.LIGHT, "bureau/campaign-edit?code=twice");
    rename(second, "第二人的名称");
    second.page().waitForURL(Pattern.compile("saved=true"));
    rename(first, "第一人的名称");
    assertThat(first.page().locator(".message.error")).containsText("有人保存了另一份修改");
    assertThat(first.page().locator("[data-at=title] input")).hasValue("第一人的名称");
    assertThat(server.api().get("bureau", "campaigns/twice").json().getString("title"))
        .isEqualTo("第二人的名称");
  }

  private static void rename(Visitor officer, String title) {
    assertThat(officer.page().locator("#checked")).isVisible();
    officer.page().locator("[data-at=title] input").fill(title);
    officer.page().locator("#save").click();
  }

  @Test
  void brokenFileIsRefusedInWordsAndAGoodOneBecomesADraft(@TempDir Path folder) throws Exception {
    String good = definition("filed").toString();
    Path file = folder.resolve("campaign.json");
    Files.writeString(file, good.replace("\"points\":3,", "\"points\":\"x\","));
    Visitor officer = officer("zh-CN", ColorScheme.LIGHT, "bureau/campaigns");
    upload(officer.page(), file);
    assertThat(officer.page().locator(".message.error"))
        .containsText("教师指标 2“备课” · 每次计分：应是 0 到 10000 的整数");
    Files.writeString(file, good, StandardCharsets.UTF_8);
    upload(officer.page(), file);
    officer.page().waitForURL(Pattern.compile("campaign-edit\\?code=filed"));
  }

  private static void upload(Page page, Path file) {
    page.locator("#fromFile").check();
    page.locator("#file").setInputFiles(file);
    page.locator("#create").click();
  }

  @Test
  void changeOfRunningRulesIsTriedAndPublished() {
    TestCampaigns.postRunning(server, "tried");
    server.awaitSettled("tried");
    Visitor officer = officer("zh-CN", ColorScheme.LIGHT, "bureau/campaign?code=tried");
    Page page = officer.page();
    page.locator("#propose").click();
    page.locator("#note").fill("备课加到 9 分");
    page.locator("#validFrom").fill(TODAY.minusDays(3).toString());
    page.locator("[data-at='indicators[11].points'] input").fill("9");
    assertThat(page.locator("#checked")).hasText("没有发现问题，可以保存。");
    page.locator("#save").click();
    page.waitForURL(Pattern.compile("bureau/replay"));
    assertThat(page.locator("#progress")).containsText("已算完");
    page.locator("#progress a").click();
    assertThat(page.locator("#result")).containsText("1 人的积分会变");
    assertThat(page.locator("#result")).containsText("+6");
    officer.assertAccessible();
    officer.keep("campaigns-replay");
    page.locator("#step-PUBLISH summary").click();
    page.locator("#step-PUBLISH button").click();
    page.waitForURL(Pattern.compile("done=VERSION"));
    assertThat(page.locator("main")).containsText("备课加到 9 分");
    page.locator("#selfCheck").click();
    assertThat(page.locator("#progress")).containsText("没有差异");
    officer.assertNoErrors();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"zh-CN, LIGHT", "zh-CN, DARK", "en, LIGHT", "en, DARK"})
  void everyPageIsAccessibleAndFitsAPhone(String language, ColorScheme scheme) {
    String code = "look-" + language.toLowerCase(Locale.ROOT) + scheme.ordinal();
    draft(code);
    Visitor visitor = officer(language, scheme, "bureau/campaigns");
    look(visitor, "bureau/campaigns", scheme, "campaigns");
    look(visitor, "bureau/campaign?code=" + code, scheme, "campaign");
    look(visitor, "bureau/campaign-edit?code=" + code, scheme, "campaign-edit");
    Page page = visitor.page();
    page.locator("[data-at=title] input").fill("");
    assertThat(page.locator("#problems li")).hasCount(1);
    page.locator("[data-at='indicators[10]'] details").last().locator("summary").click();
    visitor.assertAccessible();
    page.locator("[data-at=title] input").fill("x");
    visitor.assertNoErrors();
  }

  private static void look(Visitor visitor, String path, ColorScheme scheme, String name) {
    visitor.open("/laurel/" + path);
    assertThat(visitor.page().locator("main h1")).hasCount(1);
    visitor.assertAccessible();
    visitor.assertFitsPhone();
    visitor.keep(scheme.name().toLowerCase(Locale.ROOT) + "-" + name);
  }

  @Test
  void onlyTheBureauMayEdit() {
    for (String path :
        List.of("campaigns/check", "campaigns/rows/start", "campaigns/rows/publish")) {
      assertThat(server.api().post("teacher1", path, "{}").status()).as(path).isEqualTo(403);
      assertThat(server.api().post("", path, "{}").status()).as(path).isEqualTo(401);
    }
    assertThat(server.api().get("", "campaigns/schema").status()).isEqualTo(200);
  }

  private static JsonObject definition(String code) {
    return Json.createObjectBuilder(TestCampaigns.of(code, TODAY.minusDays(5), TODAY.plusDays(100)))
        .add(
            "phases",
            Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("code", "first").add("name", "第一阶段")))
        .build();
  }

  private static void draft(String code) {
    String json =
        Json.createObjectBuilder(definition(code)).add("state", "DRAFT").build().toString();
    assertThat(server.api().post("bureau", "campaigns", json).status()).isEqualTo(201);
  }

  private Visitor officer(String language, ColorScheme scheme, String path) {
    Visitor visitor = Visitor.of(server, chromium.browser(), language, scheme);
    visitors.add(visitor);
    visitor.signIn("/laurel/" + path, "bureau");
    return visitor;
  }
}

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
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the closing of a campaign to its result, with two officers. */
@ExtendWith(FailureReport.class)
class ResultBrowserIT {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  private static TestServer server;
  private static SystemChromium chromium;

  private final List<Visitor> visitors = new ArrayList<>();

  /** Three schools, all spaces open in the first; its two teachers and one more are level. */
  @BeforeAll
  static void start() {
    server = TestServer.start("result", Map.of());
    chromium = SystemChromium.start();
    new TestRosters()
        .org("C-01,调关镇中心学校,local,")
        .school("S-01", "市文昌小学")
        .org("S-02,调关镇小学,school,C-01")
        .org("S-03,调关镇初级中学,school,C-01")
        .administrator("S-01", "A-000001", "admin1")
        .administrator("S-02", "A-000002", "")
        .teacher("S-01", "T-000001", "teacher1")
        .teacher("S-01", "T-000002", "")
        .teacher("S-02", "T-000003", "")
        .row("P-1,true,S-01,student,,一,测,03,2020-09-01T08:00:00+08:00,2020-09-02T08:00:00+08:00")
        .post(server, "2026-01-01");
    for (String code : List.of("whole", "seen")) {
      TestCampaigns.post(server, code, TODAY.minusDays(40), TODAY.minusDays(1));
    }
    List<JsonObject> actions = new ArrayList<>();
    for (String teacher : List.of("T-000001", "T-000002", "T-000003")) {
      actions.add(prepared(teacher, 5));
    }
    actions.add(prepared("T-000001", 6));
    Answer taken = server.api().post("platform", "actions", TestAction.body(actions));
    assertThat(taken.status()).isEqualTo(202);
    server.awaitSettled("whole");
    server.awaitSettled("seen");
  }

  private static JsonObject prepared(String teacher, int daysAgo) {
    return TestAction.of(
        "r-" + teacher + "-" + daysAgo,
        "lesson.prepared",
        teacher,
        TODAY.minusDays(daysAgo) + "T09:00:00+08:00");
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

  private Visitor officer(String name, String language, ColorScheme scheme, String path) {
    Visitor visitor = Visitor.of(server, chromium.browser(), language, scheme);
    visitors.add(visitor);
    visitor.signIn("/laurel/bureau/" + path, name);
    return visitor;
  }

  private JsonObject selection(String honour) {
    return server.api().get("bureau", "campaigns/whole/selection/" + honour).json();
  }

  @Test
  void twoOfficersLeadACampaignFromItsClosingToConfirmedLists() {
    Visitor first = officer("bureau", "zh-CN", ColorScheme.LIGHT, "selection?campaign=whole");
    Page desk = first.page();
    assertThat(desk.locator("#state")).containsText("活动还在进行");
    assertThat(desk.locator("#submit")).hasCount(0);
    close(first);
    String hash = server.api().get("bureau", "campaigns/whole/snapshots").body();
    first.open("/laurel/bureau/selection?campaign=whole&honour=outstanding-teacher");
    assertThat(hash).contains(desk.locator("#snapshot code").first().innerText());
    assertThat(desk.locator("#list")).containsText("还没有人入选");
    places(desk);
    tie(first);
    override(desk);
    review(desk);
    desk.locator("#submit").click();
    assertThat(desk.locator("#done")).hasText("已提交，请另一位工作人员复核。");
    assertThat(desk.locator("#confirm")).hasCount(0);
    Visitor second = officer("bureau2", "zh-CN", ColorScheme.DARK, "selection?campaign=whole");
    confirm(second);
    papers(first);
    notice(first);
    bulletin(first, second);
    first.assertNoErrors();
    second.assertNoErrors();
  }

  private static void close(Visitor officer) {
    Page page = officer.page();
    officer.open("/laurel/bureau/campaign?code=whole");
    page.locator("#step-CLOSE summary").click();
    page.locator("#reason-CLOSE").fill("活动结束");
    page.locator("#step-CLOSE button").click();
    assertThat(page.locator("#step-CLOSE")).hasCount(0);
  }

  /** Two places for three who are level: tried, then taken with a reason. */
  private void places(Page page) {
    page.locator("#places").fill("2");
    page.locator("#perSchool").fill("1");
    page.locator("#try").click();
    assertThat(page.locator("#tried")).isVisible();
    assertThat(page.locator("#concentration")).containsText("入选 2 个，来自 2 所单位");
    assertThat(page.locator("#tie")).hasCount(0);
    page.locator("#places").fill("2");
    page.locator("#perSchool").fill("0");
    page.locator("#try").click();
    page.locator("#scheme-words").fill("按教师总数确定");
    page.locator("#takeScheme").click();
    assertThat(page.locator("#done")).hasText("已采用新的名额方案。");
    JsonObject selection = selection("outstanding-teacher");
    assertThat(selection.getBoolean("cutTied")).isTrue();
    assertThat(selection.getInt("quota")).isEqualTo(2);
  }

  private void tie(Visitor officer) {
    Page page = officer.page();
    page.locator("#submit").click();
    assertThat(page.locator("#refused")).containsText("还有并列的候选人没有决定");
    officer.open("/laurel/bureau/selection?campaign=whole&honour=outstanding-teacher");
    assertThat(page.locator("#tie input[name=chosen]")).hasCount(2);
    officer.assertAccessible();
    officer.keep("selection-tie");
    page.locator("#tie input[value='T-000003']").check();
    page.locator("#tie-words").fill("应用效果更好");
    page.locator("#decideTie").click();
    assertThat(page.locator("#done")).hasText("已记下对并列者的决定。");
    assertThat(selection("outstanding-teacher").getJsonArray("rows").getValuesAs(JsonObject.class))
        .filteredOn(row -> row.getBoolean("decided"))
        .extracting(row -> row.getString("code"))
        .containsExactly("T-000001", "T-000003");
  }

  private void override(Page page) {
    page.navigate(
        server
            .http("/laurel/bureau/candidate?campaign=whole&honour=outstanding-school&code=S-02")
            .toString());
    page.locator("#in").click();
    assertThat(page.locator("#refused")).containsText("请写明原因");
    page.locator("#words").fill("空间应用形成特色，经集体研究");
    page.locator("#in").click();
    assertThat(page.locator("#done")).hasText("已列入名单。");
    assertThat(page.locator("#decided")).hasText("列入");
  }

  private static void review(Page page) {
    page.locator("#reviewForm input[value='4']").check();
    page.locator("#remark").fill("移动备课有特色");
    page.locator("#review").click();
    assertThat(page.locator("#reviews")).containsText("均分 4.00");
    page.locator(".crumb a").last().click();
    assertThat(page.locator("#difference")).isVisible();
  }

  private static void confirm(Visitor second) {
    Page page = second.page();
    assertThat(page.locator("#state")).containsText("bureau 已提交");
    page.locator("#return").click();
    assertThat(page.locator("#refused")).containsText("请写明原因或意见");
    page.locator("#confirm").click();
    assertThat(page.locator("#done")).hasText("名单已确认并存档。");
    second.assertAccessible();
    second.keep("selection-confirmed");
  }

  /** The winners before the public: names, schools and honours. */
  private static void notice(Visitor officer) {
    Page page = officer.page();
    assertThat(server.api().get("", "campaigns/whole/honours").status()).isEqualTo(404);
    officer.open("/laurel/bureau/selection?campaign=whole");
    page.locator("#to-notice").click();
    page.locator("#start-last").fill(TODAY.plusDays(4).toString());
    page.locator("#startNotice").click();
    assertThat(page.locator("#standing")).containsText("正在公示");
    Answer open = server.api().get("", "campaigns/whole/honours");
    assertThat(open.json().getString("state")).isEqualTo("NOTICE");
    assertThat(open.body()).contains("测名003", "调关镇小学").doesNotContain("T-000003", "bureau");
  }

  private static void bulletin(Visitor first, Visitor second) {
    Page page = first.page();
    first.open("/laurel/bureau/bulletin?campaign=whole");
    // nobody's pupils did anything, and no administrator: their boards are empty
    page.locator("[name=do][value=remove-4]").click();
    page.locator("[name=do][value=remove-3]").click();
    page.locator("#save").click();
    page.waitForURL(url -> url.contains("done=saved"));
    page.locator("#submit").click();
    assertThat(page.locator("#own")).isVisible();
    second.open("/laurel/bureau/bulletin?campaign=whole");
    second.page().locator("#release-number").fill("石教〔2026〕12号");
    second.page().locator("#release-date").fill(TODAY.toString());
    second.page().locator("#meant").check();
    second.page().locator("#release").click();
    second.page().waitForURL(url -> url.contains("done=release"));
    JsonObject told = server.api().get("bureau", "campaigns/whole/bulletin").json();
    assertThat(told.getJsonObject("bulletin").getString("number")).isEqualTo("石教〔2026〕12号");
    assertThat(told.getJsonArray("honours").toString()).contains("测名003");
  }

  private static void papers(Visitor officer) {
    for (String format : List.of("docx", "pdf")) {
      officer.open("/laurel/bureau/selection?campaign=whole");
      assertThat(officer.page().waitForDownload(() -> officer.page().locator("#" + format).click()))
          .isNotNull();
    }
  }

  @Test
  void onlyOfficersOfTheBureauSeeTheSelection() {
    assertThat(
            server.api().get("teacher1", "campaigns/seen/selection/outstanding-teacher").status())
        .isEqualTo(403);
    assertThat(server.api().get("", "campaigns/seen/selection/outstanding-teacher").status())
        .isEqualTo(401);
    assertThat(server.api().get("bureau", "campaigns/seen/selection/nobody").status())
        .isEqualTo(404);
    Answer early = server.api().post("bureau", "campaigns/seen/snapshots", "{\"reason\":\"x\"}");
    assertThat(early.status()).as(early.body()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, LIGHT", "zh-CN, DARK", "en, LIGHT", "en, DARK"})
  void pagesAreFitForEverybody(String language, ColorScheme scheme) {
    Visitor visitor = officer("bureau", language, scheme, "selection?campaign=seen");
    for (String path :
        List.of(
            "selection?campaign=seen&honour=outstanding-teacher&places=2",
            "selection?campaign=seen&all=yes",
            "selection?campaign=seen&honour=outstanding-central-school",
            "candidate?campaign=seen&honour=outstanding-central-school&code=C-01",
            "candidate?campaign=seen&honour=outstanding-teacher&code=T-000001",
            "candidate?campaign=seen&honour=outstanding-teacher&code=nobody")) {
      visitor.open("/laurel/bureau/" + path);
      visitor.assertAccessible();
      visitor.assertFitsPhone();
      visitor.keep("result-" + scheme + "-" + path.replaceAll("\\W+", "-"));
    }
    visitor.assertNoErrors();
  }
}

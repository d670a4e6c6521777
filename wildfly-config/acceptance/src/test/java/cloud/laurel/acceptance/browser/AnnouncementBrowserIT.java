package cloud.laurel.acceptance.browser;

import static cloud.laurel.acceptance.browser.AnnouncedCampaigns.TODAY;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.Answer;
import cloud.laurel.acceptance.fixture.Api;
import cloud.laurel.acceptance.fixture.Condition;
import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.SystemChromium;
import cloud.laurel.acceptance.fixture.TestServer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Winners before the public: on notice, objected to, published, and out of sight again. */
@ExtendWith(FailureReport.class)
class AnnouncementBrowserIT {

  /** Everything of the winners that the public may read. */
  private static final Set<String> ALLOWED =
      Set.of("优秀学校", "优秀中心学校", "优秀管理员", "优秀教师", "市文昌小学", "测名001", "测名002");

  /** What is known of them besides: codes, sign-in names, members of other answers. */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[TA]-00000\\d|S-01|teacher[12]|admin1|bureau|rank|score|points|account");

  /** Over HTTP/2 without TLS the server would not look at X-Forwarded-For. */
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static TestServer server;
  private static SystemChromium chromium;
  private static long onNotice;

  private final List<Visitor> visitors = new ArrayList<>();

  @BeforeAll
  static void start() {
    // so that a test can come from many addresses
    server = TestServer.start("announcement", Map.of(), "-Dlaurel.proxied=true");
    chromium = SystemChromium.start();
    onNotice = AnnouncedCampaigns.make(server);
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
  void upheldObjectionIsAnsweredByItsNumberAndReopensTheSelection() {
    Visitor officer = officer("zh-CN", ColorScheme.LIGHT, "bureau/notice?campaign=walk");
    Page desk = officer.page();
    desk.locator("#start-last").fill(TODAY.minusDays(1).toString());
    desk.locator("#startNotice").click();
    assertThat(desk.locator("#start-last-error")).hasText("最后一天早于第一天，请改正日期。");
    desk.locator("#start-last").fill(TODAY.plusDays(3).toString());
    desk.locator("#startNotice").click();
    assertThat(desk.locator("#standing")).hasText("正在公示，还有 4 天（含今天）");
    String list = desk.locator("main dl a").first().getAttribute("href");
    Visitor stranger = stranger("zh-CN", ColorScheme.LIGHT, list);
    String number = object(stranger);
    officer.open("/laurel/bureau/objections?campaign=walk");
    desk.locator("#queue tbody a").first().click();
    assertThat(desk.locator("#from")).hasText("实名 李某 0716-000000");
    desk.locator("#answer").fill("经核对，公示材料有误，将改正名单。");
    desk.locator("#uphold").click();
    assertThat(desk.locator("#next")).containsText("重新打开评选");
    officer.assertAccessible();
    officer.open("/laurel/bureau/notice?campaign=walk");
    assertThat(desk.locator("#holding")).isVisible();
    stranger.open("/laurel/notice/objection?case=" + number.toLowerCase(Locale.ROOT));
    assertThat(stranger.page().locator("#caseState")).hasText("成立");
    assertThat(stranger.page().locator("#answer")).hasText("经核对，公示材料有误，将改正名单。");
    assertThat(stranger.page().locator("main")).not().containsText("李某");
    assertThat(stranger.page().locator("main")).not().containsText("测名");
    officer.open("/laurel/bureau/selection?campaign=walk");
    desk.locator("details:has(#reopen) summary").click();
    desk.locator("#reopen-words").fill("异议成立，改正名单");
    desk.locator("#reopen").click();
    Condition.await(
        "the notice ends with its selection",
        Duration.ofSeconds(30),
        () -> server.api().get("", "campaigns/walk/honours").status() == 404);
    officer.open("/laurel/bureau/notice?campaign=walk");
    assertThat(desk.locator("#unconfirmed")).isVisible();
    assertThat(desk.locator("main")).containsText("评选已重新打开，公示结束");
    stranger.open(list);
    assertThat(stranger.page().locator("#roll")).hasCount(0);
    officer.assertNoErrors();
    stranger.assertNoErrors();
  }

  private static String object(Visitor stranger) {
    Page page = stranger.page();
    page.locator("#entry").selectOption(page.locator("#entry option").last().getAttribute("value"));
    page.locator("#words").fill("材料不符");
    page.locator("#object").evaluate("form => form.noValidate = true");
    page.locator("#send").click();
    assertThat(page.locator("#object-words-error")).containsText("至少写 10 个字");
    assertThat(page.locator("#words")).hasValue("材料不符");
    page.locator("#words").fill("这位老师的公示材料与实际不符，请核对。");
    page.locator("#name").fill("李某");
    page.locator("#contact").fill("0716-000000");
    page.locator("#send").click();
    assertThat(page.locator("#number")).containsText("YY-");
    stranger.assertAccessible();
    stranger.keep("announcement-filed");
    return page.locator("#number").innerText();
  }

  @Test
  void listThatWaitedForAnObjectionIsPublishedOnceItIsDecided() {
    assertThat(server.api().get("", "campaigns/waits/honours").status()).isEqualTo(404);
    Visitor officer = officer("zh-CN", ColorScheme.LIGHT, "bureau/notice?campaign=waits");
    assertThat(officer.page().locator("#standing")).containsText("公示期已满");
    officer.open("/laurel/bureau/objections?campaign=waits");
    officer.page().locator("#queue tbody a").first().click();
    officer.page().locator("#answer").fill("该校未申报，名单无误。");
    officer.page().locator("#reject").click();
    assertThat(officer.page().locator("#state")).hasText("不成立");
    Condition.await(
        "the list is published",
        Duration.ofSeconds(30),
        () -> server.api().get("", "campaigns/waits/honours").status() == 200);
    assertThat(server.api().get("", "campaigns/waits/honours").json().getString("state"))
        .isEqualTo("PUBLISHED");
  }

  @Test
  void publishedLineIsTakenOutAndTheListTakenDown() {
    Visitor officer = officer("zh-CN", ColorScheme.LIGHT, "bureau/notice?campaign=held");
    Page desk = officer.page();
    Visitor stranger = stranger("zh-CN", ColorScheme.LIGHT, "/laurel/honours?campaign=held");
    assertThat(stranger.page().locator("#roll")).containsText("测名002");
    stranger.page().locator("#school").fill("文昌");
    stranger.page().locator("#filter").click();
    assertThat(stranger.page().locator("#roll")).containsText("测名002");
    stranger.open("/laurel/honours?campaign=held&school=%E6%97%A0");
    assertThat(stranger.page().locator("#roll")).hasCount(0);
    String entry =
        desk.locator("#remove-entry option")
            .filter(new Locator.FilterOptions().setHasText("测名002"))
            .getAttribute("value");
    desk.locator("#remove-entry").selectOption(entry);
    desk.locator("#remove-reason").fill("本人要求");
    desk.locator("#removeEntry").click();
    assertThat(desk.locator("#done")).isVisible();
    stranger.open("/laurel/honours?campaign=held");
    assertThat(stranger.page().locator("#roll")).not().containsText("测名002");
    assertThat(server.api().get("", "campaigns/held/honours").body()).doesNotContain("测名002");
    desk.locator("#takeDown-reason").fill("名单更正");
    desk.locator("#takeListDown").click();
    assertThat(desk.locator("#done")).isVisible();
    stranger.open("/laurel/honours?campaign=held");
    assertThat(stranger.page().locator("#roll")).hasCount(0);
    assertThat(server.api().get("", "campaigns/held/honours").status()).isEqualTo(404);
    assertThat(server.api().get("bureau", "campaigns/held/honours").json().getString("state"))
        .isEqualTo("TAKEN_DOWN");
  }

  @Test
  void publicReadsNothingButNameSchoolAndHonour() throws Exception {
    JsonObject json = server.api().get("", "campaigns/on/honours").json();
    assertThat(json.keySet())
        .containsExactlyInAnyOrder("campaign", "title", "state", "from", "to", "honours");
    assertThat(json.getString("to")).isEqualTo(TODAY.plusDays(5).toString());
    Set<String> read = new HashSet<>();
    for (JsonObject honour : json.getJsonArray("honours").getValuesAs(JsonObject.class)) {
      assertThat(honour.keySet()).containsExactlyInAnyOrder("code", "name", "rows");
      read.add(honour.getString("name"));
      for (JsonObject row : honour.getJsonArray("rows").getValuesAs(JsonObject.class)) {
        assertThat(row.keySet()).containsExactlyInAnyOrder("name", "school");
        read.add(row.getString("name"));
        read.add(row.getString("school"));
      }
    }
    read.remove("");
    assertThat(read).contains("测名001", "市文昌小学").isSubsetOf(ALLOWED);
    assertThat(json.toString()).doesNotContainPattern(FORBIDDEN);
    for (String path : List.of("/laurel/notice?id=" + onNotice, "/laurel/honours?campaign=shown")) {
      Visitor stranger = stranger("zh-CN", ColorScheme.LIGHT, path);
      String roll = stranger.page().locator("#roll").innerText();
      assertThat(roll).contains("测名001");
      for (String word : ALLOWED) {
        roll = roll.replace(word, "");
      }
      assertThat(roll).as(path).isBlank();
      HttpResponse<String> html = get(path, "");
      assertThat(html.body().replaceAll("href=\"[^\"]*\"", "")).doesNotContainPattern(FORBIDDEN);
      assertThat(html.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(html.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void nothingOfAnExpiredNoticeIsServedInPublic() throws Exception {
    Answer stranger = server.api().get("", "campaigns/gone/honours");
    assertThat(stranger.status()).isEqualTo(404);
    assertThat(stranger.body())
        .isEqualTo(server.api().get("", "campaigns/none/honours").body().replace("none", "gone"));
    assertThat(server.api().get("teacher1", "campaigns/gone/honours").status()).isEqualTo(404);
    assertThat(server.api().get("bureau", "campaigns/gone/honours").body()).contains("测名001");
    for (long list = 1; list <= onNotice + 4; list++) {
      String html = get("/laurel/notice?id=" + list, "").body();
      assertThat(html.contains("测名001")).as("list " + list).isEqualTo(list == onNotice);
    }
    assertThat(get("/laurel/honours?campaign=gone", "").body()).doesNotContain("测名001");
  }

  @Test
  void onlyOfficersComeToTheDesk() throws Exception {
    for (String path : List.of("notice", "objections", "objection?id=1")) {
      assertThat(get("/laurel/bureau/" + path, "teacher1").statusCode()).isEqualTo(403);
      assertThat(get("/laurel/bureau/" + path, "admin1").statusCode()).isEqualTo(403);
      assertThat(get("/laurel/bureau/" + path, "").body()).contains("j_password");
    }
  }

  @Test
  void sameAddressFilesTenTimesAnHour() throws Exception {
    String page = get("/laurel/notice?id=" + onNotice, "").body();
    String form = page.substring(page.indexOf("id=\"object\""));
    String state =
        form.replaceAll("(?s).*?name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\".*", "$1");
    int filed = 0;
    HttpResponse<String> last = file(state, 0, "203.0.113.9");
    for (; last.statusCode() == 302 && filed < 50; last = file(state, filed, "203.0.113.9")) {
      filed++;
    }
    assertThat(filed).isEqualTo(10);
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.body()).contains("请过一会儿再试");
    assertThat(file(state, 99, "203.0.113.10").statusCode()).isEqualTo(302);
  }

  private static HttpResponse<String> file(String state, int number, String from) throws Exception {
    String body =
        "object=object&send=send&jakarta.faces.ViewState="
            + state
            + "&id="
            + onNotice
            + "&words=one+more+objection+"
            + number;
    return CLIENT.send(
        HttpRequest.newBuilder(server.http("/laurel/notice"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept-Language", "zh-CN")
            .header("X-Forwarded-For", from)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path, String user)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.http(path));
    if (!user.isEmpty()) {
      request.header("Authorization", Api.basic(user));
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"zh-CN, LIGHT", "zh-CN, DARK", "en, LIGHT", "en, DARK"})
  void everyPageIsAccessibleAndFitsAPhone(String language, ColorScheme scheme) {
    Visitor stranger = stranger(language, scheme, "/laurel/");
    look(stranger, "notice?id=" + onNotice, scheme, "notice");
    look(stranger, "notice?id=99", scheme, "notice-over");
    look(stranger, "honours?campaign=shown", scheme, "honours");
    look(stranger, "honours?campaign=none", scheme, "honours-none");
    look(stranger, "notice/objection?case=1", scheme, "objection-unknown");
    Visitor officer = officer(language, scheme, "bureau/notice?campaign=on");
    look(officer, "bureau/notice?campaign=on", scheme, "desk");
    look(officer, "bureau/notice?campaign=gone", scheme, "desk-new");
    look(officer, "bureau/notice?campaign=shown", scheme, "desk-published");
    look(officer, "bureau/objections?campaign=waits", scheme, "objections");
    officer.page().locator("#queue tbody a").first().click();
    officer.assertAccessible();
    officer.assertFitsPhone();
    stranger.assertNoErrors();
    officer.assertNoErrors();
  }

  private static void look(Visitor visitor, String path, ColorScheme scheme, String name) {
    visitor.open("/laurel/" + path);
    assertThat(visitor.page().locator("main h1")).hasCount(1);
    visitor.assertAccessible();
    visitor.assertFitsPhone();
    visitor.keep(scheme.name().toLowerCase(Locale.ROOT) + "-announcement-" + name);
  }

  private Visitor stranger(String language, ColorScheme scheme, String path) {
    Visitor visitor = Visitor.of(server, chromium.browser(), language, scheme);
    visitors.add(visitor);
    visitor.open(path);
    return visitor;
  }

  private Visitor officer(String language, ColorScheme scheme, String path) {
    Visitor visitor = Visitor.of(server, chromium.browser(), language, scheme);
    visitors.add(visitor);
    visitor.signIn("/laurel/" + path, "bureau");
    return visitor;
  }
}

package cloud.laurel.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.Answer;
import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.SystemChromium;
import cloud.laurel.acceptance.fixture.TestCampaigns;
import cloud.laurel.acceptance.fixture.TestRosters;
import cloud.laurel.acceptance.fixture.TestServer;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

/** A school's case from the first draft to everybody, and off the public page again. */
@ExtendWith(FailureReport.class)
class ShowcaseBrowserIT {

  private static final String TITLE = "一节好课全镇共享𬭩";
  private static final String PLACE = "shot in the yard";

  private static TestServer server;
  private static SystemChromium chromium;

  /** The address of a case of a school that is nobody's here. */
  private static String foreign = "";

  private final List<Visitor> visitors = new ArrayList<>();

  /** Two schools; who has begun a case for one of them administers the other one now. */
  @BeforeAll
  static void start() {
    server = TestServer.start("showcase", Map.of());
    chromium = SystemChromium.start();
    roster("S-02").administrator("S-02", "A-000001", "admin1").post(server, "2026-01-01");
    TestCampaigns.postRunning(server, "showcase");
    try (Visitor early = Visitor.of(server, chromium.browser(), "zh-CN", ColorScheme.LIGHT)) {
      early.signIn("/laurel/school/showcase", "admin1");
      early.page().locator("#new").click();
      early.page().locator("#files").setInputFiles(file("a.png", picture()));
      early.page().locator("#save").click();
      foreign = early.page().url();
    }
    roster("S-01").administrator("S-01", "A-000001", "admin1").post(server, "2026-02-01");
  }

  private static TestRosters roster(String school) {
    return new TestRosters()
        .org("S-01,市文昌小学,school,")
        .org("S-02,文昌镇第二小学,school,")
        .administrator("S-02", "A-000002", "a-000002")
        .teacher(school, "T-000001", "teacher1");
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
  void aCaseIsWrittenReturnedMendedPublishedFoundAndWithdrawn() {
    Visitor school = visitor("zh-CN", ColorScheme.LIGHT);
    Visitor officer = visitor("zh-CN", ColorScheme.LIGHT);
    Visitor anybody = visitor("zh-CN", ColorScheme.LIGHT);
    write(school);
    String own = describeAndSubmit(school);
    giveBack(officer);
    mend(school);
    publish(officer);
    String picture = find(anybody);
    askForWithdrawal(school, own);
    withdraw(officer);
    assertThat(anybody.page().request().get(picture).status()).isEqualTo(404);
    anybody.open("/laurel/showcase?school=S-01&q=%E5%85%A8%E9%95%87");
    assertThat(anybody.page().locator("#cases")).hasCount(0);
    school.assertNoErrors();
    officer.assertNoErrors();
    anybody.assertNoErrors();
  }

  /** Refused pictures say why; what is missing does not keep a draft from being stored. */
  private static void write(Visitor school) {
    Page page = school.page();
    school.signIn("/laurel/school/showcase", "admin1");
    page.locator("#new").click();
    page.locator("#title").fill(TITLE);
    page.locator("#links-0").fill("http://example.com");
    page.locator("#save").click();
    assertThat(page.locator("#problems li")).hasCount(1);
    assertThat(page.locator("#problems")).containsText("https://");
    page.locator("#links-0").fill("https://example.com/lesson");
    page.locator("#files").setInputFiles(file("课堂.jpg", "<svg onload='alert(1)'/>".getBytes()));
    page.locator("#save").click();
    assertThat(page.locator("#problems")).containsText("“课堂.jpg”不是可以添加的图片");
    assertThat(page.locator("#title")).hasValue(TITLE);
    page.locator("#files").setInputFiles(file("课堂.png", picture()));
    page.locator("#submit").click();
    assertThat(page.locator("#problems")).containsText("已保存为草稿");
    assertThat(page.locator("#problems li")).hasCount(5);
    school.keep("showcase-problems");
  }

  /** The address of the case, for others to try. */
  private static String describeAndSubmit(Visitor school) {
    Page page = school.page();
    page.locator("#theme").selectOption("teaching");
    page.locator("#summary").fill("三次网络磨课，共用一份教案。");
    page.locator("#body").fill("每周三磨课。\n\n<b>教案</b>放在空间里。");
    page.locator("input[id^=alt-]").fill("磨课用的教案封面");
    // two tabs: whoever is late overwrites nothing unawares
    page.locator("#save").click();
    assertThat(page.locator("#done")).hasText("草稿已保存。");
    Page second = page.context().newPage();
    second.navigate(page.url());
    second.locator("#summary").fill("另一个窗口写的。");
    second.locator("#save").click();
    assertThat(second.locator("#done")).isVisible();
    second.close();
    page.locator("#consent").check();
    page.locator("#submit").click();
    assertThat(page.locator("#problems")).containsText("别人改动过");
    assertThat(page.locator("#summary")).hasValue("三次网络磨课，共用一份教案。");
    page.locator("#consent").check();
    page.locator("#submit").click();
    assertThat(page.locator("#done")).hasText("已提交给教育局。");
    assertThat(page.locator("#caseForm")).hasCount(0);
    school.keep("showcase-submitted");
    return page.url();
  }

  private static void giveBack(Visitor officer) {
    Page page = officer.page();
    officer.signIn("/laurel/bureau/showcase", "bureau");
    page.locator("#cases tbody a").click();
    assertThat(page.locator("#sheet")).containsText("<b>教案</b>");
    assertThat(page.locator("#history")).containsText("声明已取得监护人同意");
    page.locator("#giveBack").click();
    assertThat(page.locator("#problems")).containsText("请写明");
    page.locator("#words").fill("请补充成效。");
    officer.keep("showcase-decide");
    page.locator("#giveBack").click();
    assertThat(page.locator("#state")).containsText("已退回");
  }

  private static void mend(Visitor school) {
    Page page = school.page();
    school.open("/laurel/my/notices");
    page.locator("#notice-list a").first().click();
    assertThat(page.locator("#remark")).containsText("请补充成效。");
    page.locator("#body").fill("每周三磨课。\n教案放在空间里。\n全镇十二个班都在用。");
    page.locator("#submit").click();
    assertThat(page.locator("#problems")).containsText("监护人同意");
    page.locator("#consent").check();
    page.locator("#submit").click();
    assertThat(page.locator("#state")).containsText("已提交");
  }

  private static void publish(Visitor officer) {
    Page page = officer.page();
    officer.open("/laurel/bureau/showcase");
    page.locator("#cases tbody a").click();
    Page late = page.context().newPage();
    late.navigate(page.url());
    page.locator("#publish").click();
    assertThat(page.locator("#state")).containsText("已发布");
    late.locator("#publish").click();
    assertThat(late.locator("#problems")).containsText("别人改动过");
    late.close();
  }

  /** Returns the address of the picture. */
  private static String find(Visitor anybody) {
    Page page = anybody.page();
    anybody.open("/laurel/showcase");
    page.locator("#q").fill("全镇 十二个班");
    page.locator("#school").fill("文昌小学");
    page.locator("#theme").selectOption("teaching");
    page.locator("#find").click();
    assertThat(page.locator("#cases > li")).hasCount(1);
    anybody.keep("showcase-found");
    assertNothingInternal(page.content());
    page.locator("#cases a").click();
    assertThat(page.locator("h1")).hasText(TITLE);
    assertThat(page.locator("#links a")).hasText("打开 example.com");
    anybody.keep("showcase-case");
    assertNothingInternal(page.content());
    Locator picture = page.locator("#pictures a");
    assertThat(picture.locator("img")).hasAttribute("alt", "磨课用的教案封面");
    String address = "" + server.http(picture.getAttribute("href"));
    APIResponse answer = page.request().get(address);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers())
        .containsEntry("content-type", "image/png")
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("cache-control", "public, max-age=600")
        .containsKey("etag");
    assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).doesNotContain(PLACE);
    RequestOptions known =
        RequestOptions.create().setHeader("If-None-Match", answer.headers().get("etag"));
    assertThat(page.request().get(address, known).status()).isEqualTo(304);
    inJson();
    return address;
  }

  /** Nobody's name or account, nothing of the way there. */
  private static void assertNothingInternal(String sent) {
    assertThat(sent)
        .doesNotContain(
            "A-000001", "admin1", "T-000001", "bureau", "请补充成效", "PUBLISHED", "RETURNED");
  }

  private static void inJson() {
    Answer list = server.api().get("", "showcase?theme=teaching&school=S-01&q=" + encoded("全镇"));
    assertThat(list.status()).isEqualTo(200);
    JsonObject card = list.json().getJsonArray("cases").getJsonObject(0);
    assertThat(card.keySet())
        .containsExactlyInAnyOrder(
            "id", "title", "theme", "school", "campaign", "summary", "pictures");
    Answer one = server.api().get("", "showcase/" + card.getInt("id"));
    assertThat(one.json().keySet())
        .containsExactlyInAnyOrder(
            "id", "title", "theme", "school", "campaign", "summary", "text", "pictures", "links");
    assertThat(one.json().getJsonArray("pictures").getJsonObject(0).keySet())
        .containsExactlyInAnyOrder("address", "thumbnail", "alt", "width", "height");
    assertThat(one.json().getString("school")).isEqualTo("市文昌小学");
    assertThat(one.json().getJsonArray("text")).hasSize(3);
    assertNothingInternal(list.body() + one.body());
    assertThat(server.api().get("", "showcase?q=nothing").json().getInt("total")).isZero();
    assertThat(server.api().get("", "showcase/99999").status()).isEqualTo(404);
  }

  private static void askForWithdrawal(Visitor school, String own) {
    Page page = school.page();
    page.navigate(own);
    page.locator("#words").fill("照片要换。");
    page.locator("#ask").click();
    assertThat(page.locator("#done")).hasText("已请求教育局撤下。");
    assertThat(page.locator("#ask")).hasCount(0);
  }

  private static void withdraw(Visitor officer) {
    Page page = officer.page();
    officer.open("/laurel/bureau/showcase");
    assertThat(page.locator("#cases")).containsText("学校请求撤下");
    page.locator("#cases tbody a").click();
    assertThat(page.locator("#wish")).containsText("照片要换。");
    page.locator("#words").fill("应学校要求。");
    page.locator("#withdraw").click();
    assertThat(page.locator("#state")).containsText("已撤下");
  }

  @Test
  void othersSeeNothingOfACaseThatIsNotPublic() {
    String number = foreign.replaceAll(".*case=(\\d+).*", "$1");
    Visitor other = visitor("zh-CN", ColorScheme.LIGHT);
    other.signIn("/laurel/school/showcase", "admin1");
    for (String school : List.of("S-01", "S-02")) {
      other.open("/laurel/school/showcase/case?code=" + school + "&case=" + number);
      assertThat(other.page().locator(".empty h2")).hasText("没有这个案例");
    }
    assertThat(status(other, "/laurel/school/showcase/picture?id=1")).isEqualTo(404);
    Visitor officer = visitor("zh-CN", ColorScheme.LIGHT);
    officer.signIn("/laurel/bureau/showcase?state=draft", "bureau");
    assertThat(officer.page().locator("#cases")).containsText("文昌镇第二小学");
    assertThat(status(officer, "/laurel/bureau/showcase/picture?id=1")).isEqualTo(200);
    assertThat(status(officer, "/laurel/school/showcase")).isEqualTo(403);
    Visitor teacher = visitor("zh-CN", ColorScheme.LIGHT);
    teacher.signIn("/laurel/my", "teacher1");
    assertThat(status(teacher, "/laurel/school/showcase")).isEqualTo(403);
    assertThat(status(teacher, "/laurel/bureau/showcase")).isEqualTo(403);
    Visitor anybody = visitor("zh-CN", ColorScheme.LIGHT);
    assertThat(status(anybody, "/laurel/showcase/picture?id=1")).isEqualTo(404);
    anybody.open("/laurel/showcase/case?id=" + number);
    assertThat(anybody.page().locator(".empty h2")).hasText("没有这个案例");
    anybody.open("/laurel/bureau/showcase/case?case=" + number);
    assertThat(anybody.isAskedToSignIn()).isTrue();
    assertThat(server.api().get("", "showcase/" + number).status()).isEqualTo(404);
  }

  private static int status(Visitor visitor, String path) {
    return visitor.page().request().get("" + server.http(path)).status();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"zh-CN, LIGHT", "zh-CN, DARK", "en, LIGHT", "en, DARK"})
  void everyPageIsAccessibleAndFitsAPhone(String language, ColorScheme scheme) {
    Visitor school = visitor(language, scheme);
    Page page = school.page();
    school.signIn("/laurel/school/showcase", "admin1");
    page.locator("#new").click();
    page.locator("#title").fill("家校共育 " + language + scheme);
    page.locator("#files").setInputFiles(file("a.png", picture()));
    page.locator("#submit").click();
    look(school, "showcase-edit", scheme);
    page.locator("#theme").selectOption("family");
    page.locator("#summary").fill("每周推送一次学习情况。");
    page.locator("#body").fill("班班有群，周周有报。");
    page.locator("input[id^=alt-]").fill("推送页面");
    page.locator("#consent").check();
    page.locator("#submit").click();
    look(school, "showcase-handed-in", scheme);
    school.open("/laurel/school/showcase");
    look(school, "showcase-own", scheme);
    Visitor officer = visitor(language, scheme);
    officer.signIn("/laurel/bureau/showcase?state=", "bureau");
    look(officer, "showcase-queue", scheme);
    officer.page().locator("#cases tbody a").first().click();
    look(officer, "showcase-bureau-case", scheme);
    officer.page().locator("#publish").click();
    Visitor anybody = visitor(language, scheme);
    anybody.open("/laurel/showcase?theme=family");
    look(anybody, "showcase", scheme);
    anybody.page().locator("#cases a").first().click();
    look(anybody, "showcase-shown", scheme);
    anybody.open("/laurel/showcase?q=nothing");
    look(anybody, "showcase-none", scheme);
    anybody.open("/laurel/");
    look(anybody, "showcase-home", scheme);
  }

  private static void look(Visitor visitor, String name, ColorScheme scheme) {
    assertThat(visitor.page().locator("main h1")).hasCount(1);
    visitor.assertAccessible();
    visitor.assertFitsPhone();
    visitor.assertNoErrors();
    visitor.keep(scheme.name().toLowerCase(Locale.ROOT) + "-" + name);
  }

  private static FilePayload file(String name, byte[] content) {
    return new FilePayload(name, "image/png", content);
  }

  /** A drawing with a text chunk that tells where it was made. */
  private static byte[] picture() {
    return TestPicture.png(640, 400, PLACE);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Visitor visitor(String language, ColorScheme scheme) {
    Visitor visitor = Visitor.of(server, chromium.browser(), language, scheme);
    visitors.add(visitor);
    return visitor;
  }
}

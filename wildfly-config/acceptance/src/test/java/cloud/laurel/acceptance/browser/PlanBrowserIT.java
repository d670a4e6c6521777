package cloud.laurel.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.SystemChromium;
import cloud.laurel.acceptance.fixture.TestCampaigns;
import cloud.laurel.acceptance.fixture.TestRosters;
import cloud.laurel.acceptance.fixture.TestServer;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A school's plan from the first draft to the bureau's agreement, and its training log. */
@ExtendWith(FailureReport.class)
class PlanBrowserIT {

  private static final byte[] SCAN =
      "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
          .getBytes(StandardCharsets.ISO_8859_1);

  private static TestServer server;
  private static SystemChromium chromium;

  private final List<Visitor> visitors = new ArrayList<>();

  /** Two schools of a township. */
  @BeforeAll
  static void start() {
    server = TestServer.start("plan", Map.of());
    chromium = SystemChromium.start();
    new TestRosters()
        .org("C-01,文昌镇中心学校,local,")
        .org("S-01,市文昌小学,school,C-01")
        .org("S-02,文昌镇第二小学,school,C-01")
        .administrator("S-01", "A-000001", "admin1")
        .teacher("S-01", "T-000001", "teacher1")
        .administrator("S-02", "A-000002", "a-000002")
        .post(server, "2026-01-01");
    TestCampaigns.postRunning(server, "plan");
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
  void aPlanIsDraftedReturnedMendedAndAccepted() throws IOException {
    Visitor school = visitor("zh-CN", ColorScheme.LIGHT);
    Visitor officer = visitor("zh-CN", ColorScheme.LIGHT);
    draft(school);
    twoTabs(school);
    submit(school);
    giveBack(officer);
    mend(school);
    accept(officer);
    papers(school);
    school.assertNoErrors();
    officer.assertNoErrors();
  }

  private static void draft(Visitor school) {
    Page page = school.page();
    school.signIn("/laurel/school/plan", "admin1");
    page.locator("#objectives").fill("师生空间开通率达到95%以上。");
    page.locator("#leaderPhone").fill("打我电话");
    page.locator("#save").click();
    assertThat(page.locator("#problems a")).hasText("分管领导电话：不像电话号码。请填写数字，可以有区号、横线和“转”。");
    assertThat(page.locator("#objectives")).hasValue("师生空间开通率达到95%以上。");
    school.keep("plan-problems");
    page.locator("#leaderPhone").fill("0716-0000-001");
    page.locator("#save").click();
    assertThat(page.locator("#done")).hasText("草稿已保存。");
    page.locator("#submit").click();
    assertThat(page.locator("#problems li")).hasCount(7);
  }

  /** Whoever looked at the page before somebody else saved does not overwrite it unawares. */
  private static void twoTabs(Visitor school) {
    Page first = school.page();
    school.open("/laurel/school/plan");
    Page second = first.context().newPage();
    second.navigate(first.url());
    second.locator("#features").fill("名师空间");
    second.locator("#save").click();
    assertThat(second.locator("#done")).isVisible();
    second.close();
    first.locator("#features").fill("移动课堂");
    first.locator("#save").click();
    assertThat(first.locator("#problems")).containsText("别人改动过");
    assertThat(first.locator("#features")).hasValue("移动课堂");
    first.locator("#stored summary").click();
    assertThat(first.locator("#stored")).containsText("名师空间");
    school.keep("plan-changed");
    first.locator("#save").click();
    assertThat(first.locator("#done")).isVisible();
    assertThat(first.locator("#features")).hasValue("移动课堂");
  }

  private static void submit(Visitor school) throws IOException {
    Page page = school.page();
    page.locator("#leader").fill("沈启航");
    page.locator("#office").fill("信息科 林诗语");
    page.locator("#officePhone").fill("0716-0000-002");
    page.locator("#administrator").fill("何清源𬭩");
    page.locator("#administratorPhone").fill("0716-0000-003");
    page.locator("#schedule-0-from").fill("2026-11-02");
    page.locator("#schedule-0-to").fill("2026-11-20");
    page.locator("#schedule-0-item").fill("动员与培训");
    page.locator("#schedule-0-who").fill("教务处");
    page.locator("#files").setInputFiles(new FilePayload("盖章 扫描件.pdf", "application/pdf", SCAN));
    page.locator("#submit").click();
    assertThat(page.locator("#done")).hasText("已提交给教育局。");
    assertThat(page.locator("#planForm")).hasCount(0);
    assertThat(page.locator("#sheet")).containsText("0716-0000-002");
    Download scan = page.waitForDownload(() -> page.locator("#sheet .files a").click());
    assertThat(scan.suggestedFilename()).isEqualTo("盖章 扫描件.pdf");
    assertThat(Files.readAllBytes(scan.path())).isEqualTo(SCAN);
    school.keep("plan-submitted");
  }

  private static void giveBack(Visitor officer) {
    Page page = officer.page();
    officer.signIn("/laurel/bureau/plans?state=submitted", "bureau");
    page.locator("#plans tbody a").first().click();
    page.locator("#giveBack").click();
    assertThat(page.locator("#problems")).containsText("请写明");
    page.locator("#words").fill("特色写得太笼统，请写具体。");
    officer.keep("plan-decide");
    page.locator("#giveBack").click();
    assertThat(page.locator("#state")).containsText("已退回");
  }

  private static void mend(Visitor school) {
    Page page = school.page();
    school.open("/laurel/my/notices");
    assertThat(page.locator("#notice-list")).containsText("学校实施方案已退回");
    page.locator("#notice-list a").first().click();
    assertThat(page.locator("#remark")).containsText("特色写得太笼统，请写具体。");
    school.keep("plan-returned");
    page.locator("#features").fill("每周一次移动课堂，课例全部上传空间。");
    page.locator("#submit").click();
    assertThat(page.locator("#state")).containsText("已提交");
  }

  private static void accept(Visitor officer) {
    Page page = officer.page();
    officer.open("/laurel/bureau/plan?code=S-01");
    page.locator("#accept").click();
    assertThat(page.locator("#state")).containsText("已通过");
    assertThat(page.locator("#history")).containsText("特色写得太笼统，请写具体。");
    assertThat(page.locator("#reopen")).isVisible();
  }

  private static void papers(Visitor school) throws IOException {
    Page page = school.page();
    school.open("/laurel/school/plan");
    Download docx = page.waitForDownload(() -> page.locator("#docx").click());
    assertThat(docx.suggestedFilename()).isEqualTo("市文昌小学实施方案.docx");
    String words = text(unzip(Files.readAllBytes(docx.path())).get("word/document.xml"));
    assertThat(words)
        .containsSubsequence(
            "学校名称：市文昌小学", "填报时间：", "一、目标任务", "二、希望打造的特色", "三、组织实施", "何清源𬭩", "四、活动日程安排");
    Download pdf = page.waitForDownload(() -> page.locator("#pdf").click());
    assertThat(Files.readAllBytes(pdf.path()))
        .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void whoActsForACentralSchoolWritesForItsSchoolsAndDownloadsTheirPlans() throws IOException {
    Visitor officer = visitor("zh-CN", ColorScheme.LIGHT);
    officer.signIn("/laurel/bureau/central?code=C-01", "bureau");
    officer.page().locator("#account").selectOption("A-000001");
    officer.page().locator("#assign").click();
    assertThat(officer.page().locator("#desk")).containsText("市文昌小学");
    officer.keep("plan-central");
    Visitor school = visitor("zh-CN", ColorScheme.LIGHT);
    Page page = school.page();
    school.signIn("/laurel/school/plans", "admin1");
    assertThat(page.locator("#plans tbody tr")).hasCount(2);
    school.keep("plan-township");
    page.locator("#plans tbody a", new Page.LocatorOptions().setHasText("第二小学")).click();
    page.locator("#objectives").fill("代第二小学起草。");
    page.locator("#save").click();
    assertThat(page.locator("#done")).isVisible();
    school.open("/laurel/school/plans");
    Download zip = page.waitForDownload(() -> page.locator("#zip").click());
    Map<String, byte[]> files = unzip(Files.readAllBytes(zip.path()));
    assertThat(files).containsKey("文昌镇第二小学.docx");
    assertThat(text(unzip(files.get("文昌镇第二小学.docx")).get("word/document.xml")))
        .contains("代第二小学起草。");
    officer.page().locator("#desk input[type=submit]").click();
    assertThat(officer.page().locator("#nobody")).isVisible();
    school.open("/laurel/school/plan?code=S-02");
    assertThat(page.locator("h1")).containsText("市文昌小学");
    assertThat(page.request().get("" + server.http("/laurel/school/plan.docx?code=S-02")).status())
        .isEqualTo(404);
  }

  @Test
  void aTrainingIsLoggedChangedAndRemoved() {
    Visitor school = visitor("zh-CN", ColorScheme.LIGHT);
    Page page = school.page();
    school.signIn("/laurel/school/training", "admin1");
    page.locator("#topic").fill("备课功能应用");
    page.locator("#save").click();
    assertThat(page.locator("#problems li")).hasCount(2);
    page.locator("#from").fill(LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
    page.locator("#participants").fill("38");
    page.locator("#save").click();
    assertThat(page.locator("#sum")).hasText("共 1 次培训，38 人次参加。");
    school.keep("training");
    page.locator("#trainings .actions a").click();
    page.locator("#participants").fill("40");
    page.locator("#save").click();
    assertThat(page.locator("#sum")).containsText("40 人次");
    page.locator("#trainings input[type=submit]").click();
    assertThat(page.locator("#trainings")).hasCount(0);
    assertThat(page.locator("#history li")).hasCount(3);
    school.assertNoErrors();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"zh-CN, LIGHT", "zh-CN, DARK", "en, LIGHT", "en, DARK"})
  void everyPageIsAccessibleAndFitsAPhone(String language, ColorScheme scheme) {
    look(language, scheme, "admin1", List.of("school/plan", "school/training", "school/plans"));
    look(
        language,
        scheme,
        "bureau",
        List.of("bureau/plans", "bureau/plan?code=S-01", "bureau/central?code=C-01"));
  }

  private void look(String language, ColorScheme scheme, String user, List<String> paths) {
    Visitor visitor = visitor(language, scheme);
    visitor.signIn("/laurel/" + paths.get(0), user);
    for (String path : paths) {
      visitor.open("/laurel/" + path);
      assertThat(visitor.page().locator("main h1")).hasCount(1);
      visitor.assertAccessible();
      visitor.assertFitsPhone();
      visitor.assertNoErrors();
      visitor.keep(scheme.name().toLowerCase(Locale.ROOT) + "-" + path.replaceAll("[^a-z]+", "-"));
    }
    visitor.close();
  }

  private static Map<String, byte[]> unzip(byte[] content) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static String text(byte[] xml) {
    return new String(xml, StandardCharsets.UTF_8).replaceAll("<[^>]*>", "");
  }

  private Visitor visitor(String language, ColorScheme scheme) {
    Visitor visitor = Visitor.of(server, chromium.browser(), language, scheme);
    visitors.add(visitor);
    return visitor;
  }
}

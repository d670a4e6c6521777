package cloud.laurel.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.Api;
import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.SystemChromium;
import cloud.laurel.acceptance.fixture.TestRosters;
import cloud.laurel.acceptance.fixture.TestServer;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
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

/** The bureau's desk for certificates: issue, register, replacement, revocation, withholding. */
@ExtendWith(FailureReport.class)
class CertificatesBrowserIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String TEACHERS =
      "bureau/certificate-issue?campaign=shown&honour=outstanding-teacher";

  private static final String OTHER_SCHOOL = "S-02";

  private static TestServer server;
  private static SystemChromium chromium;

  private final List<Visitor> visitors = new ArrayList<>();

  @BeforeAll
  static void start() {
    server = TestServer.start("certificates", Map.of());
    chromium = SystemChromium.start();
    AnnouncedCampaigns.make(server);
    new TestRosters()
        .school(OTHER_SCHOOL, "市实验小学")
        .teacher(OTHER_SCHOOL, "T-000003", "teacher3")
        .post(server, "2026-01-01");
    issueAll();
  }

  /** Both teachers of the campaign "shown" get one. */
  private static void issueAll() {
    try (Visitor officer = visitor();
        Visitor colleague = visitor()) {
      officer.signIn("/laurel/bureau/certificates?campaign=shown", "bureau");
      Page page = officer.page();
      assertThat(page.locator("#demo")).isVisible();
      page.locator("a.button.primary[href*='outstanding-teacher']").click();
      page.locator("#issuedOn").fill("2999-01-01");
      page.locator("#check").click();
      assertThat(page.locator("#terms-issued_on-error")).containsText("落款日期不对");
      page.locator("#issuedOn").fill("2026-01-05");
      page.locator("#document").fill("石教[2026]1号");
      page.locator("#issuer").fill("石首市教育局");
      page.locator("#check").click();
      assertThat(page.locator("#names tbody tr")).hasCount(2);
      assertThat(page.locator("#issue")).hasText("签发 2 张证书");
      officer.assertAccessible();
      colleague.signIn(page.url().substring(server.http("/").toString().length() - 1), "bureau");
      page.locator("#issue").click();
      assertThat(page.locator("#done-of")).containsText("共 2 张");
      // the page keeps itself current
      page.locator("#state:has-text('已完成')").waitFor();
      assertThat(page.locator("#done-of")).hasText("已完成 2 张，共 2 张");
      // who had the same report open is led to the same order
      colleague.page().locator("#issue").click();
      assertThat(colleague.page().locator("#done")).containsText("没有重复签发");
      assertThat(colleague.page().locator("#done-of")).hasText("已完成 2 张，共 2 张");
      officer.assertNoErrors();
    }
  }

  private static Visitor visitor() {
    return Visitor.of(server, chromium.browser(), "zh-CN", ColorScheme.LIGHT);
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
  void nameIsCorrectedByANewCertificateAndTheOldOneLeadsToIt() {
    Visitor officer =
        officer("zh-CN", ColorScheme.LIGHT, "bureau/certificate-register?campaign=shown");
    Page page = officer.page();
    page.locator("#words").fill("测名001");
    page.locator("#filter").click();
    page.locator("#register tbody tr:has-text('有效') a").first().click();
    String old = page.locator("#series").innerText();
    page.locator("#replace-name").fill("测\u200B名");
    page.locator("#replace-reason").fill("姓名有误");
    page.locator("#replaceOne").click();
    assertThat(page.locator("#replace-findings")).containsText("U+200B");
    assertThat(page.locator("#replace-reason")).hasValue("姓名有误");
    assertThat(page.url()).endsWith("certificate-step?campaign=shown&series=" + old);
    page.locator("#replace-name").fill("测 名1");
    page.locator("#replaceOne").click();
    assertThat(page.locator("#problem")).containsText("请先核对");
    officer.assertAccessible();
    page.locator("#seen").check();
    page.locator("#replaceOne").click();
    page.locator("#state:has-text('已完成')").waitFor();
    officer.open("/laurel/bureau/certificate?series=" + old);
    assertThat(page.locator("#ended")).containsText("姓名有误");
    assertThat(page.locator("#replace")).hasCount(0);
    page.locator("#successor").click();
    assertThat(page.locator("h2").first()).containsText("测名1");
    assertThat(page.locator("#predecessor")).hasText(old);
    officer.assertNoErrors();
  }

  @Test
  void revocationNeedsATickAndAStaleFormChangesNothing() throws Exception {
    String series = issueOne("held", "司徒晓岚", "一次性");
    Visitor officer = officer("zh-CN", ColorScheme.LIGHT, "bureau/certificate?series=" + series);
    Page page = officer.page();
    page.locator("#withhold-reason").fill("本人要求");
    page.locator("#withholdOne").click();
    assertThat(page.locator("#withheld")).isVisible();
    page.locator("#show-reason").fill("本人同意");
    page.locator("#withholdOne").click();
    assertThat(page.locator("#withheld")).hasCount(0);
    Visitor other = officer("zh-CN", ColorScheme.LIGHT, "bureau/certificate?series=" + series);
    page.locator("#revoke").evaluate("form => form.noValidate = true");
    page.locator("#revokeOne").click();
    assertThat(page.locator("#problem")).containsText("不能恢复");
    // what was typed is in nobody's address: it leads back to the page as it is
    page.locator("button[name=language][value=en]").click();
    page.waitForURL(url -> url.contains("/bureau/certificate?series=" + series));
    page.locator("button[name=language][value=zh-CN]").click();
    assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
    page.locator("#kind").selectOption("MISTAKE");
    page.locator("#revoke-reason").fill("名单有误");
    page.locator("#sure").check();
    page.locator("#revokeOne").click();
    assertThat(page.locator("#ended")).containsText("签发有误：名单有误");
    assertThat(page.locator("#history")).containsText("本人同意");
    other.page().locator("#withhold-reason").fill("本人要求");
    other.page().locator("#withholdOne").click();
    assertThat(other.page().locator("#withheld")).isVisible();
    officer.open("/laurel/bureau/certificate?series=" + series);
    page.locator("#show-reason").fill("先到");
    other.page().locator("#show-reason").fill("后到");
    page.locator("#withholdOne").click();
    other.page().locator("#withholdOne").click();
    assertThat(other.page().locator("#problem")).containsText("没有再办理");
    assertThat(other.page().locator("#history")).not().containsText("后到");
    // whoever was revoked by mistake gets another one in its place
    page.locator("#replace-reason").fill("撤销有误");
    page.locator("#replaceOne").click();
    page.locator("#state:has-text('已完成')").waitFor();
    officer.assertNoErrors();
  }

  /** Issues a single one and waits for it. */
  private String issueOne(String campaign, String name, String phrase) {
    Visitor officer =
        officer("zh-CN", ColorScheme.LIGHT, "bureau/certificate-one?campaign=" + campaign);
    Page page = officer.page();
    page.locator("#honour").selectOption("outstanding-teacher");
    page.locator("#name").fill(name);
    page.locator("#school").fill("没有的学校");
    page.locator("#phrase").fill(phrase);
    page.locator("#issueOne").click();
    assertThat(page.locator("#one-findings")).containsText("名册里没有这所学校");
    assertThat(page.locator("#phrase")).hasValue(phrase);
    page.locator("#school").fill("S-01");
    page.locator("#issueOne").click();
    page.locator("#state:has-text('已完成')").waitFor();
    return page.locator("#numbers-title ~ #numbers tbody a").first().innerText();
  }

  @Test
  void aSchoolFindsAndDownloadsItsOwnOnly() throws Exception {
    issueOne("gone", "欧阳晓岚", "一次性");
    String hidden = issueOne("gone", "上官晓岚", "一次性");
    Visitor officer = officer("zh-CN", ColorScheme.LIGHT, "bureau/certificate?series=" + hidden);
    officer.page().locator("#withhold-reason").fill("本人要求");
    officer.page().locator("#withholdOne").click();
    String order =
        """
        {"honour": "outstanding-teacher", "issuedOn": "2026-01-05",
         "recipients": [{"name": "诸葛晓岚", "school": "%s"}]}"""
            .formatted(OTHER_SCHOOL);
    String foreign =
        server
            .api()
            .post("bureau", "campaigns/gone/certificates", order)
            .json()
            .getJsonArray("certificates")
            .getJsonObject(0)
            .getString("number");
    Visitor own = Visitor.of(server, chromium.browser(), "zh-CN", ColorScheme.LIGHT);
    visitors.add(own);
    own.signIn("/laurel/school/certificates?campaign=gone&code=" + OTHER_SCHOOL, "admin1");
    Page page = own.page();
    assertThat(page.locator("h1")).containsText("市文昌小学");
    assertThat(page.locator("#certificates tbody tr")).hasCount(2);
    assertThat(page.locator("#certificates")).not().containsText("上官晓岚");
    assertThat(page.locator("#certificates")).containsText(hidden);
    page.locator("#words").fill("晓岚");
    page.locator("#filter").click();
    assertThat(page.locator("#certificates tbody tr")).hasCount(1);
    String file = page.locator("#certificates a.button").getAttribute("href");
    assertThat(new String(get(file, "admin1").body(), StandardCharsets.US_ASCII))
        .startsWith("%PDF-");
    assertThat(get(file.replaceFirst("series=.*", "series=" + hidden), "admin1").statusCode())
        .isEqualTo(404);
    String others = foreign.substring(0, hidden.length());
    assertThat(get(file.replaceFirst("series=.*", "series=" + others), "admin1").statusCode())
        .isEqualTo(404);
    String zip = page.locator("#zip").getAttribute("href");
    assertThat(entries(get(zip, "admin1"))).hasSize(1).allMatch(name -> name.contains("欧阳晓岚"));
    assertThat(get(zip.replace("S-01", OTHER_SCHOOL), "admin1").statusCode()).isEqualTo(404);
    assertThat(get("/laurel/school/certificates", "teacher1").statusCode()).isEqualTo(403);
    own.assertNoErrors();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"zh-CN, LIGHT", "zh-CN, DARK", "en, LIGHT", "en, DARK"})
  void theSchoolsPageIsAccessibleAndFitsAPhone(String language, ColorScheme scheme) {
    Visitor own = Visitor.of(server, chromium.browser(), language, scheme);
    visitors.add(own);
    own.signIn("/laurel/school/certificates", "admin1");
    look(own, "school/certificates", scheme, "school");
    look(own, "school/certificates?words=nobody", scheme, "school-none");
    look(own, "school/certificates?campaign=on", scheme, "school-empty");
    own.assertNoErrors();
  }

  private static List<String> entries(HttpResponse<byte[]> answer) throws IOException {
    assertThat(answer.statusCode()).isEqualTo(200);
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(answer.body()), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        assertThat(new String(zip.readNBytes(5), StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
      }
    }
    return names;
  }

  @Test
  void filesOfASchoolComeInOneZip() throws Exception {
    List<String> names = entries(get("/laurel/bureau/certificates.zip?campaign=shown", "bureau"));
    assertThat(names).hasSize(2).allMatch(n -> n.matches("市文昌小学/证书_LR-2026-1-T-\\d{4}_测名.*\\.pdf"));
    assertThat(text("/laurel/bureau/certificate-register/export?campaign=shown"))
        .contains("LR-2026-1-T-0001", "石教〔2026〕1号", "测名002");
    assertThat(
            text("/laurel/" + TEACHERS.replace("issue?", "issue/export?") + "&issuedOn=2026-01-05"))
        .contains("已有证书", "测名002");
    assertThat(
            get("/laurel/bureau/certificates.zip?campaign=shown&school=none", "bureau")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void manyGoToThePrinterInOneFileThatIsNotSigned() throws Exception {
    Visitor officer = officer("zh-CN", ColorScheme.LIGHT, "bureau/certificate-order?id=1");
    Page page = officer.page();
    page.locator("#print").click();
    assertThat(page.locator("#chosen")).containsText("这一批");
    officer.open("/laurel/bureau/certificate-register?campaign=shown&state=VALID");
    page.locator("#print").click();
    assertThat(page.locator("#portions tbody tr")).hasCount(1);
    assertThat(page.locator("#offset")).containsText("向右 0 毫米");
    for (int way = 0; way < 2; way++) {
      Locator file = page.locator("#portions tbody a").nth(way);
      Download made = page.waitForDownload(file::click);
      assertThat(made.suggestedFilename()).matches("(打印用|套打用)_无签名_LR-2026-1-T-.*\\.pdf");
      assertThat(Files.readString(made.path(), StandardCharsets.ISO_8859_1))
          .startsWith("%PDF-")
          .doesNotContain("/ByteRange");
    }
    // what was offered is not there any more
    String offered = page.locator("#portions tbody a").first().getAttribute("href");
    officer.open(offered.replaceFirst("pages=\\d+", "pages=99"));
    assertThat(page.locator("#problem")).containsText("文件没有生成");
    assertThat(page.locator("#portions tbody tr")).hasCount(1);
    officer.open("/laurel/bureau/certificate-print?campaign=shown&state=REVOKED");
    assertThat(page.locator(".empty h2")).hasText("没有可以打印的证书");
    officer.assertNoErrors();
  }

  @Test
  void readyMadePaperGetsAPageWithoutSignature() throws Exception {
    HttpResponse<byte[]> page = get(overprint("LR-2026-1-T-0002"), "bureau");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(new String(page.body(), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF-")
        .doesNotContain("/ByteRange");
    HttpResponse<byte[]> none = get(overprint("LR-2026-1-T-9999"), "bureau");
    assertThat(none.statusCode()).isEqualTo(303);
    assertThat(none.headers().firstValue("Location").orElseThrow()).contains("why=CHANGED");
  }

  private static String overprint(String series) {
    return "/laurel/bureau/certificates.pdf?campaign=shown&pages=1&way=overprint&words="
        + (series + "&first=" + series + "&last=" + series);
  }

  private static String text(String path) throws Exception {
    return new String(get(path, "bureau").body(), StandardCharsets.UTF_8);
  }

  @Test
  void onlyOfficersComeToTheDesk() throws Exception {
    for (String path :
        List.of(
            "certificates",
            "certificates.zip",
            "certificate-register",
            "certificate-register/export",
            "certificate-print",
            overprint("LR-2026-1-T-0001").substring("/laurel/bureau/".length()),
            "certificate?series=LR-2026-1-T-0001")) {
      assertThat(get("/laurel/bureau/" + path, "teacher1").statusCode()).isEqualTo(403);
      assertThat(get("/laurel/bureau/" + path, "admin1").statusCode()).isEqualTo(403);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"zh-CN, LIGHT", "zh-CN, DARK", "en, LIGHT", "en, DARK"})
  void everyPageIsAccessibleAndFitsAPhone(String language, ColorScheme scheme) {
    Visitor officer = officer(language, scheme, "bureau/certificates?campaign=shown");
    look(officer, "bureau/certificates?campaign=shown", scheme, "desk");
    look(officer, "bureau/certificates?campaign=walk", scheme, "desk-unpublished");
    look(officer, TEACHERS, scheme, "terms");
    look(officer, TEACHERS + "&issuedOn=2026-01-05&issuer=A&template=-1&seal=0", scheme, "report");
    look(
        officer,
        "bureau/certificate-issue?campaign=walk&honour=outstanding-teacher",
        scheme,
        "closed");
    look(officer, "bureau/certificate-one?campaign=shown", scheme, "one");
    look(officer, "bureau/certificate-order?id=1", scheme, "order");
    look(officer, "bureau/certificate-order?id=9999", scheme, "order-none");
    look(officer, "bureau/certificate-register?campaign=shown", scheme, "register");
    look(officer, "bureau/certificate-register?campaign=walk", scheme, "register-empty");
    look(officer, "bureau/certificate-print?campaign=shown", scheme, "print");
    look(officer, "bureau/certificate-print?campaign=walk&why=CHANGED", scheme, "print-none");
    look(officer, "bureau/certificate?series=LR-2026-1-T-0002", scheme, "single");
    look(officer, "bureau/certificate?series=LR-0-T-0001", scheme, "single-none");
    officer.assertNoErrors();
  }

  private static void look(Visitor visitor, String path, ColorScheme scheme, String name) {
    visitor.open("/laurel/" + path);
    assertThat(visitor.page().locator("main h1")).hasCount(1);
    visitor.assertAccessible();
    visitor.assertFitsPhone();
    visitor.keep(scheme.name().toLowerCase(Locale.ROOT) + "-certificates-" + name);
  }

  private static HttpResponse<byte[]> get(String path, String user)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(server.http(path)).header("Authorization", Api.basic(user)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private Visitor officer(String language, ColorScheme scheme, String path) {
    Visitor visitor = Visitor.of(server, chromium.browser(), language, scheme);
    visitors.add(visitor);
    visitor.signIn("/laurel/" + path, "bureau");
    return visitor;
  }
}

package cloud.laurel.acceptance.lookup;

import static cloud.laurel.acceptance.fixture.IssuedCertificates.REVOKED;
import static cloud.laurel.acceptance.fixture.IssuedCertificates.RIGHT;
import static cloud.laurel.acceptance.fixture.IssuedCertificates.SCHOOL;
import static cloud.laurel.acceptance.fixture.IssuedCertificates.VALID;
import static cloud.laurel.acceptance.fixture.IssuedCertificates.WITHHELD;
import static cloud.laurel.acceptance.fixture.IssuedCertificates.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.IssuedCertificates;
import cloud.laurel.acceptance.fixture.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What strangers learn of certificates over HTTP. */
@ExtendWith(FailureReport.class)
class CertificateLookupIT {

  /** A code whose check is right and that nobody has. */
  private static final String NOBODYS = "22222222222222";

  private static TestServer server;
  private static IssuedCertificates issued;
  private static int addresses;

  @BeforeAll
  static void start() {
    // so that a test can come from many addresses
    server = TestServer.start("lookup", Map.of(), "-Dlaurel.proxied=true");
    issued = IssuedCertificates.make(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Stranger stranger() {
    addresses++;
    return new Stranger(server, "198.51." + addresses / 250 + "." + (1 + addresses % 250));
  }

  private static JsonObject json(HttpResponse<String> response) {
    try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readObject();
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void nameWithSchoolOrNumberFindsExactlyOne() {
    for (String schoolOrNumber :
        List.of(SCHOOL, "S-01", issued.number(VALID), issued.code(VALID))) {
      JsonObject found = json(stranger().find(VALID, schoolOrNumber));
      assertThat(found.getJsonArray("certificates")).as(schoolOrNumber).hasSize(1);
      JsonObject one = found.getJsonArray("certificates").getJsonObject(0);
      assertThat(one.getString("number")).isEqualTo(issued.number(VALID));
      assertThat(one.getString("name")).isEqualTo(VALID);
      assertThat(one.getString("school")).isEqualTo(SCHOOL);
      assertThat(one.getString("honour")).isEqualTo("优秀教师");
      assertThat(one.getString("status")).isEqualTo("VALID");
      assertThat(one.getString("issuedOn")).isEqualTo("2026-07-12");
      assertThat(one.keySet()).doesNotContain("account", "id");
    }
    String number = "&number=" + Stranger.encoded(issued.number(VALID));
    HttpResponse<String> byNumber =
        stranger().get("/laurel/api/certificates?name=" + Stranger.encoded(VALID) + number);
    assertThat(json(byNumber).getJsonArray("certificates")).hasSize(1);
    assertThat(json(stranger().find(SCHOOL, SCHOOL)).getJsonArray("certificates")).hasSize(1);
  }

  @Test
  void widthCaseSpacesAndDotsDoNotMatter() {
    String wide = issued.code(VALID).toLowerCase(Locale.ROOT).replaceAll("(.{4})", "$1 ");
    String full =
        issued
            .code(VALID)
            .chars()
            .mapToObj(c -> Character.toString(c + 0xFEE0))
            .reduce("", String::concat);
    for (String typed : List.of(wide, full, issued.number(VALID).toLowerCase(Locale.ROOT))) {
      HttpResponse<String> response = stranger().lookUp(" 买买提 ・ 艾力 ", typed);
      assertThat(response.statusCode()).as(typed).isEqualTo(303);
      assertThat(header(response, "Location"))
          .endsWith("/laurel/verify/" + issued.code(VALID))
          .doesNotContain(VALID, Stranger.encoded(VALID));
    }
    assertThat(stranger().lookUp("", issued.code(VALID)).statusCode()).isEqualTo(303);
  }

  @Test
  void statusIsToldWithDateReasonAndSuccessor() {
    JsonObject revoked = json(stranger().get(api(REVOKED)));
    assertThat(revoked.getString("status")).isEqualTo("REVOKED");
    assertThat(revoked.getString("reason")).isEqualTo("材料不实");
    assertThat(revoked.getString("date")).matches("\\d{4}-\\d\\d-\\d\\d");
    JsonObject replaced = json(stranger().get(api(WRONG)));
    assertThat(replaced.getString("status")).isEqualTo("REPLACED");
    assertThat(replaced.getString("successor")).isEqualTo(issued.number(RIGHT));
    assertThat(json(stranger().get(api(RIGHT))).getString("name")).isEqualTo(RIGHT);
  }

  @Test
  void filesOfWhatNoLongerCountsAreGone() {
    for (String name : List.of(REVOKED, WRONG)) {
      for (String file : List.of("/pdf", "/badge", "/record")) {
        HttpResponse<String> gone = stranger().get(api(name) + file);
        assertThat(gone.statusCode()).as(name + file).isEqualTo(410);
        assertThat(header(gone, "Content-Type")).startsWith("application/problem+json");
      }
      for (String file : List.of(".png", ".pdf", "-badge.png")) {
        assertThat(stranger().get(page("certificates", name) + file).statusCode()).isEqualTo(410);
      }
    }
  }

  @Test
  void filesAreAskedForAgainAndNotSentAgain() {
    for (String path :
        List.of(
            api(VALID),
            api(VALID) + "/pdf",
            api(VALID) + "/badge",
            page("certificates", VALID) + ".png",
            page("certificates", VALID) + ".pdf")) {
      Stranger stranger = stranger();
      HttpResponse<byte[]> first = stranger.file(path);
      assertThat(first.statusCode()).as(path).isEqualTo(200);
      assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
      String tag = header(first, "ETag");
      assertThat(tag).matches("\"[0-9a-z.-]+\"");
      HttpResponse<byte[]> again = stranger.file(path, "If-None-Match", tag);
      assertThat(again.statusCode()).as(path).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(header(again, "ETag")).isEqualTo(tag);
      HttpResponse<String> head = stranger.head(path);
      assertThat(head.statusCode()).as(path).isEqualTo(200);
      assertThat(header(head, "ETag")).isEqualTo(tag);
    }
  }

  @Test
  void badgeComesAsPictureOrAsCredential() {
    HttpResponse<byte[]> picture = stranger().file(api(VALID) + "/badge");
    assertThat(header(picture, "Content-Type")).isEqualTo("image/png");
    assertThat(new String(picture.body(), StandardCharsets.ISO_8859_1))
        .contains("openbadgecredential");
    for (HttpResponse<String> jwt :
        List.of(
            stranger().get(api(VALID) + "/badge", "Accept", "application/vc+jwt"),
            stranger().get(api(VALID) + "/badge", "Accept", "application/jwt"),
            stranger().get(api(VALID) + "/badge?format=jwt"))) {
      assertThat(header(jwt, "Content-Type")).startsWith("application/vc+jwt");
      assertThat(jwt.body()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }
  }

  @Test
  void certificatesPageIsKeptNowhereAndSaysNoNameOutside() {
    HttpResponse<String> html = stranger().get(page("verify", VALID));
    assertThat(html.statusCode()).isEqualTo(200);
    assertThat(html.body()).contains(VALID);
    assertThat(stranger().get(page("verify", VALID) + "/").body()).contains(VALID);
    assertThat(header(html, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(html, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(html, "X-Robots-Tag")).contains("noindex");
    assertThat(html.body().substring(0, html.body().indexOf("</head>"))).doesNotContain(VALID);
    assertThat(header(stranger().file(page("certificates", VALID) + ".pdf"), "Content-Disposition"))
        .startsWith("attachment")
        .contains(Stranger.encoded("证书_"));
    HttpResponse<byte[]> shown = stranger().file(page("certificates", VALID) + ".pdf?show=true");
    assertThat(header(shown, "Content-Disposition")).startsWith("inline");
    // Chrome shows and prints no PDF that forbids objects
    assertThat(header(shown, "Content-Security-Policy")).isEqualTo("frame-ancestors 'none'");
  }

  static Stream<List<String>> nothingFits() {
    return Stream.of(
        List.of("无此人", SCHOOL),
        List.of(VALID, "无此学校"),
        List.of(VALID, NOBODYS),
        List.of(VALID, issued.code(RIGHT)),
        List.of(WITHHELD, SCHOOL),
        List.of(WITHHELD, issued.code(WITHHELD)),
        List.of("%", "%"),
        List.of("买买提", SCHOOL),
        List.of("x".repeat(300), "y".repeat(300)));
  }

  @ParameterizedTest
  @MethodSource
  void nothingFits(List<String> typed) {
    HttpResponse<String> response = stranger().find(typed.get(0), typed.get(1));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"certificates\":[]}");
    assertThat(header(response, "Server-Timing")).isEqualTo("sql;desc=\"3\"");
    HttpResponse<String> page = stranger().lookUp(typed.get(0), typed.get(1));
    assertThat(page.statusCode()).isEqualTo(200);
    String same = page.body().replace(typed.get(0), "").replace(typed.get(1), "");
    HttpResponse<String> other = stranger().lookUp("某某", "某某");
    assertThat(same.replaceAll("value=\"[^\"]*\"", ""))
        .isEqualTo(other.body().replace("某某", "").replaceAll("value=\"[^\"]*\"", ""));
  }

  @Test
  void whoForgetsAFieldIsToldWhichAndHasNotMissed() {
    String code = issued.code(VALID);
    Stranger stranger = stranger();
    for (int i = 0; i < 6; i++) {
      assertThat(stranger.lookUp("", SCHOOL).body()).contains("id=\"name-error\"");
      String mistyped = (code.startsWith("2") ? "3" : "2") + code.substring(1);
      assertThat(stranger.lookUp(" ", mistyped).body())
          .contains("id=\"name-error\"")
          .contains("value=\"" + mistyped + "\"");
      String page = stranger.lookUp(VALID, " ").body();
      assertThat(page).contains("id=\"q-error\"").doesNotContain("id=\"missed\"", "id=\"proof\"");
    }
  }

  @Test
  void formThatIsLargerThanAnyPageSendsIsNotRead() {
    assertThat(stranger().lookUp("x".repeat(3 << 20), SCHOOL).statusCode()).isEqualTo(413);
    assertThat(stranger().lookUp("x".repeat(1 << 20), SCHOOL).statusCode()).isEqualTo(200);
  }

  @Test
  void numberThatDoesNotFitIsNotFoundWhyever() {
    String problem = stranger().get("/laurel/api/certificates/" + NOBODYS).body();
    String half = issued.number(VALID).substring(0, issued.number(VALID).length() - 17);
    for (String number :
        List.of(NOBODYS, "x", half, issued.code(WITHHELD), issued.code(VALID).substring(1))) {
      for (String file : List.of("", "/pdf", "/badge")) {
        HttpResponse<String> response = stranger().get("/laurel/api/certificates/" + number + file);
        assertThat(response.statusCode()).as(number + file).isEqualTo(404);
        assertThat(response.body()).as(number + file).isEqualTo(problem);
      }
    }
    for (String number : List.of(NOBODYS, "x", half)) {
      HttpResponse<String> page = stranger().get("/laurel/verify/" + number);
      assertThat(page.statusCode()).isEqualTo(404);
      assertThat(page.body()).contains("未查询到相符的证书");
    }
  }

  @Test
  void withheldCertificateSaysItsStatusAndNothingElse() {
    HttpResponse<String> page = stranger().get(page("verify", WITHHELD));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("data-state=\"VALID\"").doesNotContain(WITHHELD, SCHOOL);
    assertThat(stranger().get(page("certificates", WITHHELD) + ".png").statusCode()).isEqualTo(404);
  }

  @Test
  void fileIsJudgedByItsBytes() {
    byte[] pdf = stranger().file(api(VALID) + "/pdf").body();
    assertThat(stranger().check(pdf).body()).contains("data-kind=\"GENUINE\"").contains(VALID);
    byte[] longer = Arrays.copyOf(pdf, pdf.length + 40);
    System.arraycopy(
        "\n% one more line\n".getBytes(StandardCharsets.US_ASCII), 0, longer, pdf.length, 17);
    String appended = stranger().check(longer).body();
    assertThat(appended).contains("data-kind=\"CHANGED\"").contains(page("verify", VALID));
    byte[] changed = pdf.clone();
    changed[changed.length / 3] ^= 1;
    assertThat(stranger().check(changed).body())
        .contains("data-kind=\"CHANGED\"")
        .doesNotContain(issued.code(VALID));
    byte[] text = "not a PDF".getBytes(StandardCharsets.UTF_8);
    assertThat(stranger().check(text).body()).contains("data-kind=\"NOT_OURS\"");
    assertThat(stranger().check(new byte[0]).body()).contains("data-kind=\"NONE\"");
    assertThat(stranger().check(new byte[6 << 20]).body()).contains("data-kind=\"TOO_LARGE\"");
    HttpResponse<String> away = stranger().check(new byte[8 << 20]);
    assertThat(away.statusCode()).isEqualTo(302);
    assertThat(stranger().get(away.headers().firstValue("Location").orElseThrow()).body())
        .contains("data-kind=\"TOO_LARGE\"");
  }

  @Test
  void knownFileNeedNotBeSent() {
    String hash = json(stranger().get(api(VALID))).getString("sha256");
    JsonObject one = json(stranger().get("/laurel/api/certificates/files/" + hash));
    assertThat(one.getString("number")).isEqualTo(issued.number(VALID));
    assertThat(stranger().get("/laurel/verify/file?sha256=" + hash).body())
        .contains("data-kind=\"GENUINE\"");
    String other = "0".repeat(64);
    assertThat(stranger().get("/laurel/api/certificates/files/" + other).statusCode())
        .isEqualTo(404);
  }

  private static String api(String name) {
    return "/laurel/api/certificates/" + issued.code(name);
  }

  private static String page(String folder, String name) {
    return "/laurel/" + folder + "/" + issued.code(name);
  }
}

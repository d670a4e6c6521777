package cloud.laurel.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.campaign.Rules.Honour.Of;
import cloud.laurel.certificate.CertificateNumber;
import cloud.laurel.certificate.Printed;
import cloud.laurel.certificate.StatusEntry;
import com.nimbusds.jose.JWSObject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadgeMakerTest {

  static final CertificateNumber NUMBER = number();
  static final StatusEntry STATUS = new StatusEntry(2, 94_567);

  @TempDir private Path folder;
  private SigningKeys keys;
  private BadgeMaker badges;

  private static CertificateNumber number() {
    // the last character is a check of the others
    return "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
        .chars()
        .mapToObj(check -> "ABCDEFGHJKMNP" + (char) check)
        .flatMap(
            code -> {
              try {
                return Stream.of(new CertificateNumber("LR-2021-12-T-0001", code));
              } catch (IllegalArgumentException e) {
                return Stream.empty();
              }
            })
        .findFirst()
        .orElseThrow();
  }

  static Printed printed(Of of, String name, String honour, boolean demo) {
    return new Printed(
        of,
        name,
        "市文华小学",
        "2020—2021学年度网络学习空间深度应用活动",
        "成绩突出",
        honour,
        "石教〔2021〕12号",
        "市教育局",
        LocalDate.of(2021, 7, 12),
        demo);
  }

  @BeforeEach
  void makeKeys() {
    keys = SigningFixture.demoKeys(folder);
    badges = new BadgeMaker(keys, Optional.of(SigningFixture.HOME), SigningFixture.FONTS);
  }

  @Test
  void theHeaderLeadsToThePublishedKey() throws ParseException {
    JWSObject jwt =
        JWSObject.parse(
            badges.credential(NUMBER, printed(Of.TEACHER, "刘喆", "优秀教师", false), STATUS));
    String fingerprint = keys.current().fingerprint();
    assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
    assertThat(jwt.getHeader().getType().getType()).isEqualTo("JWT");
    assertThat(jwt.getHeader().getKeyID())
        .isEqualTo(SigningFixture.HOME + "/api/issuer/keys/" + fingerprint);
    Issuer issuer = new Issuer(keys, SigningFixture.HOME);
    assertThat(issuer.key(fingerprint)).get().asString().doesNotContain("\"d\"");
    assertThat(issuer.keySet()).contains(fingerprint).doesNotContain("\"d\"");
    assertThat(issuer.key("0".repeat(64))).isEmpty();
  }

  @Test
  void theCredentialHasWhatOpenBadgesAsksForAndNoName() throws ParseException {
    String jwt = badges.credential(NUMBER, printed(Of.TEACHER, "刘喆", "优秀教师", false), STATUS);
    String payload = JWSObject.parse(jwt).getPayload().toString();
    JsonObject credential = Json.createReader(new StringReader(payload)).readObject();
    String address = SigningFixture.HOME + "/verify/" + NUMBER.code();
    assertThat(credential.keySet()).doesNotContain("vc");
    assertThat(credential.getJsonArray("@context").getString(0))
        .isEqualTo("https://www.w3.org/ns/credentials/v2");
    assertThat(credential.getString("id"))
        .isEqualTo(address)
        .isEqualTo(credential.getString("jti"));
    assertThat(credential.getString("iss"))
        .isEqualTo(SigningFixture.HOME + "/api/issuer")
        .isEqualTo(credential.getJsonObject("issuer").getString("id"));
    assertThat(credential.getString("validFrom")).isEqualTo("2021-07-11T16:00:00Z");
    assertThat(credential.getInt("nbf")).isEqualTo(1626019200);
    JsonObject subject = credential.getJsonObject("credentialSubject");
    JsonObject who = subject.getJsonArray("identifier").getJsonObject(0);
    assertThat(who.getString("identityHash"))
        .isEqualTo(
            "sha256$"
                + HexFormat.of()
                    .formatHex(
                        Fingerprint.sha256(
                            ("刘喆" + who.getString("salt")).getBytes(StandardCharsets.UTF_8))));
    assertThat(payload).doesNotContain("刘喆").doesNotContain("文华");
    assertThat(
            subject.getJsonObject("achievement").getJsonObject("criteria").getString("narrative"))
        .isEqualTo("在2020—2021学年度网络学习空间深度应用活动中，成绩突出，被评为“优秀教师”（石教〔2021〕12号）。");
  }

  /** Open Badges 3.0, appendix B: what each class requires, and nothing that it does not know. */
  @Test
  void everyPartHasTheMembersOfItsClass() throws ParseException {
    String jwt = badges.credential(NUMBER, printed(Of.SCHOOL, "市文华小学", "优秀学校", false), STATUS);
    JsonObject credential =
        Json.createReader(new StringReader(JWSObject.parse(jwt).getPayload().toString()))
            .readObject();
    assertThat(credential.keySet())
        .contains("@context", "id", "type", "name", "issuer", "validFrom", "credentialSubject");
    assertThat(credential.getJsonArray("type").toString())
        .isEqualTo("[\"VerifiableCredential\",\"AchievementCredential\"]");
    assertMembers(credential.getJsonObject("issuer"), "Profile", "id", "name", "url");
    JsonObject subject = credential.getJsonObject("credentialSubject");
    assertMembers(subject, "AchievementSubject", "identifier", "achievement");
    JsonObject who = subject.getJsonArray("identifier").getJsonObject(0);
    assertThat(who.keySet())
        .containsExactlyInAnyOrder("type", "hashed", "identityHash", "identityType", "salt");
    assertThat(who.getString("type")).isEqualTo("IdentityObject");
    assertMembers(
        subject.getJsonObject("achievement"),
        "Achievement",
        "id",
        "achievementType",
        "name",
        "description",
        "humanCode",
        "criteria");
    assertMembers(credential.getJsonArray("evidence").getJsonObject(0), "Evidence", "id", "name");
  }

  private static void assertMembers(JsonObject part, String type, String... others) {
    assertThat(part.getJsonArray("type").getString(0)).isEqualTo(type);
    assertThat(part.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Stream.of("type"), Stream.of(others)).toList());
  }

  @Test
  void theCredentialSaysWhereItsStatusIs() throws ParseException {
    String jwt = badges.credential(NUMBER, printed(Of.TEACHER, "刘喆", "优秀教师", false), STATUS);
    String list = SigningFixture.HOME + "/api/issuer/status/2";
    assertThat(
            Json.createReader(new StringReader(JWSObject.parse(jwt).getPayload().toString()))
                .readObject()
                .getJsonObject("credentialStatus"))
        .isEqualTo(
            Json.createObjectBuilder()
                .add("id", list + "#94567")
                .add("type", "BitstringStatusListEntry")
                .add("statusPurpose", "revocation")
                .add("statusListIndex", "94567")
                .add("statusListCredential", list)
                .build());
  }

  @Test
  void aDemoSaysSo() throws ParseException {
    String jwt = badges.credential(NUMBER, printed(Of.TEACHER, "刘喆", "优秀教师", true), STATUS);
    assertThat(JWSObject.parse(jwt).getPayload().toString()).contains("Demo, not valid");
  }

  @Test
  void withoutAHomeThereIsNone() {
    BadgeMaker homeless = new BadgeMaker(keys, Optional.empty(), SigningFixture.FONTS);
    Printed printed = printed(Of.TEACHER, "刘喆", "优秀教师", false);
    assertThatThrownBy(() -> homeless.credential(NUMBER, printed, STATUS))
        .isInstanceOf(CannotSign.class)
        .hasMessageContaining("laurel.certificate.home");
  }

  @Test
  void thePictureShowsTheHonourAndHoldsTheCredential() throws IOException {
    for (String honour :
        new String[] {"优秀教师", "优秀管理员", "优秀中心学校", "优秀学校", "示范", "Excellent Teacher"}) {
      byte[] png = badges.picture(printed(Of.TEACHER, "刘喆", honour, false), "a.b.c");
      SigningFixture.keep("badge-" + honour + ".png", png);
      assertThat(png.length).as(honour).isLessThan(80 * 1024);
      assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(600);
      assertThat(new String(png, StandardCharsets.ISO_8859_1))
          .containsOnlyOnce("iTXtopenbadgecredential\0\0\0\0\0a.b.c");
    }
    SigningFixture.keep(
        "badge-demo.png", badges.picture(printed(Of.TEACHER, "刘喆", "优秀教师", true), "a.b.c"));
  }

  @Test
  void bakingAgainReplacesTheCredential() throws IOException {
    Printed printed = printed(Of.SCHOOL, "市文华小学", "优秀学校", false);
    byte[] once = badges.picture(printed, "first");
    byte[] twice = BadgeBaker.bake(once, "second");
    assertThat(new String(twice, StandardCharsets.ISO_8859_1))
        .containsOnlyOnce("openbadgecredential")
        .contains("second");
    assertThat(BadgeBaker.bake(twice, "first")).isEqualTo(once);
    assertThatThrownBy(() -> BadgeBaker.bake("GIF89a..".getBytes(StandardCharsets.US_ASCII), "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BadgeBaker.bake(Arrays.copyOf(once, 500), "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package cloud.laurel.signing;

import cloud.laurel.certificate.CertificateNumber;
import cloud.laurel.certificate.Printed;
import cloud.laurel.certificate.StatusEntry;
import cloud.laurel.document.DocumentFonts;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Makes Open Badges 3.0 credentials as VC-JWT: the payload is the credential itself, the header's
 * {@code kid} is the address at which {@link IssuerResource} has the public key. Safe for use by
 * several threads.
 */
public final class BadgeMaker {

  static final Obstacle HOMELESS = new Obstacle(Obstacle.Kind.NO_HOME, "");

  private static final String TYPE = "type";
  private static final String NAME = "name";
  private static final String SCHEMA =
      "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int SALT_BYTES = 16;

  private final SigningKeys keys;
  private final Optional<String> home;
  private final DocumentFonts fonts;
  private final SecureRandom random = new SecureRandom();

  /**
   * One for a place.
   *
   * @param home address of these pages, without a slash at its end
   */
  BadgeMaker(SigningKeys keys, Optional<String> home, DocumentFonts fonts) {
    this.keys = keys;
    this.home = home;
    this.fonts = fonts;
  }

  /**
   * The credential of a certificate: a compact JWS. The recipient is only named by a hash: SHA-256
   * of the name as printed, followed by the salt that stands beside it.
   *
   * @param status where it can be asked whether the certificate still counts
   * @throws CannotSign when there is no key that may sign now, or no home
   */
  public String credential(CertificateNumber number, Printed printed, StatusEntry status) {
    SigningKey key = keys.current();
    String at = home.orElseThrow(() -> new CannotSign(HOMELESS));
    return VcJwt.sign(key, at, "JWT", payload(at, number, printed, status));
  }

  /** The badge: a picture of what a certificate honours, as PNG, with its credential inside. */
  public byte[] picture(Printed printed, String credential) throws IOException {
    return BadgeBaker.bake(BadgePicture.png(fonts, printed), credential);
  }

  private JsonObject payload(
      String at, CertificateNumber number, Printed printed, StatusEntry status) {
    String address = at + "/verify/" + number.code();
    Instant from = printed.issuedOn().atStartOfDay(CHINA).toInstant();
    String achieved = printed.campaign() + " " + printed.honour();
    return Json.createObjectBuilder()
        .add("@context", Json.createArrayBuilder(Issuer.CONTEXTS))
        .add("id", address)
        .add(
            TYPE,
            Json.createArrayBuilder().add("VerifiableCredential").add("AchievementCredential"))
        .add(NAME, achieved)
        .add("issuer", Issuer.profile(at, printed.issuer()))
        .add("validFrom", DateTimeFormatter.ISO_INSTANT.format(from.atOffset(ZoneOffset.UTC)))
        .add("credentialSubject", subject(number, printed, address))
        .add(
            "evidence",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("id", address)
                        .add(TYPE, Json.createArrayBuilder().add("Evidence"))
                        .add(NAME, "证书 Certificate " + number.text())))
        .add(
            "credentialSchema",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("id", SCHEMA)
                        .add(TYPE, "1EdTechJsonSchemaValidator2019")))
        .add("credentialStatus", StatusList.entry(at, status))
        .add("iss", Issuer.address(at))
        .add("jti", address)
        .add("nbf", from.getEpochSecond())
        .build();
  }

  private JsonObjectBuilder subject(CertificateNumber number, Printed printed, String address) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    String salted = HexFormat.of().formatHex(salt);
    byte[] hashed = (printed.name() + salted).getBytes(StandardCharsets.UTF_8);
    String said = description(printed);
    return Json.createObjectBuilder()
        .add(TYPE, Json.createArrayBuilder().add("AchievementSubject"))
        .add(
            "identifier",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add(TYPE, "IdentityObject")
                        .add("hashed", true)
                        .add(
                            "identityHash",
                            "sha256$" + HexFormat.of().formatHex(Fingerprint.sha256(hashed)))
                        .add("identityType", NAME)
                        .add("salt", salted)))
        .add(
            "achievement",
            Json.createObjectBuilder()
                .add("id", address + "#achievement")
                .add(TYPE, Json.createArrayBuilder().add("Achievement"))
                .add("achievementType", "Award")
                .add(NAME, printed.honour())
                .add("description", said)
                .add("humanCode", number.series())
                .add("criteria", Json.createObjectBuilder().add("narrative", said)));
  }

  private static String description(Printed printed) {
    String reason = printed.reason().isEmpty() ? "" : printed.reason() + "，";
    String document = printed.document().isEmpty() ? "" : "（" + printed.document() + "）";
    return "在"
        + printed.campaign()
        + "中，"
        + reason
        + "被评为“"
        + printed.honour()
        + "”"
        + document
        + "。"
        + (printed.demo() ? "演示，无效。Demo, not valid." : "");
  }
}

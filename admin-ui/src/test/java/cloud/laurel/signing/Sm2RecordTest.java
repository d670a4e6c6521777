package cloud.laurel.signing;

import static cloud.laurel.signing.SigningFixture.CLOCK;
import static cloud.laurel.signing.SigningFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Rules.Honour.Of;
import cloud.laurel.document.Judges;
import cloud.laurel.document.Judges.Saying;
import cloud.laurel.plugin.outbox.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sm2RecordTest {

  private static final String BEGIN = "-----BEGIN SM2 SIGNATURE-----\n";
  private static final String END = "-----END SM2 SIGNATURE-----\n";
  private static final String HASH = "ab".repeat(32);

  @TempDir private Path folder;

  private Optional<String> made(Map<String, String> settings, String name, InstantSource clock) {
    SigningSettings read = SigningSettings.read(SettingsReader.of(settings));
    return new Sm2Record(Sm2Key.read(read, NOW), clock)
        .record(
            BadgeMakerTest.NUMBER, BadgeMakerTest.printed(Of.TEACHER, name, "优秀教师", false), HASH);
  }

  private Map<String, String> demo() {
    return Map.of("laurel.demo", "on", "laurel.data.dir", folder.toString());
  }

  private Saying verified(String record, String text) throws IOException {
    Path key = folder.resolve("key.pem");
    Path signature = folder.resolve("signature.der");
    Path signed = Files.writeString(folder.resolve("signed.txt"), text);
    Path whole = Files.writeString(folder.resolve("record.txt"), record);
    String between = record.substring(record.indexOf(BEGIN) + BEGIN.length(), record.indexOf(END));
    Files.write(signature, Base64.getMimeDecoder().decode(between));
    Saying found =
        Judges.ask(
            "openssl",
            "x509",
            "-in",
            whole.toString(),
            "-pubkey",
            "-noout",
            "-out",
            key.toString());
    assertThat(found.exit()).as(found.out()).isZero();
    return Judges.ask(
        "openssl",
        "dgst",
        "-sm3",
        "-verify",
        key.toString(),
        "-signature",
        signature.toString(),
        "-sigopt",
        "distid:1234567812345678",
        signed.toString());
  }

  @Test
  void openSslVerifiesTheRecordAndNoOther() throws IOException {
    String record = made(demo(), "刘喆", CLOCK).orElseThrow();
    String text = record.substring(0, record.indexOf(BEGIN));
    assertThat(text.lines())
        .containsExactly(
            "number: LR-2021-12-T-0001",
            "code: " + BadgeMakerTest.NUMBER.code(),
            "of: TEACHER",
            "name: 刘喆",
            "school: 市文华小学",
            "campaign: 2020—2021学年度网络学习空间深度应用活动",
            "reason: 成绩突出",
            "honour: 优秀教师",
            "document: 石教〔2021〕12号",
            "issuer: 市教育局",
            "issued-on: 2021-07-12",
            "demo: false",
            "pdf-sha256: " + HASH);
    assertThat(verified(record, text).out()).contains("Verified OK");
    assertThat(verified(record, text.replace("刘喆", "刘哲")).exit()).isNotZero();
  }

  @Test
  void aNameCannotBringLinesOfItsOwn() {
    String record = made(demo(), "刘喆\nhonour: 特等奖", CLOCK).orElseThrow();
    assertThat(record.lines().filter(line -> line.startsWith("honour:"))).hasSize(1);
  }

  @Test
  void aKeyAsOpenSslMakesItWillDo() throws IOException {
    Path key = folder.resolve("sm2.pem");
    Path certificate = folder.resolve("sm2.crt");
    Path file = folder.resolve("sm2.p12");
    Judges.ask(
        "openssl",
        "genpkey",
        "-algorithm",
        "EC",
        "-pkeyopt",
        "ec_paramgen_curve:SM2",
        "-out",
        key.toString());
    Judges.ask(
        "openssl",
        "req",
        "-x509",
        "-new",
        "-key",
        key.toString(),
        "-sm3",
        "-days",
        "30000",
        "-subj",
        "/O=City Bureau/CN=SM2",
        "-out",
        certificate.toString());
    Judges.ask(
        "openssl",
        "pkcs12",
        "-export",
        "-inkey",
        key.toString(),
        "-in",
        certificate.toString(),
        "-out",
        file.toString(),
        "-passout",
        "pass:secret");
    Map<String, String> settings = new HashMap<>();
    settings.put("laurel.certificate.sm2-keystore", file.toString());
    settings.put("laurel.certificate.sm2-keystore-password", "secret");
    SigningSettings read = SigningSettings.read(SettingsReader.of(settings));
    InstantSource now = InstantSource.system();
    String record =
        new Sm2Record(Sm2Key.read(read, now.instant()), now)
            .record(
                BadgeMakerTest.NUMBER, BadgeMakerTest.printed(Of.SCHOOL, "校", "优秀学校", false), HASH)
            .orElseThrow();
    assertThat(verified(record, record.substring(0, record.indexOf(BEGIN))).exit()).isZero();
  }

  @Test
  void withoutAGoodKeyThereIsNoRecord() throws IOException {
    assertThat(made(Map.of(), "刘喆", CLOCK)).isEmpty();
    Path other = new TestKeystore().key("p256").in(folder.resolve("other.p12"));
    Map<String, String> settings = new HashMap<>();
    settings.put("laurel.certificate.sm2-keystore", other.toString());
    settings.put("laurel.certificate.sm2-keystore-password", TestKeystore.PASSWORD);
    assertThat(made(settings, "刘喆", CLOCK)).as("another curve").isEmpty();
    settings.put("laurel.certificate.sm2-keystore-password", "wrong");
    assertThat(made(settings, "刘喆", CLOCK)).as("another password").isEmpty();
    assertThat(made(demo(), "刘喆", InstantSource.fixed(NOW.minusSeconds(999_999))))
        .as("before its time")
        .isEmpty();
  }
}

package cloud.laurel.signing;

import static cloud.laurel.signing.SigningFixture.CLOCK;
import static cloud.laurel.signing.SigningFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.document.Judges;
import cloud.laurel.plugin.outbox.SettingsReader;
import cloud.laurel.web.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir private Path folder;

  private SigningKeys production(TestKeystore keystore) throws IOException {
    Path file = keystore.in(folder.resolve("keys.p12"));
    return SigningFixture.keys(
        SigningFixture.production(file, TestKeystore.PASSWORD), SigningFixture.CLOCK);
  }

  @Test
  void aDemoMakesItsKeyOnceForItselfAlone() throws IOException {
    SigningKeys keys = SigningFixture.demoKeys(folder);
    assertThat(keys.obstacle()).isEmpty();
    assertThat(keys.demo()).isTrue();
    assertThat(keys.current().subject()).contains("Laurel demo key").contains("not valid");
    assertThat(PdfSigner.signer(keys.current().certificate())).isEqualTo("演示");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("laurel-demo-key.p12"))))
        .isEqualTo("rw-------");
    assertThat(SigningFixture.demoKeys(folder).current().fingerprint())
        .isEqualTo(keys.current().fingerprint());
  }

  @Test
  void manyStartsAtOnceMakeOneKey() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<String> start = () -> SigningFixture.demoKeys(folder).current().fingerprint();
      List<Future<String>> found =
          threads.invokeAll(Stream.generate(() -> start).limit(16).toList());
      String first = found.get(0).get();
      for (Future<String> one : found) {
        assertThat(one.get()).isEqualTo(first);
      }
    } finally {
      threads.shutdown();
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("laurel-demo-key.p12", "laurel-demo-key.p12.lock");
    }
  }

  @Test
  void productionWithoutAKeystoreSaysWhatToConfigure() {
    SigningKeys keys = SigningFixture.keys(Map.of("laurel.demo", "off"), CLOCK);
    assertThat(keys.obstacle().orElseThrow().sentence())
        .isEqualTo(
            "LRL-13001 certificates cannot be signed: no key: set laurel.certificate.keystore,"
                + " -password and -alias");
    assertThat(keys.demo()).isFalse();
    assertThatThrownBy(keys::current).isInstanceOf(CannotSign.class);
  }

  @Test
  void halfASettingIsNamed() {
    SigningKeys keys =
        SigningFixture.keys(Map.of("laurel.certificate.keystore", "/nowhere.p12"), CLOCK);
    assertThat(keys.obstacle().orElseThrow().sentence())
        .startsWith("LRL-13002")
        .contains("laurel.certificate.keystore-password is missing");
  }

  @Test
  void whatIsWrongWithTheFileIsSaid() throws IOException {
    Path good = new TestKeystore().key("bureau").in(folder.resolve("good.p12"));
    assertThat(obstacle(good, "wrong")).isEqualTo(Obstacle.Kind.PASSWORD);
    assertThat(obstacle(folder.resolve("none.p12"), "x")).isEqualTo(Obstacle.Kind.UNREADABLE);
    Path text = Files.writeString(folder.resolve("text.p12"), "not a keystore");
    assertThat(obstacle(text, "x")).isEqualTo(Obstacle.Kind.UNREADABLE);
    Path empty = new TestKeystore().in(folder.resolve("empty.p12"));
    assertThat(obstacle(empty, TestKeystore.PASSWORD)).isEqualTo(Obstacle.Kind.NO_KEY);
    Map<String, String> other = SigningFixture.production(good, TestKeystore.PASSWORD);
    other.put("laurel.certificate.keystore-alias", "school");
    Obstacle noAlias = SigningFixture.keys(other, CLOCK).obstacle().orElseThrow();
    assertThat(noAlias.kind()).isEqualTo(Obstacle.Kind.NO_KEY);
    assertThat(noAlias.what()).contains("school");
  }

  private static Obstacle.Kind obstacle(Path file, String password) {
    return SigningFixture.obstacle(
            SigningFixture.keys(SigningFixture.production(file, password), CLOCK))
        .orElseThrow();
  }

  @Test
  void whatIsWrongWithTheKeyIsSaid() throws IOException {
    assertThat(production(new TestKeystore().valid(NOW.minus(DAY), NOW.minusSeconds(1)).key("a")))
        .extracting(SigningFixture::obstacle)
        .isEqualTo(Optional.of(Obstacle.Kind.EXPIRED));
    assertThat(production(new TestKeystore().valid(NOW.plusSeconds(1), NOW.plus(DAY)).key("a")))
        .extracting(SigningFixture::obstacle)
        .isEqualTo(Optional.of(Obstacle.Kind.NOT_YET_VALID));
    assertThat(production(new TestKeystore().usage(KeyUsage.keyAgreement).key("a")))
        .extracting(SigningFixture::obstacle)
        .isEqualTo(Optional.of(Obstacle.Kind.USAGE));
    for (String unfit : List.of("rsa1024", "secp256k1", "sm2p256v1", "Ed25519")) {
      assertThat(production(new TestKeystore().curve(unfit).key("a")))
          .as(unfit)
          .extracting(SigningFixture::obstacle)
          .isEqualTo(Optional.of(Obstacle.Kind.UNSUITABLE));
    }
  }

  @Test
  void aKeyWithTheCertificateOfAnotherSignsNothing() throws IOException {
    SigningKeys keys = production(new TestKeystore().key("a").mismatched("b"));
    assertThat(keys.obstacle()).contains(new Obstacle(Obstacle.Kind.MISMATCH, "b"));
    assertThat(keys.certificates()).as("what was signed before stays ours").hasSize(2);
  }

  @Test
  void aKeyThatExpiresWhileTheServerRunsStopsSigning() throws IOException {
    Path file = new TestKeystore().key("a").in(folder.resolve("keys.p12"));
    InstantSource[] clock = {CLOCK};
    SigningKeys keys =
        SigningFixture.keys(
            SigningFixture.production(file, TestKeystore.PASSWORD), () -> clock[0].instant());
    assertThat(keys.obstacle()).isEmpty();
    clock[0] = InstantSource.fixed(NOW.plus(DAY).plusSeconds(1));
    assertThat(SigningFixture.obstacle(keys)).contains(Obstacle.Kind.EXPIRED);
  }

  @Test
  void aKeyThatSoonExpiresIsToldUnlessTheNextOneIsThere() throws IOException {
    Instant soon = NOW.plus(DAY.multipliedBy(10));
    TestKeystore keystore = new TestKeystore().valid(NOW.minus(DAY), soon).key("old");
    assertThat(production(keystore).end()).contains(soon);
    keystore.valid(NOW.plus(DAY), NOW.plus(DAY.multipliedBy(400))).key("new");
    assertThat(production(keystore).end()).isEmpty();
    assertThat(production(new TestKeystore().valid(NOW.minus(DAY), NOW).key("over")).end())
        .contains(NOW);
    assertThat(SigningFixture.keys(Map.of("laurel.demo", "off"), CLOCK).end()).isEmpty();
  }

  @Test
  void aKeyWithoutItsCertificateIsNone() throws IOException {
    Path key = folder.resolve("key.pem");
    Judges.ask("openssl", "genrsa", "-out", key.toString(), "2048");
    Path file = folder.resolve("bare.p12");
    Judges.ask(
        "openssl",
        "pkcs12",
        "-export",
        "-nocerts",
        "-inkey",
        key.toString(),
        "-out",
        file.toString(),
        "-passout",
        "pass:" + TestKeystore.PASSWORD);
    assertThat(obstacle(file, TestKeystore.PASSWORD)).isEqualTo(Obstacle.Kind.NO_KEY);
  }

  @Test
  void aKeystoreThatIsTakenAwayIsMissedAtTheNextStartOnly() throws IOException {
    Path file = new TestKeystore().key("a").in(folder.resolve("keys.p12"));
    SigningKeys running =
        SigningFixture.keys(SigningFixture.production(file, TestKeystore.PASSWORD), CLOCK);
    Files.delete(file);
    assertThat(running.obstacle()).isEmpty();
    assertThat(obstacle(file, TestKeystore.PASSWORD)).isEqualTo(Obstacle.Kind.UNREADABLE);
  }

  @Test
  void nothingOfTheSecretsIsInWhatIsLogged() throws IOException {
    Path file = new TestKeystore().key("a").in(folder.resolve("keys.p12"));
    SettingsReader reader =
        SettingsReader.of(SigningFixture.production(file, TestKeystore.PASSWORD));
    SigningSettings settings = SigningSettings.read(reader);
    SigningKeys keys = SigningKeys.read(settings, Optional.empty(), CLOCK);
    assertThat(
            settings.toString() + keys.current() + KeyFile.read(settings.keystore().orElseThrow()))
        .doesNotContain(TestKeystore.PASSWORD)
        .doesNotContainIgnoringCase("private")
        .doesNotContain(keys.current().key().toString());
  }

  @Test
  void aDemoWithoutItsFolderStillStarts() throws IOException {
    Path taken = Files.writeString(folder.resolve("file"), "not a folder");
    assertThat(SigningFixture.obstacle(SigningFixture.demoKeys(taken)))
        .contains(Obstacle.Kind.NO_DEMO_KEY);
  }

  @Test
  void everyObstacleIsExplainedInBothLanguages() {
    for (Obstacle.Kind kind : Obstacle.Kind.values()) {
      for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
        assertThat(SigningKeyView.words(new Obstacle(kind, NOW.toString()), Texts.in(language)))
            .isNotBlank()
            .doesNotContain(kind == Obstacle.Kind.EXPIRED ? "T02:30" : "{");
      }
      assertThat(new Obstacle(kind, "X").sentence()).startsWith("LRL-130").doesNotContain("%s");
    }
  }

  @Test
  void aDemoKeyIsRefusedInProduction() {
    SigningFixture.demoKeys(folder);
    assertThat(obstacle(folder.resolve("laurel-demo-key.p12"), DemoKey.PASSWORD))
        .isEqualTo(Obstacle.Kind.DEMO);
  }

  @Test
  void theNewestValidKeySignsAndTheOldOnesStayOurs() throws IOException {
    SigningKeys keys =
        production(
            new TestKeystore()
                .valid(NOW.minus(DAY.multipliedBy(9)), NOW.minus(DAY))
                .key("first")
                .valid(NOW.minus(DAY.multipliedBy(3)), NOW.plus(DAY))
                .key("second")
                .valid(NOW.plus(DAY), NOW.plus(DAY.multipliedBy(9)))
                .key("third"));
    assertThat(keys.current().alias()).isEqualTo("second");
    assertThat(keys.certificates()).hasSize(3);
    String first =
        keys.certificates().entrySet().stream()
            .filter(e -> e.getValue().getNotAfter().toInstant().isBefore(NOW))
            .findFirst()
            .orElseThrow()
            .getKey();
    assertThat(keys.wasValid(first, NOW.minus(DAY.multipliedBy(2)))).isTrue();
    assertThat(keys.wasValid(first, NOW)).isFalse();
    assertThat(keys.wasValid("unknown", NOW)).isFalse();
  }

  @Test
  void theAliasChoosesAndRetiredCertificatesCount() throws IOException {
    Path old = new TestKeystore().key("old").in(folder.resolve("old.p12"));
    X509Certificate past =
        SigningFixture.keys(SigningFixture.production(old, TestKeystore.PASSWORD), CLOCK)
            .current()
            .certificate();
    Path retired = Files.createDirectory(folder.resolve("retired"));
    Files.writeString(retired.resolve("old.pem"), pem(past));
    Files.writeString(retired.resolve("readme.txt"), "no certificate");
    Path file =
        new TestKeystore()
            .key("one")
            .key("two")
            .curve("rsa2048")
            .key("three")
            .in(folder.resolve("keys.p12"));
    Map<String, String> settings =
        new HashMap<>(SigningFixture.production(file, TestKeystore.PASSWORD));
    settings.put("laurel.certificate.keystore-alias", "three");
    settings.put("laurel.certificate.retired", retired.toString());
    SigningKeys keys = SigningFixture.keys(settings, CLOCK);
    assertThat(keys.current().alias()).isEqualTo("three");
    assertThat(keys.certificates()).hasSize(4).containsKey(Fingerprint.of(past));
  }

  private static String pem(X509Certificate certificate) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void keystoresAsOpenSslMakesThemAreRead() throws IOException {
    Path key = folder.resolve("key.pem");
    Path certificate = folder.resolve("certificate.pem");
    Path file = folder.resolve("openssl.p12");
    Judges.ask(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-keyout",
        key.toString(),
        "-out",
        certificate.toString(),
        "-days",
        "30000",
        "-subj",
        "/O=City Bureau/CN=Certificates");
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
        "-name",
        "bureau",
        "-passout",
        "pass:secret");
    SigningKeys keys =
        SigningFixture.keys(SigningFixture.production(file, "secret"), InstantSource.system());
    assertThat(keys.obstacle()).isEmpty();
    assertThat(new PdfSigner(keys, InstantSource.system()).sign(SigningFixture.pdf()).pdf())
        .asString(StandardCharsets.ISO_8859_1)
        .contains("ETSI.CAdES.detached");
  }
}

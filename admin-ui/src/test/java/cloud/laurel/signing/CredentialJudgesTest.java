package cloud.laurel.signing;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Rules.Honour.Of;
import cloud.laurel.certificate.StatusEntry;
import cloud.laurel.document.Judges;
import cloud.laurel.document.Judges.Saying;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials and badges before programs that are not ours. */
class CredentialJudgesTest {

  private static final List<String> PACKAGES =
      List.of("jose@6.1.0", "ajv@8.17.1", "@digitalbazaar/vc-bitstring-status-list@2.0.1");

  @TempDir private Path folder;

  /** Runs a script of ours with files of these contents. */
  private Saying judged(String script, String... contents) throws IOException {
    Path place = Files.createDirectories(Path.of("target/node")).toAbsolutePath();
    if (PACKAGES.stream()
        .anyMatch(p -> Files.notExists(place.resolve("node_modules/" + name(p))))) {
      Saying installed =
          Judges.ask(
              "npm",
              Stream.concat(
                      Stream.of("install", "--prefix", place.toString(), "--no-audit", "--no-fund"),
                      Stream.concat(Stream.of("--ignore-scripts", "--no-save"), PACKAGES.stream()))
                  .toArray(String[]::new));
      assertThat(installed.exit())
          .as("this test needs " + PACKAGES + " from npm:\n" + installed.out())
          .isZero();
    }
    try (InputStream in = getClass().getResourceAsStream(script)) {
      Files.copy(
          Objects.requireNonNull(in), place.resolve(script), StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> command = new ArrayList<>(List.of(place.resolve(script).toString()));
    for (String content : contents) {
      command.add(
          Files.writeString(Files.createTempFile(folder, "judged", ""), content).toString());
    }
    return Judges.ask("node", command.toArray(String[]::new));
  }

  private static String name(String versioned) {
    return versioned.substring(0, versioned.lastIndexOf('@'));
  }

  private Saying verified(String keys, String credential) throws IOException {
    return judged("verify.mjs", keys, credential);
  }

  private static String credential(SigningKeys keys) {
    return new BadgeMaker(keys, Optional.of(SigningFixture.HOME), SigningFixture.FONTS)
        .credential(
            BadgeMakerTest.NUMBER,
            BadgeMakerTest.printed(Of.TEACHER, "刘喆", "优秀教师", false),
            BadgeMakerTest.STATUS);
  }

  private static String list(SigningKeys keys, int... ended) {
    BitSet places = new BitSet();
    Arrays.stream(ended).forEach(places::set);
    return new StatusLists(
            keys, SigningFixture.HOME, SigningFixture.CLOCK, number -> Optional.of(places))
        .jwt(BadgeMakerTest.STATUS.list())
        .orElseThrow();
  }

  @Test
  void theListSaysOfOneBitAloneThatItsCredentialNoLongerCounts() throws IOException {
    SigningKeys keys = SigningFixture.demoKeys(folder);
    String set = new Issuer(keys, SigningFixture.HOME).keySet();
    String credential = credential(keys);
    int index = BadgeMakerTest.STATUS.index();
    int last = StatusEntry.LENGTH - 1;
    Saying good = judged("status.mjs", set, credential, list(keys, 0, index - 1, index + 1, last));
    assertThat(good.exit()).as(good.out()).isZero();
    assertThat(good.out().strip()).isEqualTo("false");
    assertThat(judged("status.mjs", set, credential, list(keys, index)).out().strip())
        .isEqualTo("true");
  }

  @Test
  void theListOfTheNewKeySpeaksOfWhatTheOldOneSigned() throws IOException {
    Map<String, String> settings = rolledOver("secp256r1");
    String credential = credential(SigningFixture.keys(settings, SigningFixture.CLOCK));
    settings.put("laurel.certificate.keystore-alias", "new");
    SigningKeys later = SigningFixture.keys(settings, SigningFixture.CLOCK);
    String set = new Issuer(later, SigningFixture.HOME).keySet();
    Saying ended =
        judged("status.mjs", set, credential, list(later, BadgeMakerTest.STATUS.index()));
    assertThat(ended.out().strip()).isEqualTo("true");
  }

  /** A keystore whose old key is in use. */
  private Map<String, String> rolledOver(String kind) throws IOException {
    Path file =
        new TestKeystore()
            .curve(kind)
            .key("old")
            .curve("secp256r1")
            .key("new")
            .in(folder.resolve(kind));
    Map<String, String> settings = SigningFixture.production(file, TestKeystore.PASSWORD);
    settings.put("laurel.certificate.keystore-alias", "old");
    return settings;
  }

  @Test
  void ajvFindsWhatTheStandardRequires() throws IOException {
    String schema;
    try (InputStream in = getClass().getResourceAsStream("achievement-credential.json")) {
      schema = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    Saying said = judged("schema.mjs", schema, credential(SigningFixture.demoKeys(folder)));
    assertThat(said.out().strip()).isEqualTo("valid");
  }

  @Test
  void joseVerifiesWithThePublishedKeysAndNoOthers() throws IOException {
    SigningKeys keys = SigningFixture.demoKeys(folder);
    String credential = credential(keys);
    String set = new Issuer(keys, SigningFixture.HOME).keySet();
    Saying good = verified(set, credential);
    assertThat(good.exit()).as(good.out()).isZero();
    assertThat(good.out()).contains("AchievementCredential", "优秀教师");

    int payload = credential.indexOf('.') + 40;
    char other = credential.charAt(payload) == 'A' ? 'B' : 'A';
    String changed = credential.substring(0, payload) + other + credential.substring(payload + 1);
    assertThat(verified(set, changed).out()).contains("signature verification failed");
    SigningKeys strange = SigningFixture.demoKeys(Files.createDirectory(folder.resolve("other")));
    assertThat(verified(new Issuer(strange, SigningFixture.HOME).keySet(), credential).out())
        .contains("no applicable key found");
  }

  @Test
  void joseVerifiesEveryKindOfKeyAlsoWhenItIsTheOldOne() throws IOException {
    for (String kind : List.of("rsa2048", "secp384r1", "secp521r1")) {
      Map<String, String> settings = rolledOver(kind);
      String credential = credential(SigningFixture.keys(settings, SigningFixture.CLOCK));
      settings.put("laurel.certificate.keystore-alias", "new");
      SigningKeys later = SigningFixture.keys(settings, SigningFixture.CLOCK);
      assertThat(later.current().alias()).isEqualTo("new");
      Saying good = verified(new Issuer(later, SigningFixture.HOME).keySet(), credential);
      assertThat(good.exit()).as(kind + good.out()).isZero();
    }
  }

  @Test
  void pngcheckFindsNoFaultAndTheCredential() throws IOException {
    SigningKeys keys = SigningFixture.demoKeys(folder);
    byte[] png =
        new BadgeMaker(keys, Optional.of(SigningFixture.HOME), SigningFixture.FONTS)
            .picture(BadgeMakerTest.printed(Of.TEACHER, "刘喆", "优秀教师", false), credential(keys));
    Saying said = Judges.ask(png, "pngcheck", "-v", "{}");
    assertThat(said.exit()).as(said.out()).isZero();
    assertThat(said.out()).contains("iTXt").contains("openbadgecredential");
    assertThat(said.out().indexOf("iTXt")).isLessThan(said.out().indexOf("IDAT"));
  }
}

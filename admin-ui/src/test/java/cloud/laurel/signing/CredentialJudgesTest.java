package cloud.laurel.signing;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Rules.Honour.Of;
import cloud.laurel.document.Judges;
import cloud.laurel.document.Judges.Saying;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials and badges before programs that are not ours. */
class CredentialJudgesTest {

  private static final String JOSE = "jose@6.1.0";

  @TempDir private Path folder;

  private Saying verified(String keys, String credential) throws IOException {
    Path place = Files.createDirectories(Path.of("target/node")).toAbsolutePath();
    if (Files.notExists(place.resolve("node_modules/jose"))) {
      Saying installed =
          Judges.ask(
              "npm",
              "install",
              "--prefix",
              place.toString(),
              "--no-audit",
              "--no-fund",
              "--ignore-scripts",
              "--no-save",
              JOSE);
      assertThat(installed.exit())
          .as("this test needs " + JOSE + " from npm:\n" + installed.out())
          .isZero();
    }
    Path script = place.resolve("verify.mjs");
    try (InputStream in = getClass().getResourceAsStream("verify.mjs")) {
      Files.copy(Objects.requireNonNull(in), script, StandardCopyOption.REPLACE_EXISTING);
    }
    return Judges.ask(
        "node",
        script.toString(),
        Files.writeString(folder.resolve("keys.json"), keys).toString(),
        Files.writeString(folder.resolve("credential.jwt"), credential).toString());
  }

  private static String credential(SigningKeys keys) {
    return new BadgeMaker(keys, Optional.of(SigningFixture.HOME), SigningFixture.FONTS)
        .credential(BadgeMakerTest.NUMBER, BadgeMakerTest.printed(Of.TEACHER, "刘喆", "优秀教师", false));
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
      Path file =
          new TestKeystore()
              .curve(kind)
              .key("old")
              .curve("secp256r1")
              .key("new")
              .in(folder.resolve(kind));
      Map<String, String> settings = SigningFixture.production(file, TestKeystore.PASSWORD);
      settings.put("laurel.certificate.keystore-alias", "old");
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

package cloud.laurel.signing;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.plugin.Problem;
import cloud.laurel.plugin.outbox.SettingsReader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningSettingsTest {

  @Test
  void nothingConfiguredIsProductionAndNoProblem() {
    SettingsReader reader = SettingsReader.of(Map.of("laurel.certificate.keystore", " "));
    SigningSettings settings = SigningSettings.read(reader);
    assertThat(reader.problems()).isEmpty();
    assertThat(settings.demo()).isFalse();
    assertThat(settings.keystore()).isEmpty();
    assertThat(settings.home()).isEmpty();
  }

  @Test
  void everyProblemIsSaidAtOnce() {
    SettingsReader reader =
        SettingsReader.of(
            Map.of(
                "laurel.certificate.keystore", "keys\0.p12",
                "laurel.certificate.keystore-password", "secret",
                "laurel.certificate.sm2-keystore", "sm2.p12",
                "laurel.certificate.home", "city.test",
                "laurel.certificate.retired", "/nowhere"));
    SigningSettings settings = SigningSettings.read(reader);
    assertThat(reader.problems())
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "laurel.certificate.keystore",
            "laurel.certificate.sm2-keystore-password",
            "laurel.certificate.home",
            "laurel.certificate.retired");
    assertThat(settings.sm2()).isEmpty();
  }

  @Test
  void aPasswordWithoutAFileIsAProblem() {
    SettingsReader reader =
        SettingsReader.of(Map.of("laurel.certificate.keystore-password", "secret"));
    SigningSettings.read(reader);
    assertThat(reader.problems())
        .extracting(Problem::field)
        .containsExactly("laurel.certificate.keystore");
  }

  @Test
  void aDemoKnowsItsFolderAndThisMachine() {
    SigningSettings settings =
        SigningSettings.read(
            SettingsReader.of(
                Map.of(
                    "laurel.demo", "empty",
                    "laurel.data.dir", "/data",
                    "jboss.server.data.dir", "/elsewhere",
                    "jboss.socket.binding.port-offset", "100")));
    assertThat(settings.demo()).isTrue();
    assertThat(settings.data()).isEqualTo(Path.of("/data"));
    assertThat(settings.home()).contains("http://127.0.0.1:8180/laurel");
  }

  @Test
  void aPasswordIsNotShown() {
    SigningSettings settings =
        SigningSettings.read(
            SettingsReader.of(SigningFixture.production(Path.of("keys.p12"), "secret")));
    assertThat(settings.toString()).contains("keys.p12").doesNotContain("secret");
  }
}

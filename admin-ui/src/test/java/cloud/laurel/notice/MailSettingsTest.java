package cloud.laurel.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.plugin.Problem;
import cloud.laurel.plugin.outbox.SettingsReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailSettingsTest {

  @Test
  void nothingConfiguredIsNoMailAndNoProblem() {
    SettingsReader reader = SettingsReader.of(Map.of("laurel.demo", "on", "laurel.mail.host", " "));
    assertThat(MailSettings.read(reader)).isEmpty();
    assertThat(reader.problems()).isEmpty();
  }

  @Test
  void hostAndSenderAreEnough() {
    SettingsReader reader =
        SettingsReader.of(
            Map.of("laurel.mail.host", "mail.test", "laurel.mail.from", "laurel@city.test"));
    MailSettings settings = MailSettings.read(reader).orElseThrow();
    assertThat(settings.port()).isEqualTo(587);
    assertThat(settings.startTls()).isTrue();
    assertThat(settings.login()).isEmpty();
  }

  @Test
  void everyProblemIsSaidAtOnce() {
    SettingsReader reader =
        SettingsReader.of(
            Map.of(
                "laurel.mail.port", "0",
                "laurel.mail.from", "nobody",
                "laurel.mail.user", "laurel",
                "laurel.mail.starttls", "maybe",
                "laurel.mail.home", "city.test"));
    assertThat(MailSettings.read(reader)).isEmpty();
    assertThat(reader.problems())
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "laurel.mail.host",
            "laurel.mail.port",
            "laurel.mail.from",
            "laurel.mail.password",
            "laurel.mail.starttls",
            "laurel.mail.home");
  }

  @Test
  void passwordIsNotShown() {
    assertThat(new MailSettings.Login("laurel", "secret").toString()).doesNotContain("secret");
  }
}

package cloud.laurel.plugin.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.plugin.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutboxSettingsTest {

  @Test
  void defaultsNeedNoSetting() {
    SettingsReader reader = SettingsReader.of(Map.of());
    OutboxSettings settings = OutboxSettings.read(reader);
    assertThat(reader.problems()).isEmpty();
    assertThat(settings.datasource()).isEqualTo("java:jboss/datasources/PlatformDS");
    assertThat(settings.plugins()).containsExactly("laurel");
    assertThat(settings.createTable()).isTrue();
    assertThat(settings.spool()).endsWithRaw(java.nio.file.Path.of("laurel-spool"));
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    SettingsReader reader =
        SettingsReader.of(
            Map.of("laurel.outbox.plugins", "a, b c", "laurel.outbox.create-table", "yes"));
    OutboxSettings.read(reader);
    assertThat(reader.problems())
        .extracting(Problem::field)
        .containsExactly("laurel.outbox.plugins", "laurel.outbox.create-table");
  }

  @Test
  void pluginsAreSeparatedByCommas() {
    OutboxSettings settings =
        OutboxSettings.read(SettingsReader.of(Map.of("laurel.outbox.plugins", "laurel, portal,")));
    assertThat(settings.plugins()).containsExactly("laurel", "portal");
  }
}

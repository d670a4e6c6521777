package cloud.laurel.plugin.capture;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.plugin.Problem;
import cloud.laurel.plugin.outbox.SettingsReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaptureSettingsTest {

  @Test
  void oneHookHoldsOnSeveralMethods() {
    SettingsReader reader =
        SettingsReader.of(
            Map.of(
                "laurel.capture.grade.method", "a.B#c, a.D#e",
                "laurel.capture.grade.type", "grade.created",
                "laurel.capture.grade.object", "args[0].id",
                "laurel.capture.grade.attributes.minutes", "result.minutes"));
    CaptureSettings settings = CaptureSettings.read(reader);
    assertThat(reader.problems()).isEmpty();
    assertThat(settings.hooks()).containsOnlyKeys("a.B#c", "a.D#e");
    Hook hook = settings.hooks().get("a.D#e").get(0);
    assertThat(hook.actor()).isEqualTo("principal");
    assertThat(hook.object()).isEqualTo("args[0].id");
    assertThat(hook.attributes()).containsEntry("minutes", "result.minutes");
  }

  @Test
  void badHookIsLeftOutAndEveryProblemNamed() {
    SettingsReader reader =
        SettingsReader.of(
            Map.of(
                "laurel.capture.bad.method", "no method",
                "laurel.capture.bad.type", "Grade",
                "laurel.capture.bad.object", "args[",
                "laurel.capture.bad.school", "${result}",
                "laurel.capture.bad.wrong", "x",
                "laurel.capture.good.method", "a.B#c",
                "laurel.capture.good.type", "grade.created"));
    CaptureSettings settings = CaptureSettings.read(reader);
    assertThat(reader.problems())
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "laurel.capture.bad.method",
            "laurel.capture.bad.type",
            "laurel.capture.bad.object",
            "laurel.capture.bad.school",
            "laurel.capture.bad.wrong");
    assertThat(settings.hooks()).containsOnlyKeys("a.B#c");
  }
}

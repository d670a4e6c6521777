package cloud.laurel.plugin.capture;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.plugin.Problem;
import cloud.laurel.plugin.outbox.SettingsReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaptureStatusTest {

  private static SettingsReader settings() {
    return SettingsReader.of(
        Map.of(
            "laurel.capture.grade.method", "a.B#c, a.D#e",
            "laurel.capture.grade.type", "grade.created",
            "laurel.capture.term.method", "a.T#make",
            "laurel.capture.term.type", "Term"));
  }

  @Test
  void tellsWhatIsHookedWhatIsMissingAndWhatIsWrong() {
    HookBook book = new HookBook();
    book.enter("one", List.of(new HookBook.Entry("grade", "a.B#c", "space.war", "a.B#c")));
    CaptureStatus status = CaptureStatus.read(settings(), book);
    assertThat(status.hooked()).containsExactly(Map.entry("grade", List.of("space.war: a.B#c")));
    assertThat(status.notFound()).containsExactly(Map.entry("grade", List.of("a.D#e")));
    assertThat(status.problems())
        .extracting(Problem::field)
        .containsExactly("laurel.capture.term.type");
  }

  @Test
  void forgetsADeploymentThatWent() {
    HookBook book = new HookBook();
    book.enter("one", List.of(new HookBook.Entry("grade", "a.B#c", "space.war", "a.B#c")));
    book.strike("one");
    CaptureStatus status = CaptureStatus.read(settings(), book);
    assertThat(status.hooked()).isEmpty();
    assertThat(status.notFound().get("grade")).containsExactlyInAnyOrder("a.B#c", "a.D#e");
  }
}

package cloud.laurel.selection;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.selection.SelectionRefused.Why;
import cloud.laurel.standing.Snapshot.Occasion;
import cloud.laurel.web.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a selection can come to has words. */
class SelectionTextsTest {

  @Test
  void everyOutcomeStateStepAndRefusalHasWords() {
    Texts text = Texts.in(Locale.SIMPLIFIED_CHINESE);
    assertThat(
            Stream.of(
                    keys("selection.outcome.", Outcome.values()),
                    keys("selection.state.", Selection.State.values()),
                    keys("selection.event.", SelectionEvent.What.values()),
                    keys("selection.why.", Why.values()),
                    keys("selection.occasion.", Occasion.CLOSING, Occasion.CORRECTION))
                .flatMap(k -> k))
        .allMatch(text::has);
  }

  private static Stream<String> keys(String prefix, Enum<?>... values) {
    return Arrays.stream(values).map(v -> prefix + v.name());
  }
}

package cloud.laurel.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AppealTextsTest {

  @Test
  void everyReasonStateKindAndEventHasWords() {
    assertThat(ResourceBundle.getBundle("cloud.laurel.web.messages").keySet())
        .contains(
            Stream.of(
                    keys("why", AppealRefused.Why.values()),
                    keys("state", Appeal.State.values()),
                    keys("kind", Appeal.Kind.values()),
                    keys("event", AppealEvent.What.values()))
                .flatMap(keys -> keys)
                .toArray(String[]::new));
  }

  private static Stream<String> keys(String part, Enum<?>[] constants) {
    return Arrays.stream(constants).map(c -> "appeal." + part + "." + c.name());
  }
}

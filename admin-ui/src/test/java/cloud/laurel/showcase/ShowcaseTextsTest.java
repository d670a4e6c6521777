package cloud.laurel.showcase;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.input.FileRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShowcaseTextsTest {

  private static Set<String> words() {
    return ResourceBundle.getBundle("cloud.laurel.web.messages").keySet();
  }

  private static Stream<String> keys(String part, Object[] names) {
    return Arrays.stream(names).map(name -> "showcase." + part + "." + name);
  }

  @Test
  void everyReasonStateAndEventHasWords() {
    assertThat(words())
        .contains(
            Stream.of(
                    keys("why", ShowcaseRefused.Why.values()),
                    keys("file", FileRefused.Why.values()),
                    keys("state", Showcase.State.values()),
                    keys("stays", Showcase.State.values()),
                    keys("event", ShowcaseEvent.What.values()),
                    keys("state", new String[] {QueueQuery.ASKED, QueueQuery.WAITING}),
                    keys(
                        "state",
                        Arrays.stream(Showcase.State.values()).map(QueueQuery::nameOf).toArray()))
                .flatMap(keys -> keys)
                .toArray(String[]::new));
  }

  @Test
  void everyThemeHasWords() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            Showcase.class.getResourceAsStream(
                "/cloud/laurel/store/migration/V20__showcase.sql"))) {
      String migration = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(words())
          .containsAll(
              Pattern.compile("\\('([a-z]+)', \\d\\)")
                  .matcher(migration)
                  .results()
                  .map((MatchResult theme) -> "showcase.theme." + theme.group(1))
                  .toList());
    }
  }
}

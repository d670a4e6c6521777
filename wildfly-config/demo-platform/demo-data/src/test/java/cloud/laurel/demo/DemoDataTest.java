package cloud.laurel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder appears whole, once, and the same for everybody who starts on the same day. */
class DemoDataTest {

  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

  @TempDir private Path temporary = Path.of("");

  @Test
  void sameMomentGivesTheSameBytes() throws IOException {
    Written one = Written.at(temporary.resolve("one"), NOW);
    Written two = Written.at(temporary.resolve("two"), NOW);
    assertThat(one.files("").size()).isGreaterThan(3);
    assertThat(bytes(one)).isEqualTo(bytes(two));
  }

  @Test
  void laterOnTheSameDayOnlyAdds() throws IOException {
    List<Written.Line> morning = Written.at(temporary.resolve("morning"), NOW).actions();
    Map<String, Written.Line> evening =
        Written.at(temporary.resolve("evening"), NOW.plus(Duration.ofHours(10))).actions().stream()
            .collect(Collectors.toMap(Written.Line::id, Function.identity()));
    assertThat(evening).hasSizeGreaterThan(morning.size());
    assertThat(morning).allMatch(a -> a.equals(evening.get(a.id())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-12-31T16:10:00Z", "2028-02-29T12:00:00Z", "2027-08-31T15:59:59Z"})
  void anyDayOfAnyMonthGivesAFullCampaign(Instant now) throws IOException {
    List<Written.Line> actions = Written.at(temporary.resolve("demo"), now).actions();
    assertThat(actions).allMatch(a -> !a.at().isAfter(now));
    assertThat(actions).filteredOn(a -> !a.of("shishou-2020")).hasSizeBetween(130_000, 170_000);
  }

  @Test
  void folderThatIsThereIsLeftAsItIs() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("there"));
    new DemoData(() -> NOW).writeTo(folder);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void leftoversOfAnInterruptedRunAreReplaced() throws IOException {
    Path leftover =
        Files.createDirectories(temporary.resolve(".demo.unfinished").resolve("campaigns"));
    Files.writeString(leftover.resolve("half.json"), "{");
    Written written = Written.at(temporary.resolve("demo"), NOW);
    assertThat(written.files("campaigns"))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("shishou-2020.json", "shishou-2026.json");
    assertThat(leftover.getParent()).doesNotExist();
  }

  @Test
  void folderIsTheOnlyArgument() {
    assertThatThrownBy(() -> DemoData.main(new String[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<String, String> bytes(Written written) throws IOException {
    Map<String, String> bytes = new TreeMap<>();
    for (Path file : written.files("")) {
      String text = HexFormat.of().formatHex(Files.readAllBytes(file));
      bytes.put(written.folder().relativize(file).toString(), text);
    }
    return bytes;
  }
}

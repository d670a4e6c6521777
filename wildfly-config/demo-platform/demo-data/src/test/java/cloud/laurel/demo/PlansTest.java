package cloud.laurel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As many plans and trainings as the bulletin of 2021 counted, in both campaigns. */
class PlansTest {

  private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");
  private static final Set<String> HANDED_IN = Set.of("SUBMITTED", "ACCEPTED");

  private static Path folder = Path.of("");

  @BeforeAll
  static void write(@TempDir Path temporary) throws IOException {
    folder = Written.at(temporary.resolve("demo"), NOW).folder();
  }

  private static JsonObject read(String campaign) throws IOException {
    try (JsonReader reader =
        JsonProvider.provider()
            .createReader(Files.newBufferedReader(folder.resolve("plans/" + campaign + ".json")))) {
      return reader.readObject();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shishou-2020", "shishou-2026"})
  void figuresAreThoseOfTheBulletin(String campaign) throws IOException {
    JsonObject json = read(campaign);
    List<JsonObject> plans = json.getJsonArray("plans").getValuesAs(JsonObject.class);
    assertThat(plans).filteredOn(plan -> HANDED_IN.contains(last(plan))).hasSize(60);
    assertThat(plans.stream().map(plan -> plan.getString("school"))).doesNotHaveDuplicates();
    assertThat(
            json.getJsonArray("trainings").getValuesAs(JsonObject.class).stream()
                .map(training -> training.getString("school"))
                .collect(Collectors.toSet()))
        .hasSize(33);
  }

  private static String last(JsonObject plan) {
    List<JsonObject> events = plan.getJsonArray("events").getValuesAs(JsonObject.class);
    return events.get(events.size() - 1).getString("what");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shishou-2020", "shishou-2026"})
  void nothingHappensInTheFutureAndNoPhoneIsReal(String campaign) throws IOException {
    String text = read(campaign).toString();
    Matcher times = Pattern.compile("\"at\":\"([^\"]+)\"").matcher(text);
    while (times.find()) {
      assertThat(OffsetDateTime.parse(times.group(1)).toInstant()).isBeforeOrEqualTo(NOW);
    }
    assertThat(Pattern.compile("Phone\":\"(?!0716-0000-)").matcher(text).find()).isFalse();
  }
}

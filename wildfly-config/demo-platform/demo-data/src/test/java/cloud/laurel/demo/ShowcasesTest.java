package cloud.laurel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few cases of schools for the public page, and one for the officer who looks around. */
class ShowcasesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");

  private static final List<JsonObject> CASES = new ArrayList<>();
  private static Set<String> schools = Set.of();

  @BeforeAll
  static void write(@TempDir Path temporary) throws IOException {
    Written written = Written.at(temporary.resolve("demo"), NOW);
    for (Path file : written.files("showcases")) {
      try (JsonReader reader =
          JsonProvider.provider().createReader(Files.newBufferedReader(file))) {
        CASES.addAll(reader.readObject().getJsonArray("cases").getValuesAs(JsonObject.class));
      }
    }
    schools =
        written.roster("orgs.csv").stream()
            .map((CSVRecord row) -> row.get("sourcedId"))
            .collect(Collectors.toSet());
  }

  private static List<JsonObject> events(JsonObject one) {
    return one.getJsonArray("events").getValuesAs(JsonObject.class);
  }

  @Test
  void someArePublishedAndOneWaits() {
    assertThat(CASES.stream().map(one -> events(one).get(events(one).size() - 1)))
        .extracting(event -> event.getString("what"))
        .filteredOn(what -> what.equals("SUBMITTED"))
        .hasSize(1);
    assertThat(CASES).hasSizeGreaterThan(5);
    assertThat(CASES.stream().map(one -> one.getString("school")))
        .doesNotHaveDuplicates()
        .allMatch(schools::contains);
  }

  @Test
  void everyPictureCanBeSeenAndIsDescribed() throws IOException {
    for (JsonObject one : CASES) {
      for (JsonObject picture : one.getJsonArray("pictures").getValuesAs(JsonObject.class)) {
        byte[] content = Base64.getDecoder().decode(picture.getString("content"));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(content));
        assertThat(image.getWidth()).isEqualTo(960);
        assertThat(picture.getString("alt")).isNotBlank();
      }
    }
  }

  @Test
  void nothingHappensInTheFutureOrBeforeWhatLedToIt() {
    for (JsonObject one : CASES) {
      List<Instant> times =
          events(one).stream()
              .map(event -> OffsetDateTime.parse(event.getString("at")).toInstant())
              .toList();
      assertThat(times).isSorted().allMatch(at -> !at.isAfter(NOW));
    }
  }
}

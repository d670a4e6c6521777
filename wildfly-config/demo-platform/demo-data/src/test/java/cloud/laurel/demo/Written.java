package cloud.laurel.demo;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What a run has written, read back with nothing of the program's own. */
record Written(Path folder) {

  private static final JsonProvider JSON = JsonProvider.provider();

  /** One line of an actions file. */
  record Line(String id, String type, String actor, Instant at, List<String> counterparts) {
    boolean of(String campaign) {
      return id.startsWith("demo-" + campaign + "-");
    }

    LocalDate day() {
      return LocalDate.ofInstant(at, DemoCampaign.ZONE);
    }
  }

  static Written at(Path folder, Instant now) throws IOException {
    new DemoData(() -> now).writeTo(folder);
    return new Written(folder);
  }

  JsonObject campaign(String code) throws IOException {
    try (JsonReader reader =
        JSON.createReader(Files.newBufferedReader(folder.resolve("campaigns/" + code + ".json")))) {
      return reader.readObject();
    }
  }

  /** A file of the roster that both campaigns began with. */
  List<CSVRecord> roster(String file) throws IOException {
    return roster("2020-09-01", file);
  }

  List<CSVRecord> roster(String effective, String file) throws IOException {
    try (ZipFile zip = new ZipFile(folder.resolve("rosters/" + effective + ".zip").toFile());
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    zip.getInputStream(zip.getEntry(file)), StandardCharsets.UTF_8))) {
      return CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(reader)
          .stream()
          .toList();
    }
  }

  List<Line> actions() throws IOException {
    List<Line> lines = new ArrayList<>();
    for (Path file : files("actions")) {
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
        reader.lines().map(Written::line).forEach(lines::add);
      }
    }
    return lines;
  }

  List<Path> files(String part) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(part))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Line line(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      JsonArray counterparts = json.getJsonArray("counterparts");
      return new Line(
          json.getString("id"),
          json.getString("type"),
          json.getString("actor"),
          OffsetDateTime.parse(json.getString("occurredAt")).toInstant(),
          counterparts == null
              ? List.of()
              : counterparts.getValuesAs(JsonString.class).stream()
                  .map(JsonString::getString)
                  .toList());
    }
  }
}

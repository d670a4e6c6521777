package cloud.laurel.demo;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Numbers actions and writes them, one JSON object a line, into {@code 001.ndjson.gz} and so on.
 */
final class ActionFiles {

  /** Lines of one file. */
  private static final int CHUNK = 20_000;

  /** One for all lines: every call of the class {@code Json} looks its provider up anew. */
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private final Path folder;
  private int files;

  ActionFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes one campaign's actions in their order, into files after those written before. */
  void write(String campaign, List<DraftAction> actions) throws IOException {
    for (int from = 0; from < actions.size(); from += CHUNK) {
      int to = Math.min(actions.size(), from + CHUNK);
      Path file = folder.resolve("%03d.ndjson.gz".formatted(++files));
      try (Writer writer =
          new BufferedWriter(
              new OutputStreamWriter(
                  new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
        for (int i = from; i < to; i++) {
          writer.write(line(campaign, i + 1, actions.get(i)));
          writer.write('\n');
        }
      }
    }
  }

  private static String line(String campaign, int number, DraftAction action) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("id", "demo-" + campaign + "-" + number)
            .add("type", action.type())
            .add("actor", action.actor())
            .add("occurredAt", action.at().atZone(DemoCampaign.ZONE).toOffsetDateTime().toString());
    if (!action.object().isEmpty()) {
      String thing = action.type().substring(0, action.type().indexOf('.'));
      json.add(
          "object",
          JSON.createObjectBuilder()
              .add("id", thing + "-" + campaign + "-" + number)
              .add("name", action.object()));
    }
    if (!action.counterparts().isEmpty()) {
      JsonArrayBuilder counterparts = JSON.createArrayBuilder();
      action.counterparts().forEach(counterparts::add);
      json.add("counterparts", counterparts);
    }
    if (!action.attributes().isEmpty()) {
      // sorted, because the order of an unmodifiable map changes from run to run
      json.add("attributes", JSON.createObjectBuilder(new TreeMap<>(action.attributes())));
    }
    return json.build().toString();
  }
}

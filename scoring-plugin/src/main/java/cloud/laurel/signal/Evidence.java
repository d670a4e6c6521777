package cloud.laurel.signal;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a signal rests on.
 *
 * @param form which sentence says it, for example {@code midnight.school}
 * @param facts the numbers of the sentence by name, in its order
 * @param accounts the people concerned, at most {@value #MOST}
 * @param rows the actions or sums concerned, the latest first, at most {@value #MOST}
 * @param total how many rows there are in all
 */
public record Evidence(
    String form, Map<String, Long> facts, List<String> accounts, List<Row> rows, long total) {

  /** Most rows and accounts that are kept. */
  public static final int MOST = 50;

  private static final JsonProvider JSON = JsonProvider.provider();

  /** Copies, and cuts to {@value #MOST}. */
  public Evidence {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    accounts = accounts.stream().limit(MOST).toList();
    rows = rows.stream().limit(MOST).toList();
  }

  /**
   * One action, or somebody's sum.
   *
   * @param account whose
   * @param at when it happened; empty for a sum
   * @param action its id; empty for a sum
   * @param type its type; empty for a sum
   * @param indicator what it counted under; empty for a sum
   * @param points what it earned
   * @param other the account on the other side: who invited or was invited, who acted just before
   * @param endedAt when it was withdrawn
   */
  public record Row(
      String account,
      Optional<Instant> at,
      Optional<String> action,
      Optional<String> type,
      Optional<String> indicator,
      long points,
      Optional<String> other,
      Optional<Instant> endedAt) {}

  /** As JSON, to be stored. */
  String toJson() {
    JsonObjectBuilder numbers = JSON.createObjectBuilder();
    facts.forEach(numbers::add);
    JsonArrayBuilder list = JSON.createArrayBuilder();
    rows.forEach(row -> list.add(json(row)));
    return JSON.createObjectBuilder()
        .add("form", form)
        .add("facts", numbers)
        .add("accounts", JSON.createArrayBuilder(accounts))
        .add("total", total)
        .add("rows", list)
        .build()
        .toString();
  }

  private static JsonObjectBuilder json(Row row) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder().add("account", row.account()).add("points", row.points());
    row.at().ifPresent(at -> json.add("at", at.toString()));
    row.action().ifPresent(id -> json.add("action", id));
    row.type().ifPresent(type -> json.add("type", type));
    row.indicator().ifPresent(indicator -> json.add("indicator", indicator));
    row.other().ifPresent(other -> json.add("other", other));
    row.endedAt().ifPresent(at -> json.add("endedAt", at.toString()));
    return json;
  }

  /** From what {@link #toJson} wrote. */
  static Evidence parse(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      Map<String, Long> facts = new LinkedHashMap<>();
      json.getJsonObject("facts")
          .forEach((name, value) -> facts.put(name, ((JsonNumber) value).longValue()));
      JsonArray rows = json.getJsonArray("rows");
      return new Evidence(
          json.getString("form"),
          facts,
          json.getJsonArray("accounts").getValuesAs(JsonString::getString),
          rows.getValuesAs(value -> row(value.asJsonObject())),
          json.getJsonNumber("total").longValue());
    }
  }

  private static Row row(JsonObject json) {
    return new Row(
        json.getString("account"),
        text(json, "at").map(Instant::parse),
        text(json, "action"),
        text(json, "type"),
        text(json, "indicator"),
        json.getJsonNumber("points").longValue(),
        text(json, "other"),
        text(json, "endedAt").map(Instant::parse));
  }

  private static Optional<String> text(JsonObject json, String name) {
    return Optional.ofNullable(json.getJsonString(name)).map(JsonString::getString);
  }
}

package cloud.laurel.bulletin;

import cloud.laurel.bulletin.Basis.Chosen;
import cloud.laurel.bulletin.Basis.Frozen;
import cloud.laurel.bulletin.Basis.HonourRoll;
import cloud.laurel.bulletin.Basis.Honoured;
import cloud.laurel.bulletin.Basis.Place;
import cloud.laurel.campaign.Rules.Honour.Of;
import cloud.laurel.standing.RankedBy;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Content and basis of a bulletin as the JSON that is stored; equal ones have equal text. */
final class BulletinJson {

  private static final JsonProvider JSON = JsonProvider.provider();

  private BulletinJson() {}

  static String write(Content content) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("issuer", content.issuer())
            .add("number", content.number())
            .add("title", content.title());
    content.date().ifPresent(date -> json.add("date", date.toString()));
    return json.add("parts", array(content.parts(), BulletinJson::part)).build().toString();
  }

  private static JsonObjectBuilder part(Part part) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("kind", part.kind().name())
            .add("head", part.head())
            .add("text", part.text());
    if (part.kind().isCounted()) {
      json.add("code", part.code()).add("number", part.number());
    }
    if (part.unordered()) {
      json.add("unordered", true);
    }
    return json;
  }

  static Content content(String text) {
    JsonObject json = object(text);
    return new Content(
        json.getString("issuer"),
        json.getString("number"),
        json.getString("title"),
        optional(json, "date").map(LocalDate::parse),
        parts(json));
  }

  /** The blocks of a content, or of the text that a new one begins with. */
  static List<Part> parts(JsonObject json) {
    return list(
        json,
        "parts",
        p ->
            new Part(
                Part.Kind.valueOf(p.getString("kind")),
                p.getString("head", ""),
                p.getString("text", ""),
                p.getString("code", ""),
                p.getInt("number", 0),
                p.getBoolean("unordered", false)));
  }

  static String write(Basis basis) {
    JsonObjectBuilder json = JSON.createObjectBuilder().add("asOf", basis.asOf().toString());
    basis
        .snapshot()
        .ifPresent(
            s ->
                json.add(
                    "snapshot",
                    JSON.createObjectBuilder()
                        .add("id", s.id())
                        .add("hash", s.hash())
                        .add("takenAt", s.takenAt().toString())));
    basis
        .selection()
        .ifPresent(
            s ->
                json.add(
                    "selection",
                    JSON.createObjectBuilder()
                        .add("hash", s.hash())
                        .add("snapshot", s.snapshot())));
    JsonObjectBuilder figures = JSON.createObjectBuilder();
    basis.figures().forEach(figures::add);
    JsonObjectBuilder boards = JSON.createObjectBuilder();
    basis.boards().forEach((by, places) -> boards.add(by.name(), array(places, p -> place(p))));
    return json.add("figures", figures)
        .add("boards", boards)
        .add("honours", array(basis.honours(), BulletinJson::honour))
        .build()
        .toString();
  }

  private static JsonObjectBuilder place(Place place) {
    return JSON.createObjectBuilder().add("rank", place.rank()).add("name", place.name());
  }

  private static JsonObjectBuilder honour(HonourRoll honour) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("code", honour.code())
            .add("name", honour.name())
            .add("of", honour.of().name());
    honour.quota().ifPresent(quota -> json.add("quota", quota));
    return json.add(
        "rows",
        array(
            honour.rows(),
            r ->
                JSON.createObjectBuilder()
                    .add("code", r.code())
                    .add("name", r.name())
                    .add("school", r.school())));
  }

  static Basis basis(String text) {
    JsonObject json = object(text);
    Map<String, String> figures = new LinkedHashMap<>();
    JsonObject printed = json.getJsonObject("figures");
    printed.keySet().forEach(name -> figures.put(name, printed.getString(name)));
    Map<RankedBy, List<Place>> boards = new EnumMap<>(RankedBy.class);
    JsonObject ranked = json.getJsonObject("boards");
    ranked
        .keySet()
        .forEach(
            by ->
                boards.put(
                    RankedBy.valueOf(by),
                    list(ranked, by, p -> new Place(p.getInt("rank"), p.getString("name")))));
    return new Basis(
        Optional.ofNullable(json.getJsonObject("snapshot")).map(BulletinJson::frozen),
        Instant.parse(json.getString("asOf")),
        figures,
        boards,
        Optional.ofNullable(json.getJsonObject("selection")).map(BulletinJson::chosen),
        list(json, "honours", BulletinJson::honour));
  }

  private static Chosen chosen(JsonObject json) {
    return new Chosen(json.getString("hash"), json.getJsonNumber("snapshot").longValueExact());
  }

  private static Frozen frozen(JsonObject json) {
    return new Frozen(
        json.getJsonNumber("id").longValueExact(),
        json.getString("hash"),
        Instant.parse(json.getString("takenAt")));
  }

  private static HonourRoll honour(JsonObject json) {
    return new HonourRoll(
        json.getString("code"),
        json.getString("name"),
        Of.valueOf(json.getString("of")),
        json.containsKey("quota") ? Optional.of(json.getInt("quota")) : Optional.empty(),
        list(
            json,
            "rows",
            r -> new Honoured(r.getString("code"), r.getString("name"), r.getString("school"))));
  }

  static JsonObject object(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static Optional<String> optional(JsonObject json, String name) {
    return Optional.of(json.getString(name, "")).filter(text -> !text.isEmpty());
  }

  private static <T> JsonArrayBuilder array(
      Collection<T> values, Function<T, JsonObjectBuilder> one) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    values.forEach(value -> array.add(one.apply(value)));
    return array;
  }

  private static <T> List<T> list(JsonObject json, String name, Function<JsonObject, T> one) {
    return json.getJsonArray(name).stream().map(JsonValue::asJsonObject).map(one).toList();
  }
}

package cloud.laurel.report;

import cloud.laurel.report.Board.Place;
import cloud.laurel.worklist.Item;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A report's content as the JSON that is stored. */
final class ReportJson {

  private static final JsonProvider JSON = JsonProvider.provider();

  private ReportJson() {}

  static String write(Content content) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("title", content.title())
            .add("organizer", content.organizer());
    content.month().ifPresent(month -> json.add("month", month.toString()));
    return json.add("figures", array(content.figures(), ReportJson::figure))
        .add("lagging", array(content.lagging(), ReportJson::lagging))
        .add("boards", array(content.boards(), ReportJson::board))
        .build()
        .toString();
  }

  private static <T> JsonArrayBuilder array(
      Collection<T> values, Function<T, JsonObjectBuilder> one) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    values.forEach(value -> array.add(one.apply(value)));
    return array;
  }

  private static JsonObjectBuilder figure(Figure figure) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("measure", figure.measure().name())
            .add("value", figure.value());
    figure.of().ifPresent(of -> json.add("of", of));
    return json;
  }

  private static JsonObjectBuilder lagging(Lagging lagging) {
    return JSON.createObjectBuilder()
        .add("item", lagging.item().name())
        .add("late", lagging.late())
        .add("due", lagging.due())
        .add("schools", JSON.createArrayBuilder(lagging.schools()));
  }

  private static JsonObjectBuilder board(Board board) {
    return JSON.createObjectBuilder()
        .add("kind", board.kind().name())
        .add(
            "places",
            array(
                board.places(),
                place ->
                    JSON.createObjectBuilder()
                        .add("rank", place.rank())
                        .add("school", place.school())
                        .add("value", place.value())));
  }

  static Content read(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new Content(
          json.getString("title"),
          json.getString("organizer"),
          Optional.of(json.getString("month", "")).filter(m -> !m.isEmpty()).map(YearMonth::parse),
          list(json, "figures", ReportJson::figure),
          list(json, "lagging", ReportJson::lagging),
          list(json, "boards", ReportJson::board));
    }
  }

  private static <T> List<T> list(JsonObject json, String name, Function<JsonObject, T> one) {
    return json.getJsonArray(name).getValuesAs(one::apply);
  }

  private static Figure figure(JsonObject json) {
    return new Figure(
        Measure.valueOf(json.getString("measure")),
        json.getJsonNumber("value").bigDecimalValue(),
        json.containsKey("of")
            ? Optional.of(json.getJsonNumber("of").longValueExact())
            : Optional.empty());
  }

  private static Lagging lagging(JsonObject json) {
    return new Lagging(
        Item.valueOf(json.getString("item")),
        json.getJsonNumber("late").longValueExact(),
        json.getJsonNumber("due").longValueExact(),
        json.getJsonArray("schools").getValuesAs(JsonString::getString));
  }

  private static Board board(JsonObject json) {
    return new Board(
        Board.Kind.valueOf(json.getString("kind")),
        list(
            json,
            "places",
            place ->
                new Place(
                    place.getInt("rank"), place.getString("school"), place.getString("value"))));
  }
}

package cloud.laurel.demo;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A campaign of the demo as the JSON that {@code POST /campaigns} takes.
 *
 * @param json the whole campaign
 */
record DemoCampaign(JsonObject json) {

  /** The days of both campaigns are those of this zone. */
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final Set<String> DATES = Set.of("from", "to");

  /** The campaign of 2020 with its table, exactly as it was announced. */
  static DemoCampaign of2020() {
    try (InputStream in =
            Objects.requireNonNull(DemoCampaign.class.getResourceAsStream("campaign-2020.json"));
        JsonReader reader = Json.createReader(in)) {
      return new DemoCampaign(reader.readObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same table moved by whole months, so that {@code today} falls into its fifth month. */
  DemoCampaign movedTo(LocalDate today) {
    YearMonth start = YearMonth.from(today).minusMonths(4);
    long months = YearMonth.from(from()).until(start, ChronoUnit.MONTHS);
    if (start.getYear() <= from().getYear()) {
      throw new IllegalArgumentException("today must be more than a year after " + code());
    }
    int schoolYear = today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1;
    JsonObjectBuilder moved = Json.createObjectBuilder(json);
    moved.add("code", "shishou-" + start.getYear());
    moved.add("title", json.getString("title").replace("2020—2021", years(schoolYear)));
    // the real bureau numbers its papers 石教; this paper does not exist
    moved.add("document", "石教演〔" + start.getYear() + "〕1号");
    moved.add("scoring", moved(json.getJsonObject("scoring"), months));
    JsonArrayBuilder phases = Json.createArrayBuilder();
    for (JsonObject phase : json.getJsonArray("phases").getValuesAs(JsonObject.class)) {
      phases.add(moved(phase, months));
    }
    return new DemoCampaign(moved.add("phases", phases).build());
  }

  /** The same, to be closed by the import when its actions are in. */
  DemoCampaign closed() {
    return new DemoCampaign(Json.createObjectBuilder(json).add("state", "CLOSED").build());
  }

  /** Its code, which its actions' ids carry. */
  String code() {
    return json.getString("code");
  }

  /** First scoring day. */
  LocalDate from() {
    return LocalDate.parse(json.getJsonObject("scoring").getString("from"));
  }

  /** Last scoring day. */
  LocalDate to() {
    return LocalDate.parse(json.getJsonObject("scoring").getString("to"));
  }

  /** The last day on which something can have happened by {@code today}. */
  LocalDate lastDay(LocalDate today) {
    return today.isBefore(to()) ? today : to();
  }

  /** The months that have begun by {@code today}. */
  List<YearMonth> months(LocalDate today) {
    YearMonth last = YearMonth.from(lastDay(today));
    return Stream.iterate(YearMonth.from(from()), m -> !m.isAfter(last), m -> m.plusMonths(1))
        .toList();
  }

  private static String years(int first) {
    return first + "—" + (first + 1);
  }

  private static JsonObject moved(JsonObject stretch, long months) {
    JsonObjectBuilder moved = Json.createObjectBuilder();
    stretch.forEach(
        (name, value) ->
            moved.add(name, DATES.contains(name) ? moved(stretch.getString(name), months) : value));
    return moved.build();
  }

  private static JsonValue moved(String date, long months) {
    LocalDate day = LocalDate.parse(date);
    YearMonth month = YearMonth.from(day);
    YearMonth target = month.plusMonths(months);
    boolean last = day.equals(month.atEndOfMonth());
    return Json.createValue(
        (last ? target.atEndOfMonth() : target.atDay(day.getDayOfMonth())).toString());
  }
}

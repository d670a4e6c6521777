package cloud.laurel.campaign;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a new campaign may begin with. Every template is a campaign's JSON that is still to come on
 * the day it is asked for, and can be taken as it is.
 */
public final class CampaignTemplates {

  private static final String NOTICE = "campaign-2020.json";

  /** A year in a title, a term's name or a code: 2020 of 2020—2021学年度. */
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");

  private static final Set<String> DATES = Set.of("from", "to");
  private static final Set<String> WITH_YEARS = Set.of("code", "title", "name");

  private CampaignTemplates() {}

  /** The table of the notice of 2020 (notice-2020, annex 2), in the school year to come. */
  public static String notice(LocalDate today) {
    try (InputStream in =
            Objects.requireNonNull(CampaignTemplates.class.getResourceAsStream(NOTICE));
        JsonReader reader = Json.createReader(in)) {
      return moved(reader.readObject(), today);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another campaign's newest rules, moved by whole years until they are to come. */
  public static String copy(Campaign campaign, LocalDate today) {
    return moved(read(campaign.newest().rules().definition()), today);
  }

  /** Nothing but seven months from the next one on, and the notice's settings of the score. */
  public static String empty(String title, LocalDate today) {
    LocalDate from = today.withDayOfMonth(1).plusMonths(1);
    return Json.createObjectBuilder()
        .add("code", "campaign-" + from.getYear())
        .add("title", title)
        .add("timeZone", "Asia/Shanghai")
        .add("scoring", window(from, from.plusMonths(7).minusDays(1)))
        .add("phases", JsonValue.EMPTY_JSON_ARRAY)
        .add("indicators", JsonValue.EMPTY_JSON_ARRAY)
        .add("participation", JsonValue.EMPTY_JSON_ARRAY)
        .add(
            "schoolScore",
            Json.createObjectBuilder()
                .add(
                    "terms",
                    Json.createArrayBuilder(
                        List.of(Rules.Term.values()).stream().map(Rules.Term::name).toList())))
        .add(
            "openingGate",
            Json.createObjectBuilder().add("teachers", "0.90").add("students", "0.90"))
        .add("honours", JsonValue.EMPTY_JSON_ARRAY)
        .build()
        .toString();
  }

  /** The code in a text, if it is a JSON object that has one. */
  public static Optional<String> code(String json) {
    try {
      return read(json).get("code") instanceof JsonString code
          ? Optional.of(code.getString())
          : Optional.empty();
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  /** The same campaign under another code, and under another title unless that is blank. */
  public static String named(String json, String code, String title) {
    JsonObjectBuilder named = Json.createObjectBuilder(read(json)).add("code", code);
    if (!title.isBlank()) {
      named.add("title", title.strip());
    }
    return named.build().toString();
  }

  private static String moved(JsonObject campaign, LocalDate today) {
    LocalDate from = LocalDate.parse(campaign.getJsonObject("scoring").getString("from"));
    int years = Math.max(1, today.getYear() - from.getYear());
    if (!from.plusYears(years).isAfter(today)) {
      years++;
    }
    JsonObjectBuilder moved = Json.createObjectBuilder();
    for (String member : campaign.keySet()) {
      switch (member) {
        // the paper that announced the other campaign does not announce this one
        case "document", "state" -> {}
        case "scoring", "phases", "schoolTerms" ->
            moved.add(member, moved(campaign.get(member), years));
        default ->
            moved.add(
                member,
                WITH_YEARS.contains(member)
                    ? later(campaign.get(member), years)
                    : campaign.get(member));
      }
    }
    return moved.build().toString();
  }

  private static JsonValue moved(JsonValue value, int years) {
    if (value instanceof JsonArray array) {
      JsonArrayBuilder moved = Json.createArrayBuilder();
      array.forEach(element -> moved.add(moved(element, years)));
      return moved.build();
    }
    if (value instanceof JsonObject object) {
      JsonObjectBuilder moved = Json.createObjectBuilder();
      object.forEach(
          (member, old) ->
              moved.add(
                  member,
                  DATES.contains(member)
                      ? day(old, years)
                      : WITH_YEARS.contains(member) ? later(old, years) : old));
      return moved.build();
    }
    return value;
  }

  private static JsonValue day(JsonValue value, int years) {
    if (!(value instanceof JsonString text)) {
      return value;
    }
    LocalDate day = LocalDate.parse(text.getString());
    LocalDate moved = day.plusYears(years);
    // the last day of a February stays the last one
    boolean last = day.getDayOfMonth() == day.lengthOfMonth();
    return Json.createValue(
        (last ? moved.withDayOfMonth(moved.lengthOfMonth()) : moved).toString());
  }

  private static JsonValue later(JsonValue value, int years) {
    return value instanceof JsonString text
        ? Json.createValue(
            YEAR.matcher(text.getString())
                .replaceAll(
                    year ->
                        Matcher.quoteReplacement("" + (Integer.parseInt(year.group()) + years))))
        : value;
  }

  private static JsonObjectBuilder window(LocalDate from, LocalDate to) {
    return Json.createObjectBuilder().add("from", from.toString()).add("to", to.toString());
  }

  private static JsonObject read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}

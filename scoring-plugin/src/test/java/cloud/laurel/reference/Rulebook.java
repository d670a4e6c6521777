package cloud.laurel.reference;

import cloud.laurel.campaign.Limit;
import cloud.laurel.campaign.Role;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A campaign's rules as a test makes them up; the engine gets them as JSON, like everybody's. */
record Rulebook(
    String code,
    ZoneId zone,
    LocalDate from,
    LocalDate to,
    List<LocalDate> terms,
    int fromGrade,
    List<Line> lines,
    List<Share> shares,
    Set<String> scoreTerms,
    boolean registeredOnly,
    boolean sumOfMonths,
    Optional<String> gate) {

  /** A line for administrators or teachers. */
  record Line(
      String code,
      Role role,
      Set<String> types,
      int points,
      int count,
      Limit.Per per,
      boolean actor,
      boolean counterparts,
      Optional<String> condition) {}

  /** A line for pupils. */
  record Share(String code, List<Set<String>> alternatives, boolean union, List<Tier> tiers) {}

  /** Points from a share on. */
  record Tier(String atLeast, int points) {}

  /** As the engine reads it. */
  String json() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("code", code)
            .add("title", code)
            .add("timeZone", zone.getId())
            .add(
                "scoring",
                Json.createObjectBuilder().add("from", from.toString()).add("to", to.toString()))
            .add("eligibleStudents", Json.createObjectBuilder().add("fromGrade", fromGrade))
            .add("indicators", linesJson())
            .add("participation", sharesJson())
            .add("divisor", registeredOnly ? "REGISTERED" : "ROSTER")
            .add("studentMean", sumOfMonths ? "SUM" : "MEAN")
            .add("schoolScore", Json.createObjectBuilder().add("terms", texts(scoreTerms)));
    gate.ifPresent(
        g ->
            json.add(
                "openingGate", Json.createObjectBuilder().add("teachers", g).add("students", g)));
    JsonArrayBuilder schoolTerms = Json.createArrayBuilder();
    for (int i = 0; i < terms.size(); i++) {
      schoolTerms.add(
          Json.createObjectBuilder()
              .add("code", "term-" + i)
              .add("name", "Term")
              .add("from", terms.get(i).toString()));
    }
    return json.add("schoolTerms", schoolTerms).build().toString();
  }

  private JsonArrayBuilder linesJson() {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (Line line : lines) {
      JsonArrayBuilder beneficiaries = Json.createArrayBuilder();
      if (line.actor()) {
        beneficiaries.add("ACTOR");
      }
      if (line.counterparts()) {
        beneficiaries.add("COUNTERPART");
      }
      JsonObjectBuilder json =
          Json.createObjectBuilder()
              .add("code", line.code())
              .add("name", line.code())
              .add("role", line.role().name())
              .add("actions", texts(line.types()))
              .add("points", line.points())
              .add(
                  "limit",
                  Json.createObjectBuilder()
                      .add("count", line.count())
                      .add("per", line.per().name()))
              .add("beneficiaries", beneficiaries);
      line.condition().ifPresent(c -> json.add("condition", c));
      array.add(json);
    }
    return array;
  }

  private JsonArrayBuilder sharesJson() {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (Share share : shares) {
      JsonArrayBuilder alternatives = Json.createArrayBuilder();
      share
          .alternatives()
          .forEach(
              types ->
                  alternatives.add(
                      Json.createObjectBuilder().add("name", "way").add("actions", texts(types))));
      JsonArrayBuilder tiers = Json.createArrayBuilder();
      share
          .tiers()
          .forEach(
              t ->
                  tiers.add(
                      Json.createObjectBuilder()
                          .add("atLeast", t.atLeast())
                          .add("points", t.points())));
      array.add(
          Json.createObjectBuilder()
              .add("code", share.code())
              .add("name", share.code())
              .add("alternatives", alternatives)
              .add("combine", share.union() ? "UNION" : "BEST_ALTERNATIVE")
              .add("tiers", tiers));
    }
    return array;
  }

  private static JsonArrayBuilder texts(Collection<String> texts) {
    return Json.createArrayBuilder(texts.stream().sorted().toList());
  }
}

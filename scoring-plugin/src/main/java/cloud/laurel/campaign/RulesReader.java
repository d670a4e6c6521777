package cloud.laurel.campaign;

import cloud.laurel.campaign.FieldProblem.Kind;
import cloud.laurel.campaign.Indicator.Beneficiary;
import cloud.laurel.campaign.Participation.Alternative;
import cloud.laurel.campaign.Participation.Combine;
import cloud.laurel.campaign.Participation.Tier;
import cloud.laurel.campaign.Rules.Appeals;
import cloud.laurel.campaign.Rules.Divisor;
import cloud.laurel.campaign.Rules.Gate;
import cloud.laurel.campaign.Rules.Honour;
import cloud.laurel.campaign.Rules.Phase;
import cloud.laurel.campaign.Rules.SchoolTerm;
import cloud.laurel.campaign.Rules.StudentMean;
import cloud.laurel.campaign.Rules.Term;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns a campaign's JSON into {@link Rules}, or into everything that is wrong with it. */
final class RulesReader {

  private static final Set<String> RESERVED = Set.of("attributes", "check", "condition", "schema");

  private RulesReader() {}

  /**
   * Reads a definition.
   *
   * @throws InvalidCampaign with every problem and the field it is in
   */
  static Rules read(String text) {
    List<FieldProblem> problems = new ArrayList<>();
    Rules rules = read(text, parse(text), problems);
    if (!problems.isEmpty()) {
      throw new InvalidCampaign(problems);
    }
    return rules;
  }

  private static JsonObject parse(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonParsingException e) {
      throw new InvalidCampaign(
          "",
          Kind.NOT_JSON,
          "" + e.getLocation().getLineNumber(),
          "" + e.getLocation().getColumnNumber());
    } catch (JsonException e) {
      throw new InvalidCampaign("", Kind.NOT_ONE_OBJECT);
    }
  }

  private static Rules read(String text, JsonObject json, List<FieldProblem> problems) {
    JsonInput in = new JsonInput(json, "", problems);
    JsonInput window = in.object("scoring");
    LocalDate from = window.date("from");
    LocalDate to = window.date("to");
    if (to.isBefore(from)) {
      window.problem("to", Kind.WINDOW_ENDS_EARLY);
    } else if (to.isAfter(from.plusYears(3))) {
      window.problem("to", Kind.WINDOW_TOO_LONG);
    }
    List<Indicator> indicators = in.objects("indicators").stream().map(i -> indicator(i)).toList();
    List<Participation> participation =
        in.objects("participation").stream().map(p -> participation(p)).toList();
    uniqueCodes(in, indicators, participation);
    JsonInput score = in.object("schoolScore");
    Set<Term> terms = EnumSet.noneOf(Term.class);
    terms.addAll(score.choices("terms", Term.class));
    if (terms.isEmpty()) {
      score.problem("terms", Kind.NO_SCORE, JsonInput.names(Term.class));
    }
    return new Rules(
        addressable(in),
        in.text("title"),
        in.optionalText("organizer").orElse(""),
        in.optionalText("document").orElse(""),
        zone(in),
        from,
        to,
        Set.copyOf(in.texts("schools")),
        in.objects("phases").stream().map(RulesReader::phase).toList(),
        schoolTerms(in, from),
        in.has("eligibleStudents") ? in.object("eligibleStudents").whole("fromGrade", 1, 12) : 1,
        indicators,
        participation,
        terms,
        setting(in, score, "divisor", Divisor.class).orElse(Divisor.ROSTER),
        setting(in, score, "studentMean", StudentMean.class).orElse(StudentMean.MEAN),
        gate(in),
        in.objects("honours").stream().map(RulesReader::honour).toList(),
        appeals(in),
        text);
  }

  /** A code that no other address below {@code /campaigns} has. */
  private static String addressable(JsonInput in) {
    String code = in.code("code");
    if (RESERVED.contains(code)) {
      in.problem("code", Kind.CODE_RESERVED);
    }
    return code;
  }

  /** A setting of the school score stands in {@code schoolScore} or beside it. */
  private static <E extends Enum<E>> Optional<E> setting(
      JsonInput in, JsonInput score, String field, Class<E> type) {
    return score.has(field) ? score.optionalChoice(field, type) : in.optionalChoice(field, type);
  }

  private static ZoneId zone(JsonInput in) {
    try {
      return ZoneId.of(in.optionalText("timeZone").orElse("Asia/Shanghai"));
    } catch (DateTimeException e) {
      in.problem("timeZone", Kind.NOT_ZONE);
      return ZoneId.of("Asia/Shanghai");
    }
  }

  private static Phase phase(JsonInput in) {
    Phase phase =
        new Phase(in.code("code"), in.text("name"), in.optionalDate("from"), in.optionalDate("to"));
    if (phase.from().isPresent()
        && phase.to().isPresent()
        && phase.to().get().isBefore(phase.from().get())) {
      in.problem("to", Kind.ENDS_EARLY);
    }
    return phase;
  }

  private static Honour honour(JsonInput in) {
    return new Honour(
        in.code("code"),
        in.text("name"),
        in.optionalChoice("of", Honour.Of.class),
        in.has("quota") ? Optional.of(in.whole("quota", 1, 1_000_000)) : Optional.empty(),
        in.optionalText("gate").isPresent(),
        in.optionalText("review").orElse(""),
        in.flag("certificate"));
  }

  private static Indicator indicator(JsonInput in) {
    Role role = in.choice("role", Role.class);
    if (role == Role.STUDENT) {
      in.problem("role", Kind.PUPILS_ROLE);
    }
    Set<Beneficiary> beneficiaries = EnumSet.noneOf(Beneficiary.class);
    if (in.has("beneficiaries")) {
      beneficiaries.addAll(in.choices("beneficiaries", Beneficiary.class));
      if (beneficiaries.isEmpty()) {
        in.problem("beneficiaries", Kind.NO_BENEFICIARY);
      }
    } else {
      beneficiaries.add(Beneficiary.ACTOR);
    }
    JsonInput limit = in.object("limit");
    return new Indicator(
        in.code("code"),
        in.text("name"),
        in.optionalText("group").orElse(""),
        role,
        actions(in),
        in.whole("points", 0, 10_000),
        new Limit(limit.whole("count", 1, 1_000), limit.choice("per", Limit.Per.class)),
        beneficiaries,
        in.condition("condition"));
  }

  private static Set<String> actions(JsonInput in) {
    List<String> actions = in.texts("actions");
    if (actions.isEmpty()) {
      in.problem("actions", Kind.NO_ACTION);
    }
    return Set.copyOf(new HashSet<>(actions));
  }

  private static Participation participation(JsonInput in) {
    if (in.optionalChoice("role", Role.class).orElse(Role.STUDENT) != Role.STUDENT) {
      in.problem("role", Kind.NOT_PUPILS);
    }
    if (in.optionalChoice("per", Limit.Per.class).orElse(Limit.Per.MONTH) != Limit.Per.MONTH) {
      in.problem("per", Kind.NOT_MONTHLY);
    }
    List<Alternative> alternatives =
        in.objects("alternatives").stream()
            .map(a -> new Alternative(a.text("name"), actions(a)))
            .toList();
    if (alternatives.isEmpty()) {
      in.problem("alternatives", Kind.NO_ROW);
    }
    return new Participation(
        in.code("code"),
        in.text("name"),
        in.optionalText("group").orElse(""),
        alternatives,
        in.optionalChoice("combine", Combine.class).orElse(Combine.BEST_ALTERNATIVE),
        tiers(in));
  }

  private static List<Tier> tiers(JsonInput in) {
    List<JsonInput> inputs = in.objects("tiers");
    List<Tier> tiers =
        inputs.stream()
            .map(t -> new Tier(t.share("atLeast"), t.whole("points", 0, 10_000)))
            .toList();
    if (tiers.isEmpty()) {
      in.problem("tiers", Kind.NO_ROW);
    }
    for (int i = 1; i < tiers.size(); i++) {
      if (tiers.get(i).atLeast().compareTo(tiers.get(i - 1).atLeast()) <= 0) {
        inputs.get(i).problem("atLeast", Kind.TIER_NOT_RISING);
      }
    }
    return tiers;
  }

  private static List<SchoolTerm> schoolTerms(JsonInput in, LocalDate from) {
    List<JsonInput> inputs = in.objects("schoolTerms");
    List<SchoolTerm> terms =
        inputs.stream()
            .map(t -> new SchoolTerm(t.code("code"), t.text("name"), t.date("from")))
            .toList();
    for (int i = 1; i < terms.size(); i++) {
      if (!terms.get(i).from().isAfter(terms.get(i - 1).from())) {
        inputs.get(i).problem("from", Kind.TERM_NOT_LATER);
      }
    }
    if (!terms.isEmpty() && terms.get(0).from().isAfter(from)) {
      inputs.get(0).problem("from", Kind.TERM_BEGINS_LATE);
    }
    if (terms.stream().map(SchoolTerm::code).distinct().count() < terms.size()) {
      in.problem("schoolTerms", Kind.TERM_TWICE);
    }
    return terms;
  }

  private static Appeals appeals(JsonInput in) {
    if (!in.has("appeals")) {
      return Appeals.USUAL;
    }
    JsonInput appeals = in.object("appeals");
    return new Appeals(
        appeals.whole("fileWithinDays", 1, 366), appeals.whole("answerWithinDays", 1, 366));
  }

  private static Optional<Gate> gate(JsonInput in) {
    if (!in.has("openingGate")) {
      return Optional.empty();
    }
    JsonInput gate = in.object("openingGate");
    return Optional.of(new Gate(gate.share("teachers"), gate.share("students")));
  }

  private static void uniqueCodes(
      JsonInput in, List<Indicator> indicators, List<Participation> participation) {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < indicators.size(); i++) {
      if (!codes.add(indicators.get(i).code())) {
        in.problem("indicators[" + i + "].code", Kind.CODE_TWICE);
      }
    }
    for (int i = 0; i < participation.size(); i++) {
      if (!codes.add(participation.get(i).code())) {
        in.problem("participation[" + i + "].code", Kind.CODE_TWICE);
      }
    }
  }
}

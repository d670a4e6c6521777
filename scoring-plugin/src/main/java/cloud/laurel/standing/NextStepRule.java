package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Indicator;
import cloud.laurel.campaign.Limit;
import cloud.laurel.campaign.Participation;
import cloud.laurel.campaign.Role;
import cloud.laurel.campaign.Rules;
import cloud.laurel.campaign.Rules.StudentMean;
import cloud.laurel.campaign.Rules.Term;
import cloud.laurel.standing.NextStep.Kind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What lifts a school's score next, the most for a single action first. Computed from the rules of
 * the day as they are: nothing is promised that doing it would not bring.
 */
final class NextStepRule {

  private final Campaign campaign;
  private final Rules rules;
  private final LocalDate today;

  NextStepRule(Campaign campaign, LocalDate today) {
    this.campaign = campaign;
    this.rules = campaign.rulesOn(today);
    this.today = today;
  }

  /**
   * What is known of a school's people beside its score.
   *
   * @param administrators how many there are on the reference day
   * @param done by indicator, how many of their actions have counted
   * @param silentTeachers teachers without a single point
   */
  record People(long administrators, Map<String, Long> done, long silentTeachers) {}

  List<NextStep> steps(SchoolDetail school, People people) {
    List<NextStep> steps = new ArrayList<>();
    if (rules.terms().contains(Term.ADMINISTRATOR_MEAN)) {
      functions(school, people).ifPresent(steps::add);
    }
    if (rules.terms().contains(Term.STUDENT_MEAN)) {
      school.months().stream()
          .filter(m -> m.open() && m.month().equals(YearMonth.from(today)))
          .forEach(m -> steps.addAll(pupils(school, m)));
    }
    if (rules.terms().contains(Term.TEACHER_MEAN)) {
      teachers(school, people).ifPresent(steps::add);
    }
    steps.sort(Comparator.comparing(NextStep::perAction).reversed());
    return List.copyOf(steps);
  }

  /** Rule R1: what counts once in a campaign stays open until it is done. */
  private Optional<NextStep> functions(SchoolDetail school, People people) {
    long open = 0;
    long points = 0;
    for (Indicator indicator : of(Role.ADMINISTRATOR, Limit.Per.CAMPAIGN)) {
      long done = people.done().getOrDefault(indicator.code(), 0L);
      long left = Math.max(0, people.administrators() * indicator.limit().count() - done);
      open += left;
      points += left * indicator.points();
    }
    int each = open == 0 ? 0 : Math.toIntExact(points / open);
    return step(Kind.FUNCTIONS, "", open, each, mean(points, school.administrators()));
  }

  /** The daily function that brings most, done once by each teacher who has nothing yet. */
  private Optional<NextStep> teachers(SchoolDetail school, People people) {
    return of(Role.TEACHER, Limit.Per.DAY).stream()
        .max(Comparator.comparing(Indicator::points))
        .flatMap(
            best ->
                step(
                    Kind.TEACHERS,
                    best.name(),
                    people.silentTeachers(),
                    best.points(),
                    mean(people.silentTeachers() * best.points(), school.teachers())));
  }

  /** Rule R4: the fewest pupils that lift the month to a higher tier, for each of its rules. */
  private List<NextStep> pupils(SchoolDetail school, SchoolDetail.Month month) {
    List<NextStep> steps = new ArrayList<>();
    int at = 0;
    for (Participation rule : campaign.rulesOf(month.month()).participation()) {
      List<SchoolDetail.Alternative> ways =
          month.alternatives().subList(at, at + rule.counted().size());
      at += rule.counted().size();
      int best = ways.stream().mapToInt(SchoolDetail.Alternative::points).max().orElse(0);
      ways.stream()
          .flatMap(way -> pupils(school, month, rule, way, best).stream())
          .min(Comparator.comparing(NextStep::actions))
          .ifPresent(steps::add);
    }
    return steps;
  }

  private Optional<NextStep> pupils(
      SchoolDetail school,
      SchoolDetail.Month month,
      Participation rule,
      SchoolDetail.Alternative way,
      int best) {
    LocalDate last = month.month().atEndOfMonth();
    return rule.tiers().stream()
        .filter(tier -> tier.points() > best)
        .findFirst()
        .flatMap(
            tier -> {
              int more = tier.points() - best;
              Score gain =
                  rules.studentMean() == StudentMean.SUM
                      ? Score.of(more)
                      : Score.mean(more, school.months().size());
              return step(Kind.PUPILS, way.name(), way.rate().missingTo(tier.atLeast()), more, gain)
                  .map(
                      s ->
                          new NextStep(
                              s.kind(),
                              s.name(),
                              s.actions(),
                              s.points(),
                              s.gain(),
                              Optional.of(last.isAfter(rules.to()) ? rules.to() : last)));
            });
  }

  private List<Indicator> of(Role role, Limit.Per per) {
    return rules.indicators().stream()
        .filter(i -> i.role() == role && i.limit().per() == per)
        .toList();
  }

  private static Score mean(long points, SchoolDetail.Mean over) {
    return Score.mean(points, over.count());
  }

  private static Optional<NextStep> step(
      Kind kind, String name, long actions, int points, Score gain) {
    return actions > 0 && gain.compareTo(Score.ZERO) > 0
        ? Optional.of(new NextStep(kind, name, actions, points, gain, Optional.empty()))
        : Optional.empty();
  }
}

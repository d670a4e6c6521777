package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Role;
import cloud.laurel.standing.SchoolDetail.Opening;
import cloud.laurel.standing.SchoolScoreRule.Counts;
import cloud.laurel.standing.SchoolScoreRule.MonthAlternative;
import cloud.laurel.standing.SchoolScoreRule.Parts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The counts behind the scores of all schools or one, read with one statement per table. */
final class SchoolCounts {

  private final SchoolScoreRule rule;
  private final List<YearMonth> months;
  private final Set<YearMonth> closed;
  private final Map<String, Counts> counts = new HashMap<>();

  private SchoolCounts(SchoolScoreRule rule, List<YearMonth> months, Set<YearMonth> closed) {
    this.rule = rule;
    this.months = months;
    this.closed = closed;
  }

  static SchoolCounts read(
      Handle tx,
      StandingRepository standings,
      Totals totals,
      Campaign campaign,
      Optional<String> school) {
    int id = campaign.book();
    Optional<LocalDate> counted = totals.countedFor(tx, id);
    List<YearMonth> months = counted.map(campaign::monthsBegun).orElse(List.of());
    SchoolCounts read =
        new SchoolCounts(
            new SchoolScoreRule(
                campaign, counted.map(campaign::referenceDay).orElse(campaign.from())),
            months,
            closed(tx, totals, campaign, months));
    standings
        .people(tx, id, school)
        .forEach(
            p ->
                read.of(p.school())
                    .people()
                    .put(p.role(), new Opening(p.people(), p.registered(), p.activated())));
    standings
        .points(tx, id, school)
        .forEach(p -> read.of(p.school()).points().put(p.role(), p.points()));
    standings
        .months(tx, id, school)
        .forEach(m -> read.of(m.school()).eligible().put(m.month(), m.eligible()));
    standings
        .participants(tx, id, school)
        .forEach(
            p ->
                read.of(p.school())
                    .participants()
                    .put(
                        new MonthAlternative(p.month(), p.indicator(), p.alternative()),
                        p.participants()));
    return read;
  }

  /** In a closed campaign nothing moves any more. */
  private static Set<YearMonth> closed(
      Handle tx, Totals totals, Campaign campaign, List<YearMonth> months) {
    return campaign.state().isSettled()
        ? Set.copyOf(months)
        : totals.closedMonths(tx, campaign.book());
  }

  private Counts of(String school) {
    return counts.computeIfAbsent(
        school,
        s ->
            new Counts(
                new EnumMap<>(Role.class),
                new EnumMap<>(Role.class),
                new HashMap<>(),
                new HashMap<>()));
  }

  /** By school; none for a school about which nothing is known. */
  Map<String, Counts> all() {
    return counts;
  }

  Parts parts(String school) {
    return rule.parts(of(school), months, closed);
  }
}

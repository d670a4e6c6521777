package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Role;
import cloud.laurel.standing.SchoolDetail.Opening;
import cloud.laurel.standing.SchoolScoreRule.Counts;
import cloud.laurel.standing.SchoolScoreRule.MonthAlternative;
import cloud.laurel.standing.SchoolScoreRule.Parts;
import cloud.laurel.standing.StandingRepository.Count;
import cloud.laurel.standing.StandingRepository.Count.Kind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The counts behind the scores of all schools or one. */
final class SchoolCounts {

  private final SchoolScoreRule rule;
  private final List<YearMonth> months;
  private final Set<YearMonth> closed;
  private final Map<String, Counts> counts = new HashMap<>();
  private final long pending;

  private SchoolCounts(Campaign campaign, List<Count> read) {
    Optional<LocalDate> counted =
        read.stream()
            .filter(c -> c.kind() == Kind.COUNTED)
            .map(c -> LocalDate.parse(c.key()))
            .findFirst();
    rule =
        new SchoolScoreRule(campaign, counted.map(campaign::referenceDay).orElse(campaign.from()));
    months = counted.map(campaign::monthsBegun).orElse(List.of());
    closed = closed(campaign, months, read);
    pending =
        read.stream()
            .filter(c -> c.kind() == Kind.PENDING)
            .mapToLong(Count::first)
            .findFirst()
            .orElse(0);
    read.forEach(this::add);
  }

  static SchoolCounts read(
      Handle tx, StandingRepository standings, Campaign campaign, Optional<String> school) {
    return new SchoolCounts(campaign, standings.counts(tx, campaign.book(), school));
  }

  /** In a closed campaign nothing moves any more. */
  private static Set<YearMonth> closed(
      Campaign campaign, List<YearMonth> months, List<Count> read) {
    return campaign.state().isSettled()
        ? Set.copyOf(months)
        : read.stream()
            .filter(c -> c.kind() == Kind.CLOSED)
            .map(c -> YearMonth.parse(c.key()))
            .collect(Collectors.toUnmodifiableSet());
  }

  private void add(Count count) {
    switch (count.kind()) {
      case PEOPLE ->
          of(count.school())
              .people()
              .put(
                  Role.valueOf(count.key()),
                  new Opening(count.first(), count.second(), count.third()));
      case POINTS -> of(count.school()).points().put(Role.valueOf(count.key()), count.first());
      case ELIGIBLE ->
          of(count.school()).eligible().put(YearMonth.parse(count.key()), count.first());
      case PARTICIPANTS ->
          of(count.school())
              .participants()
              .put(
                  new MonthAlternative(
                      YearMonth.parse(count.key()), count.indicator(), count.alternative()),
                  count.first());
      case CLOSED, COUNTED, PENDING -> {}
    }
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

  /** Actions accepted and not yet scored. */
  long pending() {
    return pending;
  }
}

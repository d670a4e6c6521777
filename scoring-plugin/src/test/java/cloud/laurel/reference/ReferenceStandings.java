package cloud.laurel.reference;

import cloud.laurel.campaign.Limit;
import cloud.laurel.campaign.Role;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.reference.ReferenceRoster.Stint;
import cloud.laurel.reference.ReferenceRules.Verdict;
import cloud.laurel.reference.Rulebook.Line;
import cloud.laurel.reference.Rulebook.Share;
import cloud.laurel.reference.Rulebook.Tier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.commons.numbers.fraction.BigFraction;

/** Where everybody stands after a history, by adding up its verdicts; a line of text for each. */
final class ReferenceStandings {

  private final History history;
  private final ReferenceCampaign campaign;
  private final ReferenceRoster roster;
  private final List<Verdict> verdicts;
  private final LocalDate day;
  private final Map<List<Object>, Set<String>> eligible = new HashMap<>();

  ReferenceStandings(History history, String code) {
    this.history = history;
    this.campaign = ReferenceCampaign.of(history, code);
    this.roster = ReferenceRoster.of(history, history.events().size());
    this.verdicts = new ReferenceRules(history, code).verdicts();
    this.day =
        campaign.today().isBefore(campaign.newest().to())
            ? campaign.today()
            : campaign.newest().to();
  }

  /** Everything that the engine must say, in the words of {@link EngineStandings}. */
  Set<String> lines() {
    Set<String> lines = new TreeSet<>();
    for (Verdict v : verdicts) {
      if (v.outcome().equals("OUTSIDE_WINDOW")) {
        lines.add(outside(v.action()));
        continue;
      }
      lines.add(
          "verdict %s %s %s/%d: %s %d on %s at %s"
              .formatted(
                  v.action(),
                  v.account(),
                  v.line(),
                  v.way(),
                  v.outcome(),
                  v.points(),
                  v.day(),
                  v.school()));
    }
    for (String account : roster.people()) {
      addPerson(lines, account);
    }
    addSchools(lines);
    return lines;
  }

  /**
   * What lies outside every window was refused when it came and is not judged again: which line of
   * the table it would have been under is that of the rules of its arrival.
   */
  static String outside(String action) {
    return "verdict " + action + ": OUTSIDE_WINDOW";
  }

  private long points(Predicate<Verdict> which) {
    return verdicts.stream()
        .filter(Verdict::counted)
        .filter(which)
        .mapToLong(Verdict::points)
        .sum();
  }

  private long points(String account, Role role) {
    return points(v -> v.account().equals(account) && v.role() == role);
  }

  private void addPerson(Set<String> lines, String account) {
    for (Role role : Role.values()) {
      long points = points(account, role);
      if (points == 0 && !roster.everHeld(account, role)) {
        continue;
      }
      Optional<String> school =
          roster.on(account, day).stream()
              .filter(s -> s.role() == role)
              .map(Stint::school)
              .sorted()
              .findFirst();
      List<Long> all = pointsOf(role, s -> true);
      List<Long> here =
          school.map(own -> pointsOf(role, s -> s.school().equals(own))).orElse(List.of());
      lines.add(
          "person %s %s: %d rank %d/%d %s %d/%d"
              .formatted(
                  account,
                  role,
                  points,
                  role == Role.STUDENT ? 0 : 1 + all.stream().filter(p -> p > points).count(),
                  all.size(),
                  school.orElse("-"),
                  role == Role.STUDENT || school.isEmpty()
                      ? 0
                      : 1 + here.stream().filter(p -> p > points).count(),
                  here.size()));
      for (Line line : campaign.rulesOn(campaign.today()).lines()) {
        if (line.role() == role) {
          lines.add(indicator(account, line));
        }
      }
    }
  }

  /** The points of everybody in a role on the reference day (rules R6, R8); pupils have no rank. */
  private List<Long> pointsOf(Role role, Predicate<Stint> where) {
    List<Long> points = new ArrayList<>();
    if (role == Role.STUDENT) {
      return points;
    }
    for (String account : roster.people()) {
      if (roster.on(account, day).stream().anyMatch(s -> s.role() == role && where.test(s))) {
        points.add(points(account, role));
      }
    }
    return points;
  }

  private String indicator(String account, Line line) {
    List<Verdict> own =
        verdicts.stream()
            .filter(Verdict::counted)
            .filter(v -> v.account().equals(account) && v.line().equals(line.code()))
            .toList();
    PlatformAction now =
        new PlatformAction(
            "now",
            "x.y",
            account,
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Map.of());
    LocalDate today = campaign.today();
    String period = ReferenceRules.period(campaign.rulesOn(today), line, now, today);
    return "indicator %s %s: %d earned %d today %d full %s"
        .formatted(
            account,
            line.code(),
            own.size(),
            own.stream().mapToInt(Verdict::points).sum(),
            own.stream().filter(v -> v.day().equals(today)).mapToInt(Verdict::points).sum(),
            line.per() == Limit.Per.OBJECT
                ? "-"
                : own.stream().filter(v -> v.period().equals(period)).count() >= line.count());
  }

  private void addSchools(Set<String> lines) {
    Map<String, BigFraction> scores = new TreeMap<>();
    Rulebook rules = campaign.rulesOn(day);
    for (String school : roster.schools()) {
      BigFraction score = BigFraction.ZERO;
      for (String term : rules.scoreTerms()) {
        score =
            score.add(
                switch (term) {
                  case "ADMINISTRATOR_MEAN" -> mean(school, Role.ADMINISTRATOR);
                  case "TEACHER_MEAN" -> mean(school, Role.TEACHER);
                  default -> pupilsMean(school);
                });
      }
      scores.put(school, score);
    }
    for (String school : roster.schools()) {
      BigFraction score = scores.get(school);
      lines.add(
          "school %s: rank %d score %s = %s + %s + %s"
              .formatted(
                  school,
                  1 + scores.values().stream().filter(s -> s.compareTo(score) > 0).count(),
                  score,
                  mean(school, Role.ADMINISTRATOR),
                  mean(school, Role.TEACHER),
                  pupilsMean(school)));
      lines.add(
          "means %s: %d over %d, %d over %d"
              .formatted(
                  school,
                  schoolPoints(school, Role.ADMINISTRATOR),
                  divisor(school, Role.ADMINISTRATOR),
                  schoolPoints(school, Role.TEACHER),
                  divisor(school, Role.TEACHER)));
      lines.add(
          "opening %s: %s %s %s"
              .formatted(
                  school,
                  opening(school, Role.TEACHER),
                  opening(school, Role.STUDENT),
                  gate(school)));
      for (YearMonth month : campaign.months()) {
        lines.add(month(school, month));
      }
    }
  }

  /** Rule R13: the school's awards, whoever left since. */
  private long schoolPoints(String school, Role role) {
    return points(v -> v.school().equals(school) && v.role() == role);
  }

  private long divisor(String school, Role role) {
    Set<String> people = people(school, role);
    return campaign.rulesOn(day).registeredOnly() ? registered(people).size() : people.size();
  }

  /** Rule R6: a mean over nobody is 0. */
  private BigFraction mean(String school, Role role) {
    long divisor = divisor(school, role);
    return divisor == 0 ? BigFraction.ZERO : BigFraction.of(schoolPoints(school, role), divisor);
  }

  private Set<String> people(String school, Role role) {
    Set<String> people = new TreeSet<>();
    int fromGrade = role == Role.STUDENT ? campaign.rulesOn(day).fromGrade() : 0;
    for (String account : roster.people()) {
      for (Stint s : roster.on(account, day)) {
        if (s.school().equals(school) && s.role() == role && s.grade() >= fromGrade) {
          people.add(account);
        }
      }
    }
    return people;
  }

  private Set<String> registered(Set<String> people) {
    Set<String> registered = new TreeSet<>(people);
    registered.removeIf(p -> !byDay(roster.registered(p)));
    return registered;
  }

  private boolean byDay(Optional<Instant> instant) {
    return instant.map(i -> !campaign.dayOf(i).isAfter(day)).orElse(false);
  }

  private String opening(String school, Role role) {
    Set<String> people = people(school, role);
    long activated = people.stream().filter(p -> byDay(roster.activated(p))).count();
    return "%d/%d/%d".formatted(people.size(), registered(people).size(), activated);
  }

  /** Rule R9: both rates, compared exactly; nobody reaches nothing. */
  private boolean gate(String school) {
    Optional<String> gate = campaign.rulesOn(day).gate();
    return gate.isEmpty()
        || opened(school, Role.TEACHER, gate.get()) && opened(school, Role.STUDENT, gate.get());
  }

  private boolean opened(String school, Role role, String share) {
    Set<String> people = people(school, role);
    return reaches(registered(people).size(), people.size(), share);
  }

  private static boolean reaches(long part, long whole, String share) {
    return whole > 0
        && new BigDecimal(part).compareTo(new BigDecimal(share).multiply(new BigDecimal(whole)))
            >= 0;
  }

  private BigFraction pupilsMean(String school) {
    long sum = campaign.months().stream().mapToLong(m -> monthPoints(school, m)).sum();
    return campaign.rulesOn(day).sumOfMonths() || campaign.months().isEmpty()
        ? BigFraction.of(sum)
        : BigFraction.of(sum, campaign.months().size());
  }

  /** Rule R5: those on the roster on the month's last day, as far as known when it closed. */
  private Set<String> eligible(String school, YearMonth month) {
    return eligible.computeIfAbsent(List.of(school, month), k -> countEligible(school, month));
  }

  private Set<String> countEligible(String school, YearMonth month) {
    int known = campaign.closed(month).orElse(history.events().size());
    LocalDate today = campaign.today();
    LocalDate last = today.isBefore(month.atEndOfMonth()) ? today : month.atEndOfMonth();
    Set<String> pupils = new TreeSet<>();
    ReferenceRoster then = ReferenceRoster.of(history, known);
    for (String account : then.people()) {
      for (Stint s : then.on(account, last)) {
        if (s.school().equals(school)
            && s.role() == Role.STUDENT
            && s.grade() >= campaign.rulesOf(month).fromGrade()) {
          pupils.add(account);
        }
      }
    }
    return pupils;
  }

  private long participants(String school, YearMonth month, Share share, int way) {
    Set<String> eligible = eligible(school, month);
    return verdicts.stream()
        .filter(Verdict::counted)
        .filter(v -> v.line().equals(share.code()) && v.way() == way)
        .filter(v -> YearMonth.from(v.day()).equals(month) && eligible.contains(v.account()))
        .map(Verdict::account)
        .distinct()
        .count();
  }

  /** Rule R4: each way against the tiers on its own, and the better one counts. */
  private long monthPoints(String school, YearMonth month) {
    long points = 0;
    for (Share share : campaign.rulesOf(month).shares()) {
      long best = 0;
      for (int way = 0; way < ReferenceRules.ways(share).size(); way++) {
        best = Math.max(best, wayPoints(school, month, share, way));
      }
      points += best;
    }
    return points;
  }

  private long wayPoints(String school, YearMonth month, Share share, int way) {
    long points = 0;
    long participants = participants(school, month, share, way);
    for (Tier tier : share.tiers()) {
      if (reaches(participants, eligible(school, month).size(), tier.atLeast())) {
        points = tier.points();
      }
    }
    return points;
  }

  private String month(String school, YearMonth month) {
    List<String> ways = new ArrayList<>();
    for (Share share : campaign.rulesOf(month).shares()) {
      for (int way = 0; way < ReferenceRules.ways(share).size(); way++) {
        ways.add(
            participants(school, month, share, way)
                + " for "
                + wayPoints(school, month, share, way));
      }
    }
    return "month %s %s: %d eligible %s %d %s"
        .formatted(
            school,
            month,
            eligible(school, month).size(),
            ways,
            monthPoints(school, month),
            campaign.closed(month).isPresent() ? "closed" : "open");
  }
}

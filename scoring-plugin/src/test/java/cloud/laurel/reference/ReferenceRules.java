package cloud.laurel.reference;

import cloud.laurel.campaign.Role;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.reference.History.Batch;
import cloud.laurel.reference.History.Correct;
import cloud.laurel.reference.History.Event;
import cloud.laurel.reference.ReferenceRoster.Stint;
import cloud.laurel.reference.Rulebook.Line;
import cloud.laurel.reference.Rulebook.Share;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules as plainly as possible, to compare the engine with: take all actions, judge each, sort,
 * hold against the limits. No database, no increments, and none of the engine's classes.
 */
final class ReferenceRules {

  private static final String NONE = "";

  private final History history;
  private final ReferenceCampaign campaign;
  private final List<Arrival> arrivals;

  ReferenceRules(History history, String code) {
    this.history = history;
    this.campaign = ReferenceCampaign.of(history, code);
    this.arrivals = arrivals();
  }

  /** An action with the number of the event that brought it. */
  private record Arrival(PlatformAction action, int event, Optional<Correct> correction) {}

  /**
   * What becomes of an action for one person under one line.
   *
   * @param way alternative of a pupils' line, else 0
   * @param period in which the limit counts
   * @param outcome COUNTED or the reason of the refusal
   */
  record Verdict(
      String account,
      String action,
      Instant occurredAt,
      LocalDate day,
      String line,
      int way,
      Role role,
      int limit,
      String period,
      String outcome,
      int points,
      String school) {

    Verdict with(String otherOutcome, int earned) {
      return new Verdict(
          account,
          action,
          occurredAt,
          day,
          line,
          way,
          role,
          limit,
          period,
          otherOutcome,
          earned,
          school);
    }

    boolean counted() {
      return outcome.equals("COUNTED");
    }
  }

  /** Every verdict of the campaign. */
  List<Verdict> verdicts() {
    List<Verdict> verdicts = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      if (!arrival.action().type().equals("action.withdrawn")) {
        verdicts.addAll(judge(arrival));
      }
    }
    return limited(verdicts);
  }

  /** The same id again is the same action (rule R15). */
  private List<Arrival> arrivals() {
    List<Arrival> arrivals = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (int i = 0; i < history.events().size(); i++) {
      Event event = history.events().get(i);
      if (event instanceof Batch batch) {
        for (PlatformAction action : batch.actions()) {
          if (known.add(action.id())) {
            arrivals.add(new Arrival(action, i, Optional.empty()));
          }
        }
      } else if (event instanceof Correct c && known.add("correction:" + c.reference())) {
        PlatformAction action =
            new PlatformAction(
                "correction:" + c.reference(),
                "award.corrected",
                c.account(),
                c.occurredAt(),
                Optional.of(c.school()),
                Optional.empty(),
                List.of(),
                Map.of());
        arrivals.add(new Arrival(action, i, Optional.of(c)));
      }
    }
    return arrivals;
  }

  /** Rule R12: whether somebody took the action back, before or after it came. */
  private boolean withdrawn(String id, int events) {
    return arrivals.stream()
        .filter(a -> a.event() < events && a.action().type().equals("action.withdrawn"))
        .anyMatch(a -> a.action().object().map(o -> o.id().equals(id)).orElse(false));
  }

  private List<Verdict> judge(Arrival arrival) {
    PlatformAction action = arrival.action();
    LocalDate day = campaign.dayOf(action.occurredAt());
    if (arrival.correction().isPresent()) {
      Correct correction = arrival.correction().get();
      return correction.campaign().equals(campaign.code())
          ? List.of(corrected(arrival, correction, day))
          : List.of();
    }
    // what lies outside every window is refused once and for all when it comes (rules R11, R18)
    boolean judgedOnce = !campaign.inAnyWindow(day);
    if (judgedOnce && arrival.event() < campaign.start()) {
      return List.of();
    }
    ReferenceCampaign rules = judgedOnce ? campaign.before(arrival.event()) : campaign;
    int known = judgedOnce ? arrival.event() : history.events().size();
    List<Verdict> verdicts = new ArrayList<>();
    for (Line line : rules.rulesOn(day).lines()) {
      if (line.types().contains(action.type())) {
        for (String account : earners(action, line)) {
          verdicts.add(judge(arrival, rules, line, account, known));
        }
      }
    }
    for (Share share : rules.rulesOf(YearMonth.from(day)).shares()) {
      for (int way = 0; way < ways(share).size(); way++) {
        if (ways(share).get(way).contains(action.type())) {
          verdicts.add(judgePupil(arrival, rules, share, way, known));
        }
      }
    }
    if (verdicts.isEmpty()) {
      String reason = rules.inWindow(day) ? "NO_INDICATOR" : "OUTSIDE_WINDOW";
      verdicts.add(
          new Verdict(
              action.actor(),
              action.id(),
              action.occurredAt(),
              day,
              NONE,
              0,
              Role.TEACHER,
              0,
              NONE,
              reason,
              0,
              NONE));
    }
    return verdicts;
  }

  private Verdict judge(
      Arrival arrival, ReferenceCampaign rules, Line line, String account, int known) {
    PlatformAction action = arrival.action();
    LocalDate day = campaign.dayOf(action.occurredAt());
    Set<Stint> held = ReferenceRoster.of(history, known).on(account, day);
    Verdict verdict =
        new Verdict(
            account,
            action.id(),
            action.occurredAt(),
            day,
            line.code(),
            0,
            line.role(),
            line.count(),
            period(rules.rulesOn(day), line, action, day),
            "COUNTED",
            line.points(),
            school(action, held, line.role()));
    boolean onlyThemselves =
        line.counterparts()
            && !action.counterparts().isEmpty()
            && Set.copyOf(action.counterparts()).equals(Set.of(action.actor()));
    String outcome =
        !rules.inWindow(day)
            ? "OUTSIDE_WINDOW"
            : held.isEmpty()
                ? "UNKNOWN_ACCOUNT"
                : held.stream().noneMatch(s -> s.role() == line.role())
                    ? "WRONG_ROLE"
                    : onlyThemselves || !valid(line, action)
                        ? "CONDITION_FAILED"
                        : withdrawn(action.id(), history.events().size()) ? "WITHDRAWN" : "COUNTED";
    return verdict.with(outcome, verdict.points());
  }

  private boolean valid(Line line, PlatformAction action) {
    return line.condition()
        .map(c -> ReferenceConditions.holds(c, action, campaign.newest().zone()))
        .orElse(true);
  }

  /** Rules R4, R5: what is known when the month closes decides; what comes later is refused. */
  private Verdict judgePupil(
      Arrival arrival, ReferenceCampaign rules, Share share, int way, int knownNow) {
    PlatformAction action = arrival.action();
    LocalDate day = campaign.dayOf(action.occurredAt());
    YearMonth month = YearMonth.from(day);
    Optional<Integer> closed = campaign.closed(month);
    boolean late = closed.isPresent() && arrival.event() > closed.get();
    int known =
        Math.min(knownNow, closed.map(c -> late ? arrival.event() : c).orElse(Integer.MAX_VALUE));
    Set<Stint> held = ReferenceRoster.of(history, known).on(action.actor(), day);
    String outcome =
        !rules.inWindow(day)
            ? "OUTSIDE_WINDOW"
            : held.isEmpty()
                ? "UNKNOWN_ACCOUNT"
                : held.stream().noneMatch(s -> s.role() == Role.STUDENT)
                    ? "WRONG_ROLE"
                    : held.stream().noneMatch(s -> s.grade() >= rules.rulesOf(month).fromGrade())
                        ? "CONDITION_FAILED"
                        : late
                            ? "MONTH_CLOSED"
                            : withdrawn(action.id(), known) ? "WITHDRAWN" : "COUNTED";
    return new Verdict(
        action.actor(),
        action.id(),
        action.occurredAt(),
        day,
        share.code(),
        way,
        Role.STUDENT,
        1,
        month.toString(),
        outcome,
        0,
        school(action, held, Role.STUDENT));
  }

  /** A correcting entry is judged under the limit alone. */
  private Verdict corrected(Arrival arrival, Correct correction, LocalDate day) {
    PlatformAction action = arrival.action();
    Optional<Line> line =
        campaign.rulesOn(day).lines().stream()
            .filter(l -> l.code().equals(correction.line()))
            .findFirst();
    String outcome =
        !campaign.inWindow(day)
            ? "OUTSIDE_WINDOW"
            : line.isEmpty()
                ? "NO_INDICATOR"
                : withdrawn(action.id(), history.events().size()) ? "WITHDRAWN" : "COUNTED";
    return new Verdict(
        correction.account(),
        action.id(),
        action.occurredAt(),
        day,
        correction.line(),
        0,
        line.map(Line::role).orElse(Role.TEACHER),
        line.map(Line::count).orElse(0),
        line.map(l -> period(campaign.rulesOn(day), l, action, day)).orElse(NONE),
        outcome,
        line.map(Line::points).orElse(0),
        correction.school());
  }

  /** Rule R3. */
  private static Set<String> earners(PlatformAction action, Line line) {
    Set<String> earners = new LinkedHashSet<>();
    if (line.actor()) {
      earners.add(action.actor());
    }
    if (line.counterparts()) {
      earners.addAll(action.counterparts());
    }
    return earners;
  }

  /** Rule R4: a union is one way to take part. */
  static List<Set<String>> ways(Share share) {
    if (!share.union()) {
      return share.alternatives();
    }
    Set<String> all = new TreeSet<>();
    share.alternatives().forEach(all::addAll);
    return List.of(all);
  }

  /** Rule R13: where the action says, if the person belongs there, else the first by code. */
  private static String school(PlatformAction action, Set<Stint> held, Role role) {
    Set<String> schools = new TreeSet<>();
    held.stream().filter(s -> s.role() == role).forEach(s -> schools.add(s.school()));
    if (schools.isEmpty()) {
      held.forEach(s -> schools.add(s.school()));
    }
    return action
        .school()
        .filter(schools::contains)
        .or(() -> schools.stream().findFirst())
        .orElse(NONE);
  }

  static String period(Rulebook rules, Line line, PlatformAction action, LocalDate day) {
    return switch (line.per()) {
      case CAMPAIGN -> "campaign";
      case TERM -> "term " + term(rules, day);
      case MONTH -> "month " + YearMonth.from(day);
      case WEEK ->
          "week "
              + day.get(IsoFields.WEEK_BASED_YEAR)
              + " "
              + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      case DAY -> "day " + day;
      case OBJECT -> "object " + action.object().map(o -> o.id()).orElse(NONE);
    };
  }

  private static String term(Rulebook rules, LocalDate day) {
    int term = -1;
    for (LocalDate from : rules.terms()) {
      term += from.isAfter(day) ? 0 : 1;
    }
    if (term >= 0) {
      return String.valueOf(term);
    }
    boolean spring = day.getMonthValue() >= 2 && day.getMonthValue() <= 7;
    return spring ? day.getYear() + " spring" : "autumn " + day.minusMonths(7).getYear();
  }

  /** Rules R1, R2, R16: counts when fewer than its own day's limit have counted before it. */
  private static List<Verdict> limited(List<Verdict> verdicts) {
    List<Verdict> sorted = new ArrayList<>(verdicts);
    sorted.sort(Comparator.comparing(Verdict::occurredAt).thenComparing(Verdict::action));
    Map<List<Object>, Integer> taken = new HashMap<>();
    List<Verdict> limited = new ArrayList<>();
    for (Verdict v : sorted) {
      List<Object> limit = List.of(v.account(), v.line(), v.way(), v.period());
      if (!v.counted()) {
        limited.add(v.with(v.outcome(), 0));
      } else if (taken.getOrDefault(limit, 0) < v.limit()) {
        taken.merge(limit, 1, Integer::sum);
        limited.add(v);
      } else {
        limited.add(v.with("LIMIT_REACHED", 0));
      }
    }
    return limited;
  }
}

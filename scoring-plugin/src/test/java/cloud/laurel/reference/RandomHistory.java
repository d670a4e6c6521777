package cloud.laurel.reference;

import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.plugin.PlatformAction.ObjectRef;
import cloud.laurel.reference.History.Batch;
import cloud.laurel.reference.History.Clock;
import cloud.laurel.reference.History.Correct;
import cloud.laurel.reference.History.Decide;
import cloud.laurel.reference.History.Event;
import cloud.laurel.reference.History.Propose;
import cloud.laurel.reference.History.Publish;
import cloud.laurel.reference.History.Settle;
import cloud.laurel.reference.History.Start;
import cloud.laurel.reference.Rulebook.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes up what happens to an engine in some months: seeded, so that it can happen again. */
final class RandomHistory {

  /** Proposals that wait longer than a fortnight are given up. */
  private static final Duration KEPT = Duration.ofDays(13);

  private static final List<String> EVERYBODY =
      List.of("t0", "t1", "t2", "t3", "t4", "a1", "ta", "p1", "nobody");

  private final long seed;
  private final Dice dice;
  private final RandomRules rules;
  private final RandomRoster roster;
  private final List<Event> events = new ArrayList<>();
  private final Map<String, Rulebook> newest = new TreeMap<>();
  private final Map<String, Instant> onTrial = new TreeMap<>();
  private final List<PlatformAction> sent = new ArrayList<>();
  private final Set<String> ids = new TreeSet<>();
  private Instant now = Instant.parse("2021-02-20T03:00:00Z");
  private int corrections;

  private RandomHistory(long seed) {
    this.seed = seed;
    this.dice = new Dice(seed);
    this.rules = new RandomRules(dice);
    this.roster = new RandomRoster(dice);
  }

  /** The history of a seed. */
  static History of(long seed) {
    return new RandomHistory(seed).make();
  }

  private History make() {
    List<Rulebook> campaigns = new ArrayList<>(List.of(rules.campaign("city")));
    if (dice.chance(40)) {
      campaigns.add(rules.campaign("school"));
    }
    campaigns.forEach(c -> newest.put(c.code(), c));
    events.add(new Clock(now));
    events.add(roster.first());
    int steps = dice.between(8, 13);
    for (int step = 0; step < steps; step++) {
      if (!campaigns.isEmpty() && (step > 3 || dice.chance(50))) {
        events.add(new Start(campaigns.remove(0)));
      }
      step();
      if (dice.chance(60)) {
        settle();
      }
    }
    campaigns.forEach(c -> events.add(new Start(c)));
    settle();
    return new History(seed, List.copyOf(events));
  }

  private void settle() {
    if (!(events.get(events.size() - 1) instanceof Settle)) {
      events.add(new Settle());
    }
  }

  private void step() {
    int dart = dice.between(1, 100);
    if (dart <= 25) {
      pass();
    } else if (dart <= 70) {
      batch();
    } else if (dart <= 82) {
      events.add(roster.later(now.atZone(anyRules().zone()).toLocalDate()));
    } else if (dart <= 88) {
      correct();
    } else if (dart <= 94) {
      version();
    } else {
      decide();
    }
  }

  private Rulebook anyRules() {
    return dice.pick(List.copyOf(newest.values()));
  }

  private List<Rulebook> started() {
    return events.stream()
        .filter(e -> e instanceof Start)
        .map(e -> newest.get(((Start) e).rules().code()))
        .toList();
  }

  /** Some days, now and then to the microsecond of a closing month. */
  private void pass() {
    settle();
    Rulebook any = anyRules();
    Instant later = now.plus(dice.between(1, 12 * 24), ChronoUnit.HOURS);
    if (dice.chance(40)) {
      Instant closing =
          YearMonth.from(now.atZone(any.zone()))
              .atEndOfMonth()
              .plusDays(dice.chance(50) ? 11 : 1)
              .atStartOfDay(any.zone())
              .toInstant();
      later = dice.chance(50) ? closing : closing.minusNanos(1000);
    }
    if (later.isAfter(now)) {
      now = later;
      events.add(new Clock(now));
      settle();
    }
  }

  private void batch() {
    List<PlatformAction> actions = new ArrayList<>();
    for (int i = dice.between(1, 12); i > 0; i--) {
      actions.add(dice.chance(12) && !sent.isEmpty() ? again() : action());
    }
    sent.addAll(actions);
    events.add(new Batch(actions));
  }

  /** A repeat, or a withdrawal of something that came or is still to come. */
  private PlatformAction again() {
    PlatformAction old = dice.pick(sent);
    if (dice.chance(40)) {
      return old;
    }
    String target =
        dice.chance(80) ? old.id() : "x" + dice.between(100, 999); // which may come or not
    return new PlatformAction(
        "w" + id(),
        "action.withdrawn",
        "platform",
        now,
        Optional.empty(),
        Optional.of(new ObjectRef(target, Optional.empty())),
        List.of(),
        Map.of());
  }

  private String id() {
    String id;
    do {
      id = "x" + dice.between(100, 999);
    } while (!ids.add(id));
    return id;
  }

  private PlatformAction action() {
    boolean pupils = dice.chance(45);
    String type =
        dice.chance(3)
            ? "coffee.made"
            : pupils ? dice.pick(RandomRules.PUPILS_TYPES) : dice.pick(RandomRules.TYPES);
    List<String> counterparts = new ArrayList<>();
    String actor = pupils && dice.chance(90) ? dice.pick(RandomRoster.PUPILS) : adult();
    if (type.equals("teacher.invited")) {
      for (int i = dice.between(0, 3); i > 0; i--) {
        counterparts.add(dice.chance(30) ? actor : adult());
      }
    }
    return new PlatformAction(
        id(),
        type,
        actor,
        occurrence(),
        dice.chance(30) ? Optional.of(dice.pick(RandomRoster.SCHOOLS)) : Optional.empty(),
        dice.chance(60)
            ? Optional.of(new ObjectRef("o" + dice.between(1, 3), Optional.empty()))
            : Optional.empty(),
        counterparts,
        dice.chance(50) ? Map.of() : Map.of("pages", pages()));
  }

  private Object pages() {
    return dice.chance(80) ? Long.valueOf(dice.between(0, 4)) : "none";
  }

  private String adult() {
    return dice.chance(60) ? dice.pick(List.of("t1", "t2", "ta")) : dice.pick(EVERYBODY);
  }

  /** Few different days, often at their very edges, and often at equal times. */
  private Instant occurrence() {
    if (!sent.isEmpty() && dice.chance(15)) {
      return dice.pick(sent).occurredAt();
    }
    Rulebook any = anyRules();
    LocalDate today = now.atZone(any.zone()).toLocalDate();
    LocalDate day =
        dice.chance(70)
            ? today.minusDays(dice.between(0, 3))
            : dice.chance(40)
                ? dice.pick(List.of(any.from(), any.to(), any.to().plusDays(1)))
                : dice.day(any.from().minusDays(2), any.to().plusDays(2));
    Instant start = day.atStartOfDay(any.zone()).toInstant();
    return switch (dice.between(1, 4)) {
      case 1 -> start;
      case 2 -> start.minusNanos(1000);
      default -> start.plus(dice.between(0, 23), ChronoUnit.HOURS);
    };
  }

  private void correct() {
    List<Rulebook> running = started();
    if (running.isEmpty()) {
      return;
    }
    Rulebook in = dice.pick(running);
    List<String> lines = new ArrayList<>(in.lines().stream().map(Line::code).toList());
    lines.add("line-1");
    events.add(
        new Correct(
            in.code(),
            dice.pick(List.of("t1", "t2", "ta")),
            dice.pick(lines),
            dice.pick(RandomRoster.SCHOOLS),
            occurrence(),
            "case-" + (dice.chance(90) ? ++corrections : corrections)));
  }

  /** Puts rules on trial or publishes what is; a closed month stays under the rules it had. */
  private void version() {
    List<Rulebook> running = started();
    if (running.isEmpty()) {
      return;
    }
    Rulebook old = dice.pick(running);
    settle();
    Optional<Instant> proposed = Optional.ofNullable(onTrial.remove(old.code()));
    if (proposed.filter(p -> p.plus(KEPT).isAfter(now)).isPresent()) {
      events.add(new Publish(old.code()));
      newest.put(old.code(), proposed(old.code()));
      return;
    }
    LocalDate today = now.atZone(old.zone()).toLocalDate();
    LocalDate to = old.to();
    if (dice.chance(30) && !YearMonth.from(to).isBefore(YearMonth.from(today))) {
      LocalDate first = today.isAfter(old.from()) ? today : old.from();
      to = dice.day(first, first.plusDays(40));
    }
    History soFar = new History(seed, List.copyOf(events));
    ReferenceCampaign campaign = ReferenceCampaign.of(soFar, old.code());
    LocalDate earliest = old.from().minusDays(3);
    for (YearMonth month : campaign.months()) {
      if (campaign.closed(month).isPresent()) {
        earliest = month.plusMonths(1).atDay(1);
      }
    }
    onTrial.put(old.code(), now);
    events.add(
        new Propose(
            rules.version(old, to), dice.day(earliest, earliest.plusDays(dice.between(0, 50)))));
  }

  private Rulebook proposed(String code) {
    for (int i = events.size() - 1; i >= 0; i--) {
      if (events.get(i) instanceof Propose p && p.rules().code().equals(code)) {
        return p.rules();
      }
    }
    throw new IllegalStateException("nothing is on trial");
  }

  private void decide() {
    settle();
    for (Rulebook rules : started()) {
      ReferenceCampaign campaign =
          ReferenceCampaign.of(new History(seed, List.copyOf(events)), rules.code());
      for (YearMonth month : campaign.months()) {
        boolean over = campaign.today().isAfter(month.atEndOfMonth());
        boolean closed = campaign.closed(month).isPresent();
        if (dice.chance(50) && (over || closed)) {
          events.add(new Decide(rules.code(), month, closed));
          settle();
        }
      }
    }
  }
}

package cloud.laurel.signal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Decides whether one person seems to act for several accounts. */
final class OneHandRule {

  /** Two people share a desk and now and then its computer. */
  static final long LEAST_ACCOUNTS = 3;

  /** Changes of account: fewer happen in any staff room. */
  static final long LEAST_TIMES = 10;

  /** A training day puts a whole school at one computer, once. */
  static final long LEAST_DAYS = 3;

  /** In lockstep: nobody types in the other's name in less, and chance seldom comes as close. */
  static final int LOCKSTEP_SECONDS = 10;

  /** A bell or a meeting sets a whole school going now and then, and in no fixed order. */
  static final long LOCKSTEP_DAYS = 5;

  private OneHandRule() {}

  /**
   * What the platform may tell of where an action came from: attributes of these names.
   *
   * @param seconds within how many of them one account must follow another to be noticed
   * @param mostly whether at least half of everything there must follow so quickly
   */
  enum Trace {
    /** A staff room's computer is shared, but not within a minute. */
    DEVICE("device", 60, false),
    /** A session has one person at the keyboard, however long it takes. */
    SESSION("session", 86_400, false),
    /** The platform itself says that somebody acted for others. */
    OPERATOR("operator", 86_400, false),
    /** A school has one address for everybody: only a stream of changing accounts stands out. */
    IP("ip", 10, true);

    private final String attribute;
    private final int seconds;
    private final boolean mostly;

    Trace(String attribute, int seconds, boolean mostly) {
      this.attribute = attribute;
      this.seconds = seconds;
      this.mostly = mostly;
    }

    String attribute() {
      return attribute;
    }

    int seconds() {
      return seconds;
    }
  }

  /**
   * How severe the changes of account at one place are; empty when they are nothing.
   *
   * @param accounts who acted there
   * @param actions what they did
   * @param times how often one account followed another quickly
   * @param days local days with such changes
   */
  static Optional<BigDecimal> severity(
      Trace trace, long accounts, long actions, long times, long days) {
    boolean unusual =
        accounts >= LEAST_ACCOUNTS
            && times >= LEAST_TIMES
            && days >= LEAST_DAYS
            && (!trace.mostly || times * 2 >= actions);
    return unusual ? Optional.of(SeverityRule.times(times, LEAST_TIMES)) : Optional.empty();
  }

  /**
   * One account that follows another of its school within {@value #LOCKSTEP_SECONDS} seconds, with
   * the same work.
   *
   * @param times how often
   * @param days on how many local days
   * @param all how many actions of the follower counted
   */
  record Step(String school, String leader, String follower, long times, long days, long all) {

    /** At least half of what the follower does follows the leader, again and again. */
    boolean unusual() {
      return times >= LEAST_TIMES && days >= LOCKSTEP_DAYS && times * 2 >= all;
    }
  }

  /** Accounts of a school that are moved together, with the steps that show it. */
  record Chain(String school, List<String> accounts, List<Step> steps) {

    long times() {
      return steps.stream().mapToLong(Step::times).sum();
    }

    /** The most days of one of its steps. */
    long days() {
      return steps.stream().mapToLong(Step::days).max().orElse(0);
    }

    BigDecimal severity() {
      return SeverityRule.times(times(), LEAST_TIMES);
    }
  }

  /** Joins unusual steps to chains, in the order of the chains' first accounts. */
  static Collection<Chain> chains(Collection<Step> steps) {
    List<Step> unusual = steps.stream().filter(Step::unusual).toList();
    Map<String, String> heads = new HashMap<>();
    for (Step step : unusual) {
      String a = head(heads, step.school() + ' ' + step.leader());
      String b = head(heads, step.school() + ' ' + step.follower());
      heads.put(a.compareTo(b) < 0 ? b : a, a.compareTo(b) < 0 ? a : b);
    }
    Map<String, List<Step>> chains = new TreeMap<>();
    for (Step step : unusual) {
      chains
          .computeIfAbsent(
              head(heads, step.school() + ' ' + step.leader()), head -> new ArrayList<>())
          .add(step);
    }
    return chains.values().stream().map(OneHandRule::chain).toList();
  }

  private static Chain chain(List<Step> steps) {
    TreeSet<String> accounts = new TreeSet<>();
    steps.forEach(step -> accounts.addAll(List.of(step.leader(), step.follower())));
    return new Chain(steps.get(0).school(), List.copyOf(accounts), steps);
  }

  private static String head(Map<String, String> heads, String account) {
    String head = account;
    while (!heads.getOrDefault(head, head).equals(head)) {
      head = heads.get(head);
    }
    return head;
  }
}

package cloud.laurel.signal;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds small groups in which everybody invites and is invited, in a circle or crosswise, and
 * decides whether their invitations stay among them. Who invites many and is never invited back,
 * such as the leader of a research group, is in no circle.
 */
final class InvitationRingRule {

  /** A pair counts when it repeats: a colleague is invited once or twice. */
  static final long LEAST_PAIR_DAYS = 3;

  /** A whole school that works together is no small group. */
  static final int MOST_PEOPLE = 12;

  /** On fewer days it is a shared project. */
  private static final long LEAST_DAYS = 5;

  /** Two people who invite one another earn this often in five days. */
  private static final long LEAST_EARNED = 10;

  private InvitationRingRule() {}

  /** Somebody who invited somebody else on so many local days. */
  record Pair(String inviter, String invited, long days) {}

  /**
   * What a group earned by invitations.
   *
   * @param inside points of invitations among themselves
   * @param all points of all their invitations
   * @param earned how often invitations among themselves earned points
   * @param days local days on which they did
   */
  record Earned(long inside, long all, long earned, long days) {}

  /** How severe it is; empty when it is nothing. Three quarters of the points must stay inside. */
  static Optional<BigDecimal> severity(Earned e) {
    boolean unusual =
        e.days() >= LEAST_DAYS && e.earned() >= LEAST_EARNED && e.inside() * 4 >= e.all() * 3;
    return unusual ? Optional.of(SeverityRule.times(e.earned(), LEAST_EARNED)) : Optional.empty();
  }

  /**
   * The small groups in which everybody can be reached from everybody by repeated invitations.
   * Where such a group is too large, its looser pairs are left out until what remains is small.
   */
  static List<Set<String>> groups(Collection<Pair> pairs) {
    List<Set<String>> groups = new ArrayList<>();
    groups(pairs, LEAST_PAIR_DAYS, groups);
    return groups;
  }

  private static void groups(Collection<Pair> pairs, long leastDays, List<Set<String>> groups) {
    List<Pair> firm = pairs.stream().filter(p -> p.days() >= leastDays).toList();
    for (Set<String> circle : circles(firm)) {
      if (circle.size() <= MOST_PEOPLE) {
        groups.add(circle);
      } else {
        List<Pair> within =
            firm.stream()
                .filter(p -> circle.contains(p.inviter()) && circle.contains(p.invited()))
                .toList();
        groups(within, leastDays + 1, groups);
      }
    }
  }

  /** Kosaraju's strongly connected components of at least two, without recursion. */
  private static List<Set<String>> circles(Collection<Pair> pairs) {
    Map<String, List<String>> to = new TreeMap<>();
    Map<String, List<String>> from = new HashMap<>();
    for (Pair pair : pairs) {
      to.computeIfAbsent(pair.inviter(), k -> new ArrayList<>()).add(pair.invited());
      from.computeIfAbsent(pair.invited(), k -> new ArrayList<>()).add(pair.inviter());
    }
    Deque<String> finished = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    to.keySet().forEach(account -> walk(account, to, seen, finished));
    Set<String> placed = new HashSet<>();
    List<Set<String>> circles = new ArrayList<>();
    while (!finished.isEmpty()) {
      Deque<String> circle = new ArrayDeque<>();
      walk(finished.pop(), from, placed, circle);
      if (circle.size() > 1) {
        circles.add(new TreeSet<>(circle));
      }
    }
    return circles;
  }

  /** Goes as deep as it can and notes everybody on the way back. */
  private static void walk(
      String start, Map<String, List<String>> next, Set<String> seen, Deque<String> left) {
    if (!seen.add(start)) {
      return;
    }
    Deque<String> path = new ArrayDeque<>(List.of(start));
    Deque<Iterator<String>> open = new ArrayDeque<>();
    open.push(next.getOrDefault(start, List.of()).iterator());
    while (!open.isEmpty()) {
      if (!open.peek().hasNext()) {
        open.pop();
        left.push(path.pop());
      } else {
        String account = open.peek().next();
        if (seen.add(account)) {
          path.push(account);
          open.push(next.getOrDefault(account, List.of()).iterator());
        }
      }
    }
  }
}

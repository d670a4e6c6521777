package cloud.laurel.scoring;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives the places of one limit to the earliest actions (rules R1, R2, R16). Who keeps a place
 * keeps the same one, so that little is rewritten.
 */
final class LimitRule {

  private LimitRule() {}

  /**
   * Decides one group.
   *
   * @param candidates everything eligible that competes for the group's places, in any order
   * @param places how many there are
   * @param points what a place earns
   * @return the same judgements, decided
   */
  static List<Judgement> decide(List<Judgement> candidates, int places, int points) {
    List<Judgement> sorted = candidates.stream().sorted(Judgement.EARLIEST).toList();
    List<Judgement> winners = sorted.subList(0, Math.min(places, sorted.size()));
    Set<Integer> kept = new HashSet<>();
    winners.forEach(w -> w.place().filter(p -> p < places).ifPresent(kept::add));
    Deque<Integer> free = new ArrayDeque<>();
    for (int place = 0; place < places && free.size() + kept.size() < places; place++) {
      if (!kept.contains(place)) {
        free.add(place);
      }
    }
    List<Judgement> decided = new ArrayList<>(sorted.size());
    for (int i = 0; i < sorted.size(); i++) {
      Judgement judgement = sorted.get(i);
      if (i >= winners.size()) {
        decided.add(judgement.refused(Reason.LIMIT_REACHED));
      } else {
        int place = judgement.place().filter(p -> p < places).orElseGet(free::removeFirst);
        decided.add(judgement.counted(place, points));
      }
    }
    return decided;
  }
}

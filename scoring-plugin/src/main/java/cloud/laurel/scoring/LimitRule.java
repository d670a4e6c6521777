package cloud.laurel.scoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Gives the places of one limit to the earliest actions (rules R1, R2, R16). Who keeps a place
 * keeps the same one, so that little is rewritten.
 */
final class LimitRule {

  private LimitRule() {}

  /**
   * Decides one group. Each candidate is held against the limit of its own day's rules: it counts
   * when fewer than that many have counted before it.
   *
   * @param candidates everything eligible that competes for the group's places, in any order
   * @param track of a candidate, on its day
   * @return the same judgements, decided
   */
  static List<Judgement> decide(List<Judgement> candidates, Function<Judgement, Track> track) {
    List<Judgement> winners = new ArrayList<>();
    List<Judgement> decided = new ArrayList<>(candidates.size());
    int places = 0;
    for (Judgement judgement : candidates.stream().sorted(Judgement.EARLIEST).toList()) {
      int limit = track.apply(judgement).limit().count();
      if (winners.size() < limit) {
        winners.add(judgement);
        places = Math.max(places, limit);
      } else {
        decided.add(judgement.refused(Reason.LIMIT_REACHED));
      }
    }
    int most = places;
    Set<Integer> kept = new HashSet<>();
    winners.forEach(w -> w.place().filter(p -> p < most).ifPresent(kept::add));
    Iterator<Integer> free =
        IntStream.range(0, most).filter(place -> !kept.contains(place)).iterator();
    for (Judgement winner : winners) {
      int place = winner.place().filter(p -> p < most).orElseGet(free::next);
      decided.add(winner.counted(place, track.apply(winner).points()));
    }
    return decided;
  }
}

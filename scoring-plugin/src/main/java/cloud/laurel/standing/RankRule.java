package cloud.laurel.standing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Ranks 1, 2, 2, 4: exactly equal scores share a rank (rule R8). */
public final class RankRule {

  private RankRule() {}

  /**
   * Ranks rows by falling score.
   *
   * @param tieOrder order of rows that share a rank, for showing only
   * @param ranked makes the answer from a row and its rank
   */
  public static <T, R> List<R> rank(
      List<T> rows,
      Function<T, Score> score,
      Comparator<T> tieOrder,
      BiFunction<T, Integer, R> ranked) {
    List<T> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing(score).reversed().thenComparing(tieOrder));
    List<R> result = new ArrayList<>(sorted.size());
    int rank = 0;
    for (int i = 0; i < sorted.size(); i++) {
      boolean tie =
          i > 0 && score.apply(sorted.get(i)).compareTo(score.apply(sorted.get(i - 1))) == 0;
      rank = tie ? rank : i + 1;
      result.add(ranked.apply(sorted.get(i), rank));
    }
    return result;
  }
}

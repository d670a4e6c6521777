package cloud.laurel.selection;

import cloud.laurel.standing.Score;
import java.util.List;

/**
 * What the reviewers of a candidate came to together.
 *
 * @param reviews in the order in which they were given
 */
public record Marks(List<Review> reviews) {

  /** Nobody's. */
  public static final Marks NONE = new Marks(List.of());

  /** Copies its list. */
  public Marks {
    reviews = List.copyOf(reviews);
  }

  /** Their mean; 0 of nobody. */
  public Score mean() {
    return Score.mean(reviews.stream().mapToLong(Review::mark).sum(), reviews.size());
  }

  /** How far they lie apart: the highest mark less the lowest. */
  public int spread() {
    int highest = reviews.stream().mapToInt(Review::mark).max().orElse(0);
    return highest - reviews.stream().mapToInt(Review::mark).min().orElse(0);
  }
}

package cloud.laurel.course;

import cloud.laurel.standing.Rate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How much of the teachers' points, and how many of the leading teachers, come from how few
 * schools.
 *
 * @param asOf when that was computed
 * @param places how many teachers are meant to lead
 * @param leaders how many do with those that are tied at the end (rule R8)
 * @param points of all teachers
 * @param schools those with the most points or leading teachers, at least ten of each if there are
 */
public record Concentration(
    Instant asOf, int places, long leaders, long points, List<Share> schools) {

  /** What one school has of it. */
  public record Share(String school, String name, long points, long leaders) {}

  /** The share of all teachers' points that the first schools have. */
  public Rate pointsOf(int first) {
    return share(first, Share::points, points);
  }

  /** The share of the leading teachers that the first schools have. */
  public Rate leadersOf(int first) {
    return share(first, Share::leaders, leaders);
  }

  /** The schools with the most points. */
  public List<Share> byPoints(int first) {
    return by(first, Share::points);
  }

  /** The schools with the most leading teachers. */
  public List<Share> byLeaders(int first) {
    return by(first, Share::leaders);
  }

  private Rate share(int first, ToLongFunction<Share> of, long whole) {
    return new Rate(by(first, of).stream().mapToLong(of).sum(), whole);
  }

  private List<Share> by(int first, ToLongFunction<Share> of) {
    return schools.stream()
        .sorted(Comparator.comparingLong(of).reversed().thenComparing(Share::school))
        .limit(first)
        .toList();
  }
}

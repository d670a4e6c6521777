package cloud.laurel.standing;

import java.util.NavigableMap;

/**
 * How the points of a role are spread over its people.
 *
 * @param people by points, how many have exactly so many
 */
record Spread(NavigableMap<Long, Long> people) {

  /** Rule R8: one more than those with more points. */
  long rank(long points) {
    return 1 + sum(people.tailMap(points, false));
  }

  /** How many points are missing to the place before; 0 for the first. */
  long missing(long points) {
    return people.tailMap(points, false).entrySet().stream()
        .filter(e -> e.getValue() > 0)
        .findFirst()
        .map(e -> e.getKey() - points)
        .orElse(0L);
  }

  /** Everybody. */
  long among() {
    return sum(people);
  }

  private static long sum(NavigableMap<Long, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}

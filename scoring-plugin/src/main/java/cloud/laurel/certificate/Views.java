package cloud.laurel.certificate;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * How often a certificate was looked at.
 *
 * @param months the newest first
 */
public record Views(List<Month> months) {

  /** Copies its list. */
  public Views {
    months = List.copyOf(months);
  }

  /** One month, in Chinese time; ways that were not used are left out. */
  public record Month(YearMonth month, Map<Way, Long> ways) {

    /** Copies its map. */
    public Month {
      ways = Map.copyOf(ways);
    }

    /** All ways together. */
    public long total() {
      return ways.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /** All months together. */
  public long total() {
    return months.stream().mapToLong(Month::total).sum();
  }

  /** All months together by one way. */
  public long by(Way way) {
    return months.stream().mapToLong(m -> m.ways().getOrDefault(way, 0L)).sum();
  }
}

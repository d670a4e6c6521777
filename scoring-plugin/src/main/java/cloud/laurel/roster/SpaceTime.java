package cloud.laurel.roster;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** When a space was registered or activated, as a roster writes it. */
final class SpaceTime {

  /** Where a time without offset is meant; the whole country has one zone. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private SpaceTime() {}

  /**
   * An ISO 8601 time or a date (its first instant); empty when it is neither, or not of our age.
   */
  static Optional<Instant> parse(String text) {
    try {
      Instant instant = text.length() == 10 ? startOf(text) : instantOf(text.replace(' ', 'T'));
      // what the databases keep; more would look like a change at the next upload
      instant = instant.truncatedTo(ChronoUnit.MICROS);
      int year = instant.atZone(ZONE).getYear();
      return year >= 1990 && year <= 2200 ? Optional.of(instant) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant startOf(String date) {
    return LocalDate.parse(date).atStartOfDay(ZONE).toInstant();
  }

  private static Instant instantOf(String text) {
    TemporalAccessor time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return time instanceof OffsetDateTime withOffset
        ? withOffset.toInstant()
        : LocalDateTime.from(time).atZone(ZONE).toInstant();
  }
}

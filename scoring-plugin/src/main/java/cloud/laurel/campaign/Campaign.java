package cloud.laurel.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A campaign with its rules.
 *
 * @param id internal key
 * @param code unique, used in addresses
 * @param title full title
 * @param organizer who runs it
 * @param document the announcing document, may be empty
 * @param zone its days and months are those of this zone
 * @param from first scoring day
 * @param to last scoring day, inclusive
 * @param phases in order
 * @param fromGrade pupils count from this grade on
 * @param indicators for administrators and teachers
 * @param participation for pupils
 * @param terms what a school's score is the sum of
 * @param divisor by whom the administrators' and teachers' means divide
 * @param studentMean mean or sum of the monthly scores
 * @param gate least opening rates (0 to 1), empty when there is no gate
 * @param honours what is awarded at the end
 * @param definition the JSON it was made from
 * @param state where it stands
 * @param createdAt when it was created here
 */
public record Campaign(
    int id,
    String code,
    String title,
    String organizer,
    String document,
    ZoneId zone,
    LocalDate from,
    LocalDate to,
    List<Phase> phases,
    int fromGrade,
    List<Indicator> indicators,
    List<Participation> participation,
    Set<Term> terms,
    Divisor divisor,
    StudentMean studentMean,
    Optional<Gate> gate,
    List<Honour> honours,
    String definition,
    State state,
    Instant createdAt) {

  /** A stretch of time with a name; either end may be open. */
  public record Phase(String code, String name, Optional<LocalDate> from, Optional<LocalDate> to) {}

  /** Least opening rates, exact shares of 1. */
  public record Gate(BigDecimal teachers, BigDecimal students) {}

  /** What is awarded at the end; further members stay in the campaign's JSON. */
  public record Honour(String code, String name) {}

  /** A part of a school's score. */
  public enum Term {
    ADMINISTRATOR_MEAN,
    TEACHER_MEAN,
    STUDENT_MEAN
  }

  /** Rule R6: everybody on the roster, or only those with a registered space. */
  public enum Divisor {
    ROSTER,
    REGISTERED
  }

  /** Rule R6: how monthly scores become one number. */
  public enum StudentMean {
    MEAN,
    SUM
  }

  /** A campaign's life. */
  public enum State {
    RUNNING,
    CLOSED
  }

  public record Appeals(int fileWithinDays, int answerWithinDays) {}

  public Appeals appeals() {
    return new Appeals(30, 10);
  }

  /** Whether an action at this instant lies in the scoring window. */
  public boolean covers(Instant instant) {
    LocalDate day = dayOf(instant);
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** The local day of an instant (rule R2). */
  public LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /** First instant of the scoring window. */
  public Instant opensAt() {
    return from.atStartOfDay(zone).toInstant();
  }

  /** First instant after the scoring window. */
  public Instant endsBefore() {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** Its months that have begun by {@code today}, oldest first (rule R6). */
  public List<YearMonth> monthsBegun(LocalDate today) {
    YearMonth last = YearMonth.from(today.isBefore(to) ? today : to);
    if (today.isBefore(from)) {
      return List.of();
    }
    return Stream.iterate(YearMonth.from(from), m -> !m.isAfter(last), m -> m.plusMonths(1))
        .toList();
  }

  /** The day whose roster the means divide by: the last scoring day, or today if earlier (R6). */
  public LocalDate referenceDay(LocalDate today) {
    return today.isBefore(to) ? today : to;
  }

  /** The day whose roster is a month's denominator: its last, in the running month today (R5). */
  public LocalDate referenceDay(YearMonth month, LocalDate today) {
    return today.isBefore(month.atEndOfMonth()) ? today : month.atEndOfMonth();
  }
}

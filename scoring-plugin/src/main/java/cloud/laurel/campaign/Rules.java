package cloud.laurel.campaign;

import cloud.laurel.store.Sha256;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a campaign's JSON says, read and checked.
 *
 * @param code unique, used in addresses
 * @param title full title
 * @param organizer who runs it
 * @param document the announcing document, may be empty
 * @param zone its days and months are those of this zone
 * @param from first scoring day
 * @param to last scoring day, inclusive
 * @param schools codes of the schools that take part; empty for all
 * @param phases in order
 * @param schoolTerms by their first day; empty for the usual ones
 * @param fromGrade pupils count from this grade on
 * @param indicators for administrators and teachers
 * @param participation for pupils
 * @param terms what a school's score is the sum of
 * @param divisor by whom the administrators' and teachers' means divide
 * @param studentMean mean or sum of the monthly scores
 * @param gate least opening rates (0 to 1), empty when there is no gate
 * @param honours what is awarded at the end
 * @param appeals time limits of appeals
 * @param definition the JSON itself
 */
public record Rules(
    String code,
    String title,
    String organizer,
    String document,
    ZoneId zone,
    LocalDate from,
    LocalDate to,
    Set<String> schools,
    List<Phase> phases,
    List<SchoolTerm> schoolTerms,
    int fromGrade,
    List<Indicator> indicators,
    List<Participation> participation,
    Set<Term> terms,
    Divisor divisor,
    StudentMean studentMean,
    Optional<Gate> gate,
    List<Honour> honours,
    Appeals appeals,
    String definition) {

  /** A stretch of time with a name; either end may be open. */
  public record Phase(String code, String name, Optional<LocalDate> from, Optional<LocalDate> to) {}

  /** A term of the school year (学期); it lasts until the next one begins. */
  public record SchoolTerm(String code, String name, LocalDate from) {}

  /** Least opening rates, exact shares of 1. */
  public record Gate(BigDecimal teachers, BigDecimal students) {}

  /**
   * What is awarded at the end; further members stay in the campaign's JSON.
   *
   * @param of who gets it
   * @param quota how many there are; empty when people decide
   * @param gated whether only schools that pass the opening gate come into question (rule R9)
   * @param review what people judge beside the numbers (应用形成特色), empty when nothing
   * @param certificate whether who has it gets a certificate (电子证书)
   */
  public record Honour(
      String code,
      String name,
      Optional<Of> of,
      Optional<Integer> quota,
      boolean gated,
      String review,
      boolean certificate) {

    /** Who gets an honour. */
    public enum Of {
      SCHOOL,
      CENTRAL_SCHOOL,
      ADMINISTRATOR,
      TEACHER
    }
  }

  /**
   * Time limits of appeals, in the campaign's local days.
   *
   * @param fileWithinDays after the contested day, at least 1
   * @param answerWithinDays after it was filed, at least 1
   */
  public record Appeals(int fileWithinDays, int answerWithinDays) {

    /** What holds when the campaign says nothing. */
    public static final Appeals USUAL = new Appeals(30, 10);
  }

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

  /** Tells this definition from every other: SHA-256 of its text, in hexadecimal digits. */
  public String fingerprint() {
    return Sha256.hex(definition);
  }

  /** Whether these judge every action just as the others do; scores and texts may still differ. */
  public boolean judgesLike(Rules other) {
    return zone.equals(other.zone)
        && from.equals(other.from)
        && to.equals(other.to)
        && schools.equals(other.schools)
        && schoolTerms.equals(other.schoolTerms)
        && fromGrade == other.fromGrade
        && indicators.stream()
            .map(Indicator::judging)
            .toList()
            .equals(other.indicators.stream().map(Indicator::judging).toList())
        && participation.stream()
            .map(Participation::judging)
            .toList()
            .equals(other.participation.stream().map(Participation::judging).toList());
  }
}

package cloud.laurel.signal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something the bureau may want to look at. It proves nothing, and no point depends on it.
 *
 * @param id its number
 * @param campaign the campaign's number
 * @param subject whom or what it concerns
 * @param name the subject's name, or its code when it has none
 * @param aspect what tells it from the subject's other signals of the kind, may be empty
 * @param school the school whose people it concerns, where that is known
 * @param severity how many times the threshold, with two decimals
 * @param firstDay first local day on which it was seen
 * @param lastDay last local day on which it was seen
 * @param history what became of it, oldest first; left out of lists
 */
public record Signal(
    long id,
    int campaign,
    Kind kind,
    Subject subject,
    String name,
    String aspect,
    Optional<School> school,
    BigDecimal severity,
    LocalDate firstDay,
    LocalDate lastDay,
    State state,
    Evidence evidence,
    List<Event> history) {

  /** Whether somebody has looked at it. */
  public enum State {
    NEW,
    LOOKED_AT
  }

  /** Whom or what a signal concerns; the code is an account, a school's code or an object's id. */
  public record Subject(Type type, String code) {

    /** What it is. */
    public enum Type {
      ACCOUNT,
      SCHOOL,
      OBJECT
    }

    static Subject account(String account) {
      return new Subject(Type.ACCOUNT, account);
    }

    static Subject school(String code) {
      return new Subject(Type.SCHOOL, code);
    }

    static Subject object(String id) {
      return new Subject(Type.OBJECT, id);
    }
  }

  /** A school with its name. */
  public record School(String code, String name) {}

  /**
   * A step in a signal's life.
   *
   * @param severity how severe it was then
   * @param note what the officer wrote; empty unless looked at
   * @param by the officer; empty unless looked at
   */
  public record Event(Instant at, Type type, BigDecimal severity, String note, String by) {

    /** What happened. */
    public enum Type {
      FOUND,
      LOOKED_AT,
      GREW
    }
  }
}

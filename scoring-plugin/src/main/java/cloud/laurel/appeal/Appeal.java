package cloud.laurel.appeal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A contest of one entry of a ledger. Open until the bureau grants or declines it, or the filer
 * takes it back; from then on nothing about it changes.
 *
 * @param id its number
 * @param campaign internal key of the campaign
 * @param kind what is contested
 * @param account whose entry it is
 * @param filer who filed it: the same, or an administrator of the school
 * @param school claimed for the award
 * @param action id of the contested action; empty when it is missing
 * @param indicator claimed; empty when the entry has none
 * @param occurredAt when the action happened; noon of the claimed day when it is missing
 * @param day the campaign's local day of it
 * @param filedAt when it was filed
 * @param answerBy last day on which the answer is in time
 * @param version counts everything that was added
 * @param points what granting added to the person's points, or took; empty unless granted
 */
public record Appeal(
    long id,
    int campaign,
    Kind kind,
    String account,
    String filer,
    Optional<String> school,
    Optional<String> action,
    String indicator,
    Instant occurredAt,
    LocalDate day,
    Instant filedAt,
    LocalDate answerBy,
    State state,
    int version,
    Optional<Long> points) {

  /** What is contested. */
  public enum Kind {
    /** An action that was refused. */
    REFUSED,
    /** An action that counted and should not have. */
    WRONG,
    /** An action that never arrived. */
    MISSING
  }

  /** Where it stands. */
  public enum State {
    OPEN,
    GRANTED,
    DECLINED,
    WITHDRAWN
  }

  /** Whether it still waits for a decision. */
  public boolean open() {
    return state == State.OPEN;
  }

  /** Whether an administrator filed it for somebody else. */
  public boolean onBehalf() {
    return !filer.equals(account);
  }

  /** Whether the answer is late on a day. */
  public boolean overdue(LocalDate today) {
    return open() && today.isAfter(answerBy);
  }
}

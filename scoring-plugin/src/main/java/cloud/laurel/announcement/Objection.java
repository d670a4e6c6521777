package cloud.laurel.announcement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody of the public holds against a list on notice, as officers see it.
 *
 * @param id its number inside
 * @param announcement the list's number
 * @param campaign internal key of the campaign
 * @param number the part of the case number that may be said aloud
 * @param words what is wrong
 * @param named whether it came with a name or a contact
 * @param name empty when anonymous, or once it is deleted
 * @param contact how to reach whoever objected; likewise
 * @param answerBy last day on which the answer is in time
 * @param answer in words for whoever objected; empty while open
 * @param note the officers' own
 * @param officer sign-in name of who decided; empty while open
 * @param erasedAt when name and contact were deleted
 */
public record Objection(
    long id,
    long announcement,
    int campaign,
    Optional<Long> entry,
    String number,
    String words,
    boolean named,
    String name,
    String contact,
    Instant filedAt,
    LocalDate answerBy,
    State state,
    String answer,
    String note,
    Optional<Instant> decidedAt,
    String officer,
    Optional<Instant> erasedAt) {

  /** Where it stands. */
  public enum State {
    OPEN,
    /** It is right: the selection has to be opened again. */
    UPHELD,
    REJECTED,
    /** It needed an answer and nothing else. */
    ANSWERED
  }

  /** Whether it still waits for a decision. */
  public boolean open() {
    return state == State.OPEN;
  }

  /** Whether the answer is late on a day. */
  public boolean overdue(LocalDate today) {
    return open() && today.isAfter(answerBy);
  }
}

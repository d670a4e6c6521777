package cloud.laurel.appeal;

import cloud.laurel.input.Attachment;
import java.time.Instant;
import java.util.List;

/**
 * Something that happened to an appeal.
 *
 * @param bureau whether an officer did it
 * @param actor an officer's sign-in name, else an account
 * @param name the actor's display name, the account or sign-in name when there is none
 * @param words what was said, may be empty
 * @param attachments what came with it
 */
public record AppealEvent(
    long id,
    Instant at,
    What what,
    boolean bureau,
    String actor,
    String name,
    String words,
    List<Attachment> attachments) {

  /** What happened. */
  public enum What {
    FILED,
    ADDED,
    GRANTED,
    DECLINED,
    WITHDRAWN
  }
}

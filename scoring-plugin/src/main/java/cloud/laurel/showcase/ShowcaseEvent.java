package cloud.laurel.showcase;

import java.time.Instant;

/**
 * Something that happened to a case.
 *
 * @param bureau whether an officer did it
 * @param actor an officer's sign-in name, else an account
 * @param name the actor's display name, the account or sign-in name when there is none
 * @param words a remark, a reason or a file's name; may be empty
 */
public record ShowcaseEvent(
    Instant at, What what, boolean bureau, String actor, String name, String words) {

  /** What happened. */
  public enum What {
    SAVED,
    PICTURE_ADDED,
    PICTURE_REMOVED,
    /** The school says that guardians of all pupils who can be seen agree. */
    CONSENT_DECLARED,
    SUBMITTED,
    RETURNED,
    PUBLISHED,
    WITHDRAWAL_ASKED,
    WITHDRAWN
  }
}

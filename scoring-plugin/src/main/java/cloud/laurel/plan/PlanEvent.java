package cloud.laurel.plan;

import java.time.Instant;

/**
 * Something that happened to a plan.
 *
 * @param bureau whether an officer did it
 * @param actor an officer's sign-in name, else an account
 * @param name the actor's display name, the account or sign-in name when there is none
 * @param words a remark, a reason or a file's name; may be empty
 */
public record PlanEvent(
    Instant at, What what, boolean bureau, String actor, String name, String words) {

  /** What happened. */
  public enum What {
    SAVED,
    FILE_ADDED,
    FILE_REMOVED,
    SUBMITTED,
    RETURNED,
    ACCEPTED,
    REOPENED
  }
}

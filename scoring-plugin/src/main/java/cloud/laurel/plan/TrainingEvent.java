package cloud.laurel.plan;

import java.time.Instant;

/**
 * Something that happened to a training log.
 *
 * @param name the actor's display name, the account when there is none
 * @param words the entry as it was then, or a file's name
 */
public record TrainingEvent(Instant at, What what, String name, String words) {

  /** What happened. */
  public enum What {
    ADDED,
    CHANGED,
    FILE_ADDED,
    FILE_REMOVED,
    REMOVED
  }
}

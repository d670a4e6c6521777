package cloud.laurel.announcement;

import java.time.Instant;

/**
 * Something that happened to an announcement.
 *
 * @param announcement its number
 * @param officer sign-in name; empty when time did it
 * @param words the reason, or what it was done to; may be empty
 */
public record AnnouncementEvent(
    long announcement, Instant at, What what, String officer, String words) {

  /** What happened. */
  public enum What {
    STARTED,
    EXTENDED,
    /** An officer ended the notice early. */
    ENDED,
    /** The selection was opened again, or confirmed anew. */
    SUPERSEDED,
    /** The notice's days passed, and it came down. */
    OVER,
    PUBLISHED,
    TAKEN_DOWN,
    /** One line was taken out of public view. */
    ENTRY_REMOVED
  }
}

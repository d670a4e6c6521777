package cloud.laurel.announcement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A list of winners before the public: on notice (公示) for some days, then taken down or published;
 * or published at once.
 *
 * @param id its number
 * @param campaign internal key of the campaign
 * @param hash of the confirmation that it was made from
 * @param days on which it is on notice; empty when it was published without a notice
 * @param afterwards what happens when these are over
 * @param publishedAt empty until it is
 */
public record Announcement(
    long id,
    int campaign,
    String title,
    String hash,
    Optional<NoticeDays> days,
    Afterwards afterwards,
    State state,
    Optional<Instant> publishedAt) {

  /** Longest title, in characters. */
  public static final int MAX_TITLE = 200;

  /** What happens when the notice is over. */
  public enum Afterwards {
    /** Nobody sees it any more. */
    COME_DOWN,
    /** It becomes the campaign's published honours. */
    PUBLISH
  }

  /** Where it stands. Whether a notice can be seen today, its days tell. */
  public enum State {
    /** Before, on or after its days, and nothing has been done about it since. */
    NOTICE,
    /** It has come down. */
    ENDED,
    /** The published honours of its campaign. */
    PUBLISHED,
    /** It was published once. */
    TAKEN_DOWN
  }

  /** Whether the public may read it on a day of the campaign's. */
  public boolean isPublic(LocalDate today) {
    return state == State.PUBLISHED || isOnNotice(today);
  }

  /** Whether it is on notice on a day of the campaign's. */
  public boolean isOnNotice(LocalDate today) {
    return state == State.NOTICE && days.filter(d -> d.covers(today)).isPresent();
  }

  /** Whether its days are over and it still waits for what comes afterwards. */
  public boolean isWaiting(LocalDate today) {
    return state == State.NOTICE && days.filter(d -> today.isAfter(d.last())).isPresent();
  }
}

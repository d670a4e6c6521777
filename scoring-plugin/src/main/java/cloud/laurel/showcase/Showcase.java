package cloud.laurel.showcase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A case that a school shows of its work in a campaign. The school writes and submits it; the
 * bureau publishes it or returns it, and may withdraw what it has published.
 *
 * @param id its number
 * @param campaign internal key of the campaign
 * @param school its school's code
 * @param withdrawalAsked whether the school wants what is published withdrawn
 * @param version counts everything that is done to it
 * @param submittedAt when it was submitted last; empty while it never was
 * @param publishedAt since when everybody can read it; empty while it never was published
 */
public record Showcase(
    long id,
    int campaign,
    String school,
    Content content,
    State state,
    boolean withdrawalAsked,
    int version,
    Optional<Instant> submittedAt,
    Optional<Instant> publishedAt) {

  /** Where it stands. */
  public enum State {
    /** Being written, never submitted. */
    DRAFT,
    /** Waits for the bureau. */
    SUBMITTED,
    /** The bureau wants something else; being written again. */
    RETURNED,
    /** Everybody can read it. */
    PUBLISHED,
    /** Was published, and is for good no longer. */
    WITHDRAWN;

    /** Whether the school may change it. */
    public boolean isWritable() {
      return this == DRAFT || this == RETURNED;
    }

    /** Whether the bureau can do something about it. */
    public boolean isAtBureau() {
      return this == SUBMITTED || this == PUBLISHED;
    }
  }

  /**
   * Its words.
   *
   * @param theme a code of {@link ShowcaseService#themes}, empty only in a draft
   * @param summary in a sentence or two
   * @param body paragraphs, one a line
   * @param links addresses of more, https only
   */
  public record Content(
      String theme, String title, String summary, String body, List<String> links) {

    /** Nothing written yet. */
    public static final Content EMPTY = new Content("", "", "", "", List.of());

    /** Copies its list. */
    public Content {
      links = List.copyOf(links);
    }
  }
}

package cloud.laurel.showcase;

import cloud.laurel.showcase.Showcase.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of cases.
 *
 * @param total cases on all pages
 */
public record ShowcasePage(long total, List<Row> rows) {

  /**
   * A case without its text.
   *
   * @param campaign internal key of the campaign
   * @param theme its code, empty only in a draft
   * @param withdrawalAsked whether the school wants it withdrawn
   * @param submittedAt when it was submitted last; empty while it never was
   * @param cover its first picture; empty without any
   */
  public record Row(
      long id,
      int campaign,
      String school,
      String schoolName,
      String theme,
      String title,
      String summary,
      State state,
      boolean withdrawalAsked,
      Optional<Instant> submittedAt,
      Optional<Picture> cover) {}
}

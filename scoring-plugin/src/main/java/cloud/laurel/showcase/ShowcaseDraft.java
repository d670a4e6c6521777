package cloud.laurel.showcase;

import java.util.List;

/**
 * A case as somebody wrote it down, not checked yet; see {@link Showcase.Content} for its heads.
 *
 * @param links blank ones do not count
 */
public record ShowcaseDraft(
    String theme, String title, String summary, String body, List<String> links) {

  /** Copies its list. */
  public ShowcaseDraft {
    links = List.copyOf(links);
  }
}

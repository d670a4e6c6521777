package cloud.laurel.template;

import java.time.Instant;
import java.util.Optional;

/**
 * One version of a template. Certificates name it by its id for ever, so that its text never
 * changes.
 *
 * @param id negative for those that Laurel brings along, positive for uploaded ones
 * @param name what its versions share
 * @param version counted from 1
 * @param source XHTML with style sheet and {@link TemplateField}s
 * @param upload where it came from; empty for those that Laurel brings along
 * @param retired since when nothing new is printed with it
 */
public record Template(
    long id,
    String name,
    int version,
    String source,
    Optional<Upload> upload,
    Optional<Instant> retired) {

  /**
   * How a version came.
   *
   * @param officer account of who uploaded it
   * @param note what is new about it, in the officer's words
   */
  public record Upload(String officer, Instant at, String note) {}

  /** Whether Laurel brings it along. */
  public boolean isShipped() {
    return upload.isEmpty();
  }
}

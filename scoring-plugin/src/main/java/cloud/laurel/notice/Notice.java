package cloud.laurel.notice;

import java.time.Instant;
import java.util.List;

/**
 * Something that somebody is told.
 *
 * @param id its number
 * @param account who is told
 * @param toldAt when it was noted
 * @param key of its text
 * @param arguments what is put into the text, in order
 * @param path of the page that says more, within this application
 * @param read whether it has been looked at
 */
public record Notice(
    long id,
    String account,
    Instant toldAt,
    String key,
    List<String> arguments,
    String path,
    boolean read) {

  /** Copies its list. */
  public Notice {
    arguments = List.copyOf(arguments);
  }
}

package cloud.laurel.document;

import java.util.List;
import java.util.Locale;

/**
 * A document before it is a file.
 *
 * @param title of one or more lines, printed on top and kept as the file's title
 * @param language of its words
 * @param blocks what stands below the title, in order
 */
public record OfficialDocument(String title, Locale language, List<Block> blocks) {

  /** Checks itself. */
  public OfficialDocument {
    if (title.isBlank()) {
      throw new IllegalArgumentException("title: must not be empty");
    }
    blocks = List.copyOf(blocks);
  }

  /** The title in one line. */
  String titleLine() {
    return title.replaceAll("\\s*\\R\\s*", " ");
  }
}

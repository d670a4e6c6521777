package cloud.laurel.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A document before it is a file.
 *
 * @param letterhead what stands above the title of an issued paper
 * @param title of one or more lines, printed on top and kept as the file's title
 * @param language of its words
 * @param blocks what stands below the title, in order
 */
public record OfficialDocument(
    Optional<Letterhead> letterhead, String title, Locale language, List<Block> blocks) {

  private static final int MOST_LETTERS = 20;
  private static final int FULL_WIDTH = 0x2000;

  /** Checks itself. */
  public OfficialDocument {
    if (title.isBlank()) {
      throw new IllegalArgumentException("title: must not be empty");
    }
    title = letterhead.isPresent() ? TitleRule.broken(title) : title;
    blocks = List.copyOf(blocks);
  }

  /** One without a letterhead. */
  public OfficialDocument(String title, Locale language, List<Block> blocks) {
    this(Optional.empty(), title, language, blocks);
  }

  /** Whether a line of the title is too wide for letters of 22 points on 156 mm. */
  boolean isWide() {
    return title.lines().anyMatch(line -> width(line) > MOST_LETTERS);
  }

  /** About how many full-width letters a line is wide. */
  static double width(String line) {
    return line.codePoints().mapToDouble(c -> c < FULL_WIDTH ? 0.6 : 1).sum();
  }

  /** The title in one line. */
  String titleLine() {
    return title.replaceAll("\\s*\\R\\s*", letterhead.isPresent() ? "" : " ");
  }
}

package cloud.laurel.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * The two faces that PDFs are set in. Both are parsed once and kept; they are not safe for two
 * threads at a time, so whoever draws with them holds this object's lock.
 */
public final class DocumentFonts {

  /** Stands for a character that neither face has: printers' own sign for a missing letter. */
  static final String MISSING = "\u3013";

  private static final Logger LOG = System.getLogger(DocumentFonts.class.getName());

  private final TrueTypeFont serif;
  private final TrueTypeFont sans;
  private final List<CmapLookup> letters;

  /**
   * Parses the fonts of a folder.
   *
   * @throws UncheckedIOException when one is missing or broken
   */
  public DocumentFonts(Path folder) {
    serif = parse(folder.resolve("NotoSerifSC-Regular.ttf"));
    sans = parse(folder.resolve("NotoSansSC-Medium.ttf"));
    try {
      letters = List.of(serif.getUnicodeCmapLookup(), sans.getUnicodeCmapLookup());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TrueTypeFont parse(Path file) {
    try {
      return new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException("LRL-10001 cannot read the font " + file, e);
    }
  }

  TrueTypeFont serif() {
    return serif;
  }

  TrueTypeFont sans() {
    return sans;
  }

  /**
   * The text with a visible sign in place of each character that neither face has; they are named
   * in the log, because somebody's name may be concerned.
   */
  synchronized String shown(String text) {
    Set<Integer> missing =
        text.codePoints()
            .filter(c -> !has(c))
            .boxed()
            .collect(Collectors.toCollection(TreeSet::new));
    if (missing.isEmpty()) {
      return text;
    }
    LOG.log(
        Level.WARNING,
        () ->
            "LRL-10002 no font has "
                + missing.stream().map("U+%04X"::formatted).collect(Collectors.joining(", ")));
    return text.codePoints()
        .mapToObj(c -> missing.contains(c) ? MISSING : Character.toString(c))
        .collect(Collectors.joining());
  }

  private boolean has(int character) {
    return character == '\n'
        || character == '\t'
        || letters.stream().anyMatch(face -> face.getGlyphId(character) != 0);
  }
}

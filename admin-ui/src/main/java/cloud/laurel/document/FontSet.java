package cloud.laurel.document;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * The faces of one folder, each parsed when it is first asked for and kept: the three take about
 * 115 MB, as the library reads whole files. It reads every table while it parses and looks glyphs
 * up under a lock, so threads share them.
 */
public final class FontSet {

  private final Path folder;
  private final Map<Face, TrueTypeFont> parsed = new ConcurrentHashMap<>();

  /** The faces that PDFs are set in. */
  public enum Face {
    /** For text that is read. */
    SERIF("NotoSerifSC-Regular.ttf"),
    /** For what stands out in it. */
    SANS("NotoSansSC-Medium.ttf"),
    /** For titles. */
    BOLD("NotoSerifSC-Bold.ttf");

    private final String file;

    Face(String file) {
      this.file = file;
    }
  }

  FontSet(Path folder) {
    this.folder = folder;
  }

  TrueTypeFont of(Face face) {
    return parsed.computeIfAbsent(face, f -> parse(folder.resolve(f.file)));
  }

  private static TrueTypeFont parse(Path file) {
    try {
      return new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException("LRL-10001 cannot read the font " + file, e);
    }
  }

  CmapLookup letters(Face face) {
    try {
      return of(face).getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether one of the faces that running text is set in has a character. */
  boolean has(int character) {
    return Stream.of(Face.SERIF, Face.SANS).anyMatch(face -> has(face, character));
  }

  private boolean has(Face face, int character) {
    return letters(face).getGlyphId(character) != 0;
  }

  /**
   * How wide a text is, in ems.
   *
   * @param faces in the order in which they are asked for a character
   */
  public double width(String text, List<Face> faces) {
    return text.codePoints().mapToDouble(character -> width(character, faces)).sum();
  }

  private double width(int character, List<Face> faces) {
    Face face = faces.stream().filter(f -> has(f, character)).findFirst().orElse(faces.get(0));
    TrueTypeFont font = of(face);
    try {
      return (double) font.getAdvanceWidth(letters(face).getGlyphId(character))
          / font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A character as a shape, an em being as high as the font's units say, upwards. */
  public GeneralPath shape(int character, Face face) {
    try {
      return of(face).getGlyph().getGlyph(letters(face).getGlyphId(character)).getPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Units of an em of a face's shapes. */
  public int unitsPerEm(Face face) {
    try {
      return of(face).getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package cloud.laurel.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Which characters a PDF's glyphs stand for. Fonts draw 文 and the radical ⽂ with one glyph, and
 * PDFBox writes down the smaller code, the radical: nobody would find 文 in such a file, nor copy
 * it. This puts the character that people write in the radical's place.
 */
final class UnicodeMap {

  private static final Pattern RANGE =
      Pattern.compile("<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>");

  /** PDF allows no more entries in a block. */
  private static final int BLOCK = 100;

  private static final int HEX = 16;

  private UnicodeMap() {}

  /**
   * Mends a font that has been written with its document, before the document is closed.
   *
   * @param letters the characters of each of its glyphs
   */
  static void mend(PDFont font, CmapLookup letters) throws IOException {
    if (font.getCOSObject().getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream stream) {
      String written;
      try (InputStream in = stream.createInputStream()) {
        written = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      }
      try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(mended(written, letters).getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  private static String mended(String written, CmapLookup letters) {
    Map<Integer, String> characters = new TreeMap<>();
    Matcher range = RANGE.matcher(written);
    int end = 0;
    int begin = written.length();
    while (range.find()) {
      begin = Math.min(begin, range.start());
      end = range.end();
      int first = Integer.parseInt(range.group(1), HEX);
      int last = Integer.parseInt(range.group(2), HEX);
      for (int glyph = first; glyph <= last; glyph++) {
        characters.put(glyph, asWritten(text(range.group(3), glyph - first), glyph, letters));
      }
    }
    return characters.isEmpty()
        ? written
        : written.substring(0, written.lastIndexOf('\n', written.lastIndexOf('\n', begin) - 1) + 1)
            + blocks(characters)
            + written.substring(written.indexOf("endbfrange", end) + "endbfrange\n".length());
  }

  /** The text of a range's entry: its last character counts up. */
  private static String text(String hex, int offset) {
    byte[] bytes = new byte[hex.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), HEX);
    }
    String first = new String(bytes, StandardCharsets.UTF_16BE);
    int last = first.codePointBefore(first.length());
    return first.substring(0, first.length() - Character.charCount(last))
        + Character.toString(last + offset);
  }

  /** Another character of the same glyph when this one is a radical: 见 for the radical ⻅. */
  private static String asWritten(String text, int glyph, CmapLookup letters) {
    if (!isRadical(text.codePointAt(0))) {
      return text;
    }
    return written(glyph, letters)
        .orElseGet(() -> Normalizer.normalize(text, Normalizer.Form.NFKC));
  }

  /** The character that people write for a glyph; empty when it is none of theirs. */
  static Optional<String> written(int glyph, CmapLookup letters) {
    List<Integer> all = letters.getCharCodes(glyph);
    return (all == null ? List.<Integer>of() : all)
        .stream()
            .filter(c -> Character.isIdeographic(c) && !isRadical(c))
            .findFirst()
            .map(Character::toString);
  }

  private static boolean isRadical(int character) {
    Character.UnicodeBlock block = Character.UnicodeBlock.of(character);
    return block == Character.UnicodeBlock.KANGXI_RADICALS
        || block == Character.UnicodeBlock.CJK_RADICALS_SUPPLEMENT;
  }

  private static String blocks(Map<Integer, String> characters) {
    StringBuilder out = new StringBuilder();
    int left = characters.size();
    int inBlock = 0;
    for (Map.Entry<Integer, String> entry : characters.entrySet()) {
      if (inBlock == 0) {
        inBlock = Math.min(BLOCK, left);
        left -= inBlock;
        out.append(inBlock).append(" beginbfchar\n");
      }
      out.append("<%04X> <".formatted(entry.getKey()));
      for (byte b : entry.getValue().getBytes(StandardCharsets.UTF_16BE)) {
        out.append("%02X".formatted(b));
      }
      out.append(">\n");
      if (--inBlock == 0) {
        out.append("endbfchar\n");
      }
    }
    return out.toString();
  }
}

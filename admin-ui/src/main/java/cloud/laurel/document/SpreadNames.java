package cloud.laurel.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Says beside a name that is set apart what it is: whoever copies it, searches for it or has it
 * read out gets the two characters without the air between them.
 */
final class SpreadNames {

  /** Thousandths of a letter, to the right; nothing else in our documents is set apart so far. */
  private static final float APART = -500;

  private final CmapLookup letters;

  private SpreadNames(CmapLookup letters) {
    this.letters = letters;
  }

  /** Adds the plain names to a document's pages, before it is written. */
  static void tell(PDDocument file, CmapLookup letters) throws IOException {
    for (PDPage page : file.getPages()) {
      List<Object> tokens = new PDFStreamParser(page).parse();
      if (new SpreadNames(letters).tell(tokens)) {
        PDStream content = new PDStream(file);
        try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
          new ContentStreamWriter(out).writeTokens(tokens);
        }
        page.setContents(content);
      }
    }
  }

  private boolean tell(List<Object> tokens) {
    boolean told = false;
    for (int begin = 0; begin < tokens.size(); begin++) {
      if (isOperator(tokens.get(begin), OperatorName.BEGIN_MARKED_CONTENT_SEQ)
          && tokens.get(begin - 1) instanceof COSDictionary properties) {
        for (int i = begin; !isOperator(tokens.get(i), OperatorName.END_MARKED_CONTENT); i++) {
          if (isOperator(tokens.get(i), OperatorName.SHOW_TEXT_ADJUSTED)
              && tokens.get(i - 1) instanceof COSArray text
              && isApart(text)) {
            properties.setString(COSName.ACTUAL_TEXT, plain(text));
            told = true;
          }
        }
      }
    }
    return told;
  }

  private static boolean isOperator(Object token, String name) {
    return token instanceof Operator operator && operator.getName().equals(name);
  }

  private static boolean isApart(COSArray text) {
    for (COSBase one : text) {
      if (one instanceof COSNumber moved && moved.floatValue() < APART) {
        return true;
      }
    }
    return false;
  }

  private String plain(COSArray text) {
    StringBuilder plain = new StringBuilder();
    for (COSBase one : text) {
      if (one instanceof COSString glyphs) {
        byte[] bytes = glyphs.getBytes();
        for (int i = 0; i + 1 < bytes.length; i += 2) {
          int glyph = Byte.toUnsignedInt(bytes[i]) << Byte.SIZE | Byte.toUnsignedInt(bytes[i + 1]);
          UnicodeMap.written(glyph, letters).ifPresent(plain::append);
        }
      }
    }
    return plain.toString();
  }
}

package cloud.laurel.document;

import cloud.laurel.document.FontSet.Face;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Sets XHTML as PDF/A-2a and PDF/UA-1 with the fonts it needs inside. Its style sheets know them as
 * {@code serif} (bold too) and {@code sans}.
 */
public final class PdfSetter {

  private static final int NORMAL = 400;
  private static final int BOLD = 700;
  private static final float VERSION = 1.7f;

  private final FontSet fonts;

  /** One that sets with these fonts. */
  public PdfSetter(FontSet fonts) {
    this.fonts = fonts;
    // The library tells each step of each document on the console otherwise.
    XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
  }

  /** What is done to a file once it has been set, before it is written. */
  @FunctionalInterface
  public interface Finish {

    /** Does it. */
    void to(PDDocument file) throws IOException;
  }

  /**
   * Sets a page of XHTML.
   *
   * @param content gives the builder its text
   * @param bold whether bold text is set in the bold face
   * @param out not closed
   */
  public void set(
      Consumer<PdfRendererBuilder> content, boolean bold, Finish finish, OutputStream out)
      throws IOException {
    try (SearchableFile file = new SearchableFile(fonts, finish)) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePDDocument(file);
      builder.useFont(file.font(Face.SERIF), "serif", NORMAL, FontStyle.NORMAL, true);
      builder.useFont(file.font(Face.SANS), "sans", NORMAL, FontStyle.NORMAL, true);
      if (bold) {
        builder.useFont(file.font(Face.BOLD), "serif", BOLD, FontStyle.NORMAL, true);
      }
      builder.usePdfVersion(VERSION);
      builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
      builder.usePdfUaAccessibility(true);
      builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
      builder.withProducer("Laurel");
      content.accept(builder);
      builder.toStream(out);
      builder.run();
    }
  }

  /** A file whose fonts tell what people wrote. */
  private static final class SearchableFile extends PDDocument {
    private final Map<Face, PDType0Font> used = new EnumMap<>(Face.class);
    private final FontSet fonts;
    private final Finish finish;

    SearchableFile(FontSet fonts, Finish finish) {
      this.fonts = fonts;
      this.finish = finish;
    }

    PDFontSupplier font(Face face) throws IOException {
      PDType0Font font = PDType0Font.load(this, fonts.of(face), true);
      used.put(face, font);
      return new PDFontSupplier(font);
    }

    @Override
    public void save(OutputStream out, CompressParameters compression) throws IOException {
      SpreadNames.tell(this, fonts.letters(Face.SERIF));
      finish.to(this);
      Ornaments.slim(this);
      // which glyphs there are, and what they stand for, is only known once it has been written
      super.save(OutputStream.nullOutputStream(), CompressParameters.NO_COMPRESSION);
      for (Map.Entry<Face, PDType0Font> font : used.entrySet()) {
        UnicodeMap.mend(font.getValue(), fonts.letters(font.getKey()));
      }
      // the library's compressed tables leave themselves out, which qpdf warns of
      super.save(out, CompressParameters.NO_COMPRESSION);
    }
  }
}

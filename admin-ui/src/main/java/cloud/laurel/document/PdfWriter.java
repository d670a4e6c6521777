package cloud.laurel.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Writes documents as PDF/A-2a and PDF/UA-1, with the fonts they need inside. */
public final class PdfWriter {

  private static final int NORMAL = 400;
  private static final float VERSION = 1.7f;

  private final DocumentFonts fonts;
  private final String styles;

  /** One that draws with these fonts. */
  public PdfWriter(DocumentFonts fonts) {
    this.fonts = fonts;
    // The library tells each step of each document on the console otherwise.
    XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
    try (InputStream in =
        Objects.requireNonNull(PdfWriter.class.getResourceAsStream("document.css"))) {
      styles = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a document.
   *
   * @param out not closed
   */
  public void write(OfficialDocument document, OutputStream out) throws IOException {
    String page = Xhtml.of(document, styles, fonts::shown);
    synchronized (fonts) {
      try (SearchableFile file = new SearchableFile(fonts.serif())) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(file);
        builder.useFont(file.font(fonts.serif()), "serif", NORMAL, FontStyle.NORMAL, true);
        builder.useFont(file.font(fonts.sans()), "sans", NORMAL, FontStyle.NORMAL, true);
        builder.usePdfVersion(VERSION);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("Laurel");
        builder.withHtmlContent(page, "");
        builder.toStream(out);
        builder.run();
      }
    }
  }

  /** A file whose fonts tell what people wrote. */
  private static final class SearchableFile extends PDDocument {
    private final Map<PDType0Font, TrueTypeFont> fonts = new LinkedHashMap<>();

    private final TrueTypeFont names;

    SearchableFile(TrueTypeFont names) {
      this.names = names;
    }

    PDFontSupplier font(TrueTypeFont face) throws IOException {
      PDType0Font font = PDType0Font.load(this, face, true);
      fonts.put(font, face);
      return new PDFontSupplier(font);
    }

    @Override
    public void save(OutputStream out, CompressParameters compression) throws IOException {
      SpreadNames.tell(this, names.getUnicodeCmapLookup());
      // which glyphs there are, and what they stand for, is only known once it has been written
      super.save(OutputStream.nullOutputStream(), compression);
      for (Map.Entry<PDType0Font, TrueTypeFont> font : fonts.entrySet()) {
        UnicodeMap.mend(font.getKey(), font.getValue().getUnicodeCmapLookup());
      }
      super.save(out, compression);
    }
  }
}

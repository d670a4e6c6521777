package cloud.laurel.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Writes documents as PDF/A-2a and PDF/UA-1, with the fonts they need inside. */
public final class PdfWriter {

  private final DocumentFonts fonts;
  private final String styles;

  /** One that draws with these fonts. */
  public PdfWriter(DocumentFonts fonts) {
    this.fonts = fonts;
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
    fonts.lend(
        set -> {
          new PdfSetter(set).set(b -> b.withHtmlContent(page, ""), false, file -> {}, out);
          return page;
        });
  }
}

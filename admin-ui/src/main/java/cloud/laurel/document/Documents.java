package cloud.laurel.document;

import cloud.laurel.web.TableExport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hands out documents. The folder with the fonts of PDFs is {@code laurel.fonts.dir}, by default
 * {@code laurel-fonts} in the server's configuration; they are read when the first PDF is made.
 */
@ApplicationScoped
public class Documents {

  @Inject
  @ConfigProperty(name = "laurel.fonts.dir")
  private Optional<String> folder;

  @Inject
  @ConfigProperty(name = "jboss.server.config.dir", defaultValue = ".")
  private String configuration;

  private Optional<DocumentFonts> fonts = Optional.empty();

  /** The kinds of file. */
  public enum Format {
    /** To be read and printed. */
    PDF("application/pdf"),
    /** To be changed. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    /** As HTTP names it. */
    public String mediaType() {
      return mediaType;
    }

    /** As file names end, without the dot. */
    public String ending() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** By a file name's ending. */
    public static Optional<Format> ofEnding(String ending) {
      return Arrays.stream(values()).filter(f -> f.ending().equals(ending)).findFirst();
    }
  }

  /**
   * Writes a document.
   *
   * @param out not closed
   */
  public void write(OfficialDocument document, Format format, OutputStream out) throws IOException {
    if (format == Format.PDF) {
      new PdfWriter(fonts()).write(document, out);
    } else {
      DocxWriter.write(document, out);
    }
  }

  /**
   * Answers a request with a document, to be saved.
   *
   * @param name of the file, without ending
   */
  public void send(
      HttpServletResponse response, OfficialDocument document, Format format, String name)
      throws IOException {
    response.setContentType(format.mediaType());
    response.setHeader("Content-Disposition", TableExport.attachment(name + "." + format.ending()));
    write(document, format, response.getOutputStream());
  }

  /** The fonts of PDFs. */
  public synchronized DocumentFonts fonts() {
    if (fonts.isEmpty()) {
      Path from = folder.map(Path::of).orElseGet(() -> Path.of(configuration, "laurel-fonts"));
      fonts = Optional.of(new DocumentFonts(from));
    }
    return fonts.get();
  }
}

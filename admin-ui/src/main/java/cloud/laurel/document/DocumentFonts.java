package cloud.laurel.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/**
 * The fonts of PDFs, for many threads: as many as the machine has processors, but no more than
 * {@value #MOST}, work with them at a time, and the next one waits.
 */
public final class DocumentFonts {

  /** Stands for a character that no face has: printers' own sign for a missing letter. */
  static final String MISSING = "\u3013";

  /** A document that is being set takes tens of megabytes. */
  private static final int MOST = 2;

  private static final Logger LOG = System.getLogger(DocumentFonts.class.getName());

  private final FontSet fonts;
  private final Semaphore places =
      new Semaphore(Math.min(MOST, Runtime.getRuntime().availableProcessors()));

  /** What is done with fonts. */
  @FunctionalInterface
  public interface Work<T> {

    /** Does it; the fonts must not be kept. */
    T with(FontSet fonts) throws IOException;
  }

  /**
   * The fonts of a folder.
   *
   * @throws java.io.UncheckedIOException once used, when a font is missing or broken
   */
  public DocumentFonts(Path folder) {
    this.fonts = new FontSet(folder);
  }

  /** Does some work with the fonts; one at a time per thread. */
  public <T> T lend(Work<T> work) throws IOException {
    try {
      places.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("LRL-10003 interrupted while waiting for fonts", e);
    }
    try {
      return work.with(fonts);
    } finally {
      places.release();
    }
  }

  /** The characters of a text that no face has, by their numbers. */
  public Set<Integer> missing(String text) {
    try {
      return lend(
          fonts ->
              text.codePoints()
                  .filter(c -> c != '\n' && c != '\t' && !fonts.has(c))
                  .boxed()
                  .collect(Collectors.toCollection(TreeSet::new)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The text with a visible sign in place of each character that no face has; they are named in the
   * log, because somebody's name may be concerned.
   */
  String shown(String text) {
    Set<Integer> missing = missing(text);
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
}

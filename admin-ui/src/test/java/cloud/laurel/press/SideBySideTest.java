package cloud.laurel.press;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Rules.Honour.Of;
import cloud.laurel.store.Sha256;
import cloud.laurel.template.ShippedTemplates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;

/** Threads share the fonts: none may get another one's letters. */
class SideBySideTest {

  private static final int SHEETS = 16;
  private static final int THREADS = 4;
  private static final int FIRST_LETTER = 0x4E00;
  private static final int STEP = 37;

  @Test
  void certificatesPrintedByManyThreadsAreThoseOfOne() throws Exception {
    List<String> alone = IntStream.range(0, SHEETS).mapToObj(SideBySideTest::print).toList();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<String>> tasks =
          IntStream.range(0, SHEETS).<Callable<String>>mapToObj(i -> () -> print(i)).toList();
      List<Future<String>> together = threads.invokeAll(tasks);
      for (int i = 0; i < SHEETS; i++) {
        assertThat(together.get(i).get()).as(name(i)).isEqualTo(alone.get(i));
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(alone).doesNotHaveDuplicates();
  }

  /** What stands on a sheet: its drawing, and the letters that lie in it, to the byte. */
  private static String print(int number) {
    byte[] pdf =
        Sheets.PRINTER.print(
            Sheets.sheet(
                Sheets.printed(Of.TEACHER, name(number), false),
                ShippedTemplates.ALL.get(number % ShippedTemplates.ALL.size()),
                Optional.empty()));
    TreeMap<String, String> parts = new TreeMap<>();
    try (PDDocument file = Loader.loadPDF(pdf)) {
      PDPage page = file.getPage(0);
      parts.put("page", Sha256.hex(page.getContents().readAllBytes()));
      PDResources resources = page.getResources();
      for (COSName name : resources.getFontNames()) {
        PDFont font = resources.getFont(name);
        parts.put(
            font.getName(), Sha256.hex(font.getFontDescriptor().getFontFile2().toByteArray()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts.toString();
  }

  private static String name(int number) {
    return new StringBuilder()
        .appendCodePoint(FIRST_LETTER + STEP * number)
        .appendCodePoint(FIRST_LETTER + STEP * number * 2 + 1)
        .toString();
  }
}

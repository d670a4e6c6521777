package cloud.laurel.press;

import cloud.laurel.press.PressRefused.Why;
import cloud.laurel.template.Template;
import cloud.laurel.template.TemplateProblem;
import cloud.laurel.template.TemplateTrial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Prints the hardest samples with a template: short and long texts, all fields and few. */
final class SampleTrial implements TemplateTrial {

  private final SheetPrinter printer;

  SampleTrial(SheetPrinter printer) {
    this.printer = printer;
  }

  @Override
  public Optional<TemplateProblem> fault(Template template) {
    for (Sheet sample : Samples.hardest(template)) {
      try {
        requireInside(printer.print(sample));
      } catch (PressRefused e) {
        return Optional.of(TemplateProblem.whole(reason(e.why()), e.detail()));
      } catch (RuntimeException e) {
        // the library has many ways to stumble over what people write
        return Optional.of(
            TemplateProblem.whole(TemplateProblem.Why.PRINT, String.valueOf(e.getMessage())));
      }
    }
    return Optional.empty();
  }

  private static TemplateProblem.Why reason(Why why) {
    return switch (why) {
      case PAGES -> TemplateProblem.Why.PAGES;
      case TOO_LONG -> TemplateProblem.Why.TOO_LONG;
      case OUTSIDE -> TemplateProblem.Why.OUTSIDE;
      case LETTERS, TEMPLATE -> TemplateProblem.Why.PRINT;
    };
  }

  private static void requireInside(byte[] pdf) {
    try (PDDocument file = Loader.loadPDF(pdf)) {
      new Inside().getText(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Finds text beyond the edges of its page. */
  private static final class Inside extends PDFTextStripper {

    @Override
    protected void processTextPosition(TextPosition text) {
      boolean inside =
          text.getX() >= 0
              && text.getX() + text.getWidth() <= text.getPageWidth()
              && text.getY() - text.getHeight() >= 0
              && text.getY() <= text.getPageHeight();
      if (!inside) {
        throw new PressRefused(Why.OUTSIDE, text.getUnicode());
      }
    }
  }
}

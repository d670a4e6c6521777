package cloud.laurel.press;

import cloud.laurel.document.DocumentFonts;
import cloud.laurel.document.FontSet;
import cloud.laurel.document.PdfSetter;
import cloud.laurel.press.PressRefused.Why;
import cloud.laurel.template.Seal;
import cloud.laurel.template.TemplateField;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Prints certificates as PDF/A-2a and PDF/UA-1, one page each, not signed. Several threads may call
 * it at once.
 */
public final class SheetPrinter {

  private static final byte[] NONE = {};
  private static final float POINTS_OF_MM = 72 / 25.4f;

  private final DocumentFonts fonts;
  private final NameFonts names;

  /** Certificates that are issued together have the same seal. */
  private final AtomicReference<@Nullable Packed> packed = new AtomicReference<>();

  /** One that prints with these fonts. */
  public SheetPrinter(DocumentFonts fonts) {
    this.fonts = fonts;
    this.names = new NameFonts(fonts);
  }

  /**
   * Prints a certificate.
   *
   * @throws PressRefused when it cannot be printed as it should be
   */
  public byte[] print(Sheet sheet) {
    requireLetters(sheet);
    try {
      return fonts.lend(set -> print(sheet, set));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireLetters(Sheet sheet) {
    String all =
        String.join(
            "",
            sheet.printed().name(),
            sheet.printed().school(),
            sheet.printed().campaign(),
            sheet.printed().reason(),
            sheet.printed().honour(),
            sheet.printed().document(),
            sheet.printed().issuer());
    if (!names.missing(all).isEmpty() || names.needsShaping(all)) {
      throw new PressRefused(Why.LETTERS, String.join(" ", names.unprintable(all)));
    }
  }

  private byte[] print(Sheet sheet, FontSet set) throws IOException {
    Optional<SealInk> seal = seal(sheet, set);
    Map<TemplateField, String> values =
        SheetText.of(sheet, seal.map(ink -> SealInk.PLACE).orElse(""));
    Document page = SheetPage.of(sheet.template().source(), values, sheet.mode().overprint(), set);
    if (sheet.printed().demo()) {
      DemoMark.add(page, sheet.template().source().contains(DemoMark.ENGLISH_FIELD));
    }
    seal.ifPresent(ink -> size(page, ink.millimetres()));
    return set(page, sheet.mode(), seal, set);
  }

  /** Templates have room for a seal of the usual size; others share its centre. */
  private static void size(Document page, double millimetres) {
    if (Math.round(millimetres) < Seal.SMALLEST || Math.round(millimetres) > Seal.LARGEST) {
      return;
    }
    NodeList pictures = page.getElementsByTagName("img");
    for (int i = 0; i < pictures.getLength(); i++) {
      Element picture = (Element) pictures.item(i);
      if (picture.getAttribute("src").equals(SealInk.PLACE)) {
        double shift = (Seal.USUAL - millimetres) / 2;
        picture.setAttribute(
            "style",
            String.format(
                Locale.ROOT,
                "width: %1$.2fmm; height: %1$.2fmm; margin-left: %2$.2fmm; margin-top: %2$.2fmm",
                millimetres,
                shift));
      }
    }
  }

  /**
   * A page of crosses that shows where a printer puts things on ready-made paper.
   *
   * @param upright whether the paper stands
   */
  public byte[] crosses(Mode mode, boolean upright) {
    try {
      return fonts.lend(set -> set(CrossPage.of(mode, upright), mode, Optional.empty(), set));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The issuer's; what is for show has the sample ring instead of none. */
  private Optional<SealInk> seal(Sheet sheet, FontSet set) throws IOException {
    if (sheet.seal().isEmpty() && !sheet.printed().demo()) {
      return Optional.empty();
    }
    byte[] png = sheet.seal().orElse(NONE);
    Packed last = packed.get();
    if (last == null || !Arrays.equals(last.png, png)) {
      last = new Packed(png, png == NONE ? SealInk.of(SampleSeal.of(set)) : SealInk.of(png));
      packed.set(last);
    }
    return Optional.of(last.ink);
  }

  private record Packed(byte[] png, SealInk ink) {}

  /** Sets a page that resolves nothing but the pictures that lie in it. */
  private static byte[] set(Document page, Mode mode, Optional<SealInk> seal, FontSet set)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PdfSetter(set)
        .set(
            builder ->
                builder
                    .withW3cDocument(page, "")
                    .useUriResolver((base, uri) -> uri.startsWith(Png.DATA) ? uri : null),
            true,
            file -> finish(file, mode, seal),
            out);
    return out.toByteArray();
  }

  private static void finish(PDDocument file, Mode mode, Optional<SealInk> seal)
      throws IOException {
    if (file.getNumberOfPages() != 1) {
      throw new PressRefused(Why.PAGES, String.valueOf(file.getNumberOfPages()));
    }
    ForPaper.ask(file);
    if (seal.isPresent()) {
      seal.get().into(file, file.getPage(0));
    }
    if (mode.halfX() != 0 || mode.halfY() != 0) {
      move(file.getPage(0), mode);
    }
  }

  /** The paper moves the other way under what is printed on it. */
  private static void move(PDPage page, Mode mode) {
    PDRectangle paper = page.getMediaBox();
    page.setMediaBox(
        new PDRectangle(
            (float) -mode.x() * POINTS_OF_MM,
            (float) mode.y() * POINTS_OF_MM,
            paper.getWidth(),
            paper.getHeight()));
  }
}

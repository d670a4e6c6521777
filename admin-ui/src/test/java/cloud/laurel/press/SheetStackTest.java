package cloud.laurel.press;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Rules.Honour.Of;
import cloud.laurel.document.Judges;
import cloud.laurel.signing.SigningFixture;
import cloud.laurel.template.ShippedTemplates;
import cloud.laurel.template.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many certificates in one file for the printer, looked at by programs that are not ours. */
class SheetStackTest {

  private static final String TITLE = "打印用，没有数字签名：3 张证书";
  private static final List<String> NAMES = List.of("黄喆", "阿卜杜热依木·买买提·艾合买提江", "石首市南岳山初级中学");
  private static final List<String> CODES =
      List.of("ABCDEFGHJKMNPQ", "BCDEFGHJKMNPQR", "CDEFGHJKMNPQRS");
  private static final float POINTS_OF_MM = 72 / 25.4f;

  /** What two hundred pages may take of the heap until they are written. */
  private static final long MOST_BYTES = 40L << 20;

  @TempDir private Path folder;

  private static Sheet sheet(int at, Template template, Mode mode) {
    Of of = List.of(Of.TEACHER, Of.ADMINISTRATOR, Of.SCHOOL).get(at);
    return new Sheet(
        "SSJY-2021-T-000" + (at + 1),
        CODES.get(at),
        address(at),
        Sheets.printed(of, NAMES.get(at), false),
        template,
        Optional.of(Sheets.ring()),
        mode);
  }

  private static String address(int at) {
    return "https://example.org/laurel/verify/" + CODES.get(at);
  }

  private static byte[] stacked(List<byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SheetStack stack = new SheetStack(TITLE)) {
      for (byte[] file : files) {
        stack.add(file);
      }
      stack.write(out);
    }
    return out.toByteArray();
  }

  private static void assertSays(byte[] pdf, int pages) throws IOException {
    assertThat(Judges.ask(pdf, "qpdf", "--check", "{}"))
        .satisfies(said -> assertThat(said.exit()).as(said.out()).isZero());
    assertThat(Judges.ask(pdf, "pdfinfo", "{}").out())
        .containsPattern("Pages: +" + pages + "\n")
        .containsPattern("Title: +" + TITLE);
    for (int at = 0; at < pages; at++) {
      assertThat(Judges.text(pdf, at + 1).replaceAll("\\s+", ""))
          .contains(NAMES.get(at))
          .doesNotContain(NAMES.get((at + 1) % pages))
          .doesNotContainPattern("[\\u2E80-\\u2FDF]");
      assertThat(Judges.code(pdf, 150, at + 1)).isEqualTo(address(at));
    }
  }

  @Test
  void signedSheetsOfEveryTemplateStayAsTheyAreAndTheFileIsNotSigned() throws IOException {
    List<Template> templates =
        List.of(ShippedTemplates.FORMAL, ShippedTemplates.PLAIN, ShippedTemplates.BILINGUAL);
    List<byte[]> signed =
        List.of(0, 1, 2).stream()
            .map(at -> Sheets.PRINTER.print(sheet(at, templates.get(at), Mode.WHOLE)))
            .map(pdf -> SigningFixture.signed(pdf, folder))
            .toList();
    byte[] pdf = Sheets.keep("stack.pdf", stacked(signed));

    assertSays(pdf, 3);
    assertThat(Judges.ask(pdf, "pdfsig", "-nocert", "{}").out()).contains("does not contain any");
    try (PDDocument file = Loader.loadPDF(pdf)) {
      assertThat(file.getDocumentCatalog().getAcroForm()).isNull();
      assertThat(file.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
      PDViewerPreferences viewer = file.getDocumentCatalog().getViewerPreferences();
      assertThat(viewer.displayDocTitle()).isTrue();
      assertThat(viewer.getPrintScaling()).isEqualTo("None");
      assertThat(viewer.getDuplex()).isEqualTo("Simplex");
      for (int at = 0; at < 3; at++) {
        assertThat(drawn(pdf, at)).as("page %d", at).isEqualTo(drawn(signed.get(at), 0));
      }
    }
  }

  private static byte[] drawn(byte[] pdf, int page) throws IOException {
    try (PDDocument file = Loader.loadPDF(pdf)) {
      return Png.of(new PDFRenderer(file).renderImage(page));
    }
  }

  @Test
  void pagesForReadyMadePaperKeepTheirOffset() throws IOException {
    Mode moved = Mode.overprint(4, -3);
    byte[] pdf =
        stacked(
            List.of(
                Sheets.PRINTER.print(sheet(0, ShippedTemplates.FORMAL, moved)),
                Sheets.PRINTER.print(sheet(1, ShippedTemplates.PLAIN, moved)),
                Sheets.PRINTER.print(sheet(2, ShippedTemplates.FORMAL, moved))));
    Sheets.keep("stack-overprint.pdf", pdf);

    assertSays(pdf, 3);
    assertThat(Judges.text(pdf)).doesNotContain("荣誉证书");
    try (PDDocument file = Loader.loadPDF(pdf)) {
      for (PDPage page : file.getPages()) {
        assertThat(page.getCropBox().getLowerLeftX()).isEqualTo(-2 * POINTS_OF_MM);
        assertThat(page.getCropBox().getLowerLeftY()).isEqualTo(-1.5f * POINTS_OF_MM);
      }
    }
  }

  @Test
  void aWholeFileOfTwoHundredTakesLittleMemory() throws IOException {
    byte[] signed =
        SigningFixture.signed(
            Sheets.PRINTER.print(sheet(0, ShippedTemplates.FORMAL, Mode.WHOLE)), folder);
    long most;
    try (SheetStack stack = new SheetStack(TITLE)) {
      System.gc();
      long before = used();
      for (int at = 0; at < 200; at++) {
        stack.add(signed);
      }
      System.gc();
      most = used() - before;
      stack.write(OutputStream.nullOutputStream());
    }
    assertThat(most).isLessThan(MOST_BYTES);
  }

  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}

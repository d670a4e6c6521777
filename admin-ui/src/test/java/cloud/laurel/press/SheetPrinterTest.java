package cloud.laurel.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import cloud.laurel.campaign.Rules.Honour.Of;
import cloud.laurel.certificate.Printed;
import cloud.laurel.document.Judges;
import cloud.laurel.document.PdfJudge;
import cloud.laurel.template.ShippedTemplates;
import cloud.laurel.template.Template;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates, looked at by programs that are not ours. */
class SheetPrinterTest {

  private static final int MOST_BYTES = 110 * 1024;

  static Stream<Arguments> everyKind() {
    return ShippedTemplates.CURRENT.stream()
        .flatMap(
            template ->
                Stream.of(
                    Arguments.of(template, Of.TEACHER, "王喆", true),
                    Arguments.of(template, Of.ADMINISTRATOR, "阿卜杜热依木·买买提·艾合买提江", false),
                    Arguments.of(template, Of.SCHOOL, "石首市南岳山初级中学", true)));
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void eachIsOneArchivablePageThatSaysWhatTheRecordSays(
      Template template, Of of, String name, boolean sealed) throws IOException {
    Printed printed = Sheets.printed(of, name, !sealed);
    Optional<byte[]> seal = sealed ? Optional.of(Sheets.ring()) : Optional.empty();
    byte[] pdf = Sheets.PRINTER.print(Sheets.sheet(printed, template, seal));
    Sheets.keep(template.name() + "-" + of + ".pdf", pdf);

    PdfJudge.assertArchivable(pdf);
    assertThat(pdf.length).isLessThan(MOST_BYTES);
    assertThat(Judges.ask(pdf, "qpdf", "--check", "{}").exit()).isZero();
    assertThat(Judges.code(pdf, 150)).isEqualTo(Sheets.ADDRESS);
    assertThat(plain(Judges.text(pdf)))
        .contains(plain(name), printed.issuer(), "“" + printed.honour() + "”", printed.school())
        .contains(printed.campaign(), printed.document(), Sheets.SERIES, Sheets.CODE)
        .contains(Sheets.ADDRESS, "二〇二一年七月十二日", printed.reason())
        .contains(of == Of.TEACHER ? "老师：" : of == Of.SCHOOL ? "特发此证。" : "同志：")
        .doesNotContainPattern("[\\u2E80-\\u2FDF]");
    try (PDDocument file = Loader.loadPDF(pdf)) {
      assertThat(file.getNumberOfPages()).isOne();
      assertThat(file.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
      assertThat(file.getDocumentInformation().getTitle()).startsWith("荣誉证书").endsWith(name);
      PDViewerPreferences viewer = file.getDocumentCatalog().getViewerPreferences();
      assertThat(viewer.displayDocTitle()).isTrue();
      assertThat(viewer.getPrintScaling()).isEqualTo("None");
      assertThat(viewer.getDuplex()).isEqualTo("Simplex");
    }
  }

  /** Lines break where they do. */
  private static String plain(String text) {
    return text.replaceAll("\\s+", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "王喆",
        "欧阳明月",
        "㛃䶮龘喆堃犇骉𬭩𫖯𬀩",
        "黄高石首马方金白田龙文毛",
        "阿卜杜热依木·买买提·艾合买提江",
        "阿卜杜热依木阿卜杜热依木阿卜杜热依木·买买提江买买",
        "一二三四五六七八九十一二三四五六七八九十一二三四五",
        "Maximiliane Konstantinowna Schwarzenberger-Hohenlo"
      })
  void aNameIsNeverCutAndComesBackAsItWasWritten(String name) throws IOException {
    byte[] pdf =
        Sheets.PRINTER.print(
            Sheets.sheet(
                Sheets.printed(Of.TEACHER, name, false),
                ShippedTemplates.FORMAL,
                Optional.empty()));

    assertThat(plain(Judges.text(pdf)))
        .contains(plain(name) + "老师：")
        .doesNotContainPattern("[\\u2E80-\\u2FDF]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</p><script>alert(1)</script>",
        "{{seal}}{{code}}",
        "x\" style=\"display:none",
        "body { display: none }",
        "<![CDATA[x]]>&amp;$1\\"
      })
  void whatLooksLikeMarkupIsText(String name) throws IOException {
    byte[] pdf =
        Sheets.PRINTER.print(
            Sheets.sheet(
                Sheets.printed(Of.TEACHER, name, false),
                ShippedTemplates.FORMAL,
                Optional.empty()));

    PdfJudge.assertArchivable(pdf);
    assertThat(plain(Judges.text(pdf))).contains(plain(name) + "老师：");
  }

  @Test
  void whatIsForShowSaysSoAndHasASampleRingInsteadOfASeal() throws IOException {
    byte[] demo =
        Sheets.PRINTER.print(
            Sheets.sheet(
                Sheets.printed(Of.TEACHER, "王喆", true),
                ShippedTemplates.BILINGUAL,
                Optional.empty()));
    byte[] real =
        Sheets.PRINTER.print(
            Sheets.sheet(
                Sheets.printed(Of.TEACHER, "王喆", false),
                ShippedTemplates.BILINGUAL,
                Optional.empty()));

    assertThat(Judges.text(demo)).contains("演示证书 · 演示密钥签名 · 无效", "not valid");
    assertThat(Judges.text(real)).doesNotContain("演示", "not valid");
    assertThat(pictures(demo)).isEqualTo(2);
    assertThat(pictures(real)).as("the QR code alone").isOne();
  }

  private static long pictures(byte[] pdf) throws IOException {
    return Judges.ask(pdf, "pdfimages", "-list", "{}")
        .out()
        .lines()
        .filter(line -> line.matches("\\s*\\d+\\s+\\d+\\s+image .*"))
        .count();
  }

  static Stream<Template> everyTemplate() {
    return ShippedTemplates.CURRENT.stream();
  }

  @ParameterizedTest
  @MethodSource("everyTemplate")
  void aLongAddressStandsInOneLine(Template template) throws IOException {
    Sheet sheet = Sheets.sheet(Sheets.printed(Of.TEACHER, "王喆", false), template, Optional.empty());
    String address = "https://honours.example.gov.cn/laurel/verify/ABCDEFGHJKMNPQ";
    byte[] pdf =
        Sheets.PRINTER.print(
            new Sheet(
                sheet.series(),
                sheet.codeInGroups(),
                address,
                sheet.printed(),
                template,
                sheet.seal(),
                sheet.mode()));
    assertThat(Judges.text(pdf).lines()).contains(address);
  }

  /** Where printers do not print. */
  @ParameterizedTest
  @MethodSource("everyTemplate")
  void theOuterTenMillimetresStayWhite(Template template) throws IOException {
    byte[] pdf =
        Sheets.PRINTER.print(
            Sheets.sheet(
                Sheets.printed(Of.TEACHER, "王喆", true), template, Optional.of(Sheets.ring())));
    try (PDDocument file = Loader.loadPDF(pdf)) {
      BufferedImage drawn = new PDFRenderer(file).renderImage(0);
      // ten millimetres are a little more than 28 points, and the picture has whole ones only
      int edge = 27;
      for (int y = 0; y < drawn.getHeight(); y++) {
        for (int x = 0; x < drawn.getWidth(); x++) {
          boolean outside =
              Math.min(x, drawn.getWidth() - 1 - x) < edge
                  || Math.min(y, drawn.getHeight() - 1 - y) < edge;
          if (outside && (drawn.getRGB(x, y) & 0xffffff) != 0xffffff) {
            fail("ink at %s, %s", x, y);
          }
        }
      }
    }
  }

  @Test
  void overprintLeavesOutWhatThePaperHasAndMovesTheRest() throws IOException {
    Sheet whole =
        Sheets.sheet(
            Sheets.printed(Of.TEACHER, "王喆", false), ShippedTemplates.FORMAL, Optional.empty());
    Sheet moved =
        new Sheet(
            whole.series(),
            whole.codeInGroups(),
            whole.verifyAddress(),
            whole.printed(),
            whole.template(),
            whole.seal(),
            Mode.overprint(4, -3));
    byte[] pdf = Sheets.PRINTER.print(moved);

    PdfJudge.assertArchivable(pdf);
    assertThat(Judges.text(pdf)).contains("王喆老师：").doesNotContain("荣誉证书");
    assertThat(left(pdf) - left(Sheets.PRINTER.print(whole))).isBetween(5.6, 5.7);
  }

  private static double left(byte[] pdf) throws IOException {
    String line =
        Judges.ask(pdf, "pdftotext", "-bbox", "{}", "-")
            .out()
            .lines()
            .filter(l -> l.contains("<word") && l.contains("王喆"))
            .findFirst()
            .orElseThrow();
    return Double.parseDouble(line.replaceAll(".*xMin=\"([^\"]+)\".*", "$1"));
  }

  @Test
  void nothingIsPrintedThatWouldBeWrong() {
    assertThatThrownBy(() -> print("王\uE000")).hasMessageContaining("LETTERS");
    assertThatThrownBy(() -> print("ئابدۇرېھىم")).hasMessageContaining("LETTERS");
    assertThatThrownBy(() -> print("长".repeat(300))).hasMessageContaining("TOO_LONG");
  }

  private static byte[] print(String name) {
    return Sheets.PRINTER.print(
        Sheets.sheet(
            Sheets.printed(Of.TEACHER, name, false), ShippedTemplates.FORMAL, Optional.empty()));
  }
}

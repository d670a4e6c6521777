package cloud.laurel.report;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.document.DocumentFonts;
import cloud.laurel.document.DocxWriter;
import cloud.laurel.document.OfficialDocument;
import cloud.laurel.document.PdfWriter;
import cloud.laurel.web.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** A report as both kinds of file, opened again. */
class ReportDocumentTest {

  private static final ReportSheet SHEET =
      new ReportSheet(
          7,
          2,
          "进度通报（第 2 期）",
          "网络学习空间活动",
          "某市教育局",
          "2020-12-18 09:00",
          "2020年12月18日",
          List.of("应注册教师空间 3,772 个，", "已注册 3,377 个，注册率 89.5%。"),
          List.of(
              new ReportSheet.Line(
                  Measure.PLANS_SUBMITTED, "已报送实施方案的学校（所）", "60/66", "90.9%", "55", "+5")),
          "2020-12-11 09:00",
          List.of(new ReportSheet.Behind("实施方案", "逾期 2 所，未到期 4 所", List.of("甲校", "乙校"), 0)),
          List.of(
              new ReportSheet.Ranking(
                  Board.Kind.SCORE, "总分前 10 名", List.of(new Board.Place(1, "丙校", "91.29")))),
          "0123456789abcdef");

  private static OfficialDocument document(Locale language) {
    return new ReportDocument(SHEET, Texts.in(language)).document();
  }

  @Test
  void docxSaysWhatThePageSays() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DocxWriter.write(document(Locale.SIMPLIFIED_CHINESE), out);
    try (XWPFDocument file = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
        XWPFWordExtractor text = new XWPFWordExtractor(file)) {
      assertThat(text.getText())
          .contains("进度通报（第 2 期）", "数据截至 2020-12-18 09:00。", "注册率 89.5%。")
          .contains("60/66", "+5", "实施方案：逾期 2 所，未到期 4 所。逾期的学校有：甲校、乙校。")
          .contains("总分前 10 名：丙校（91.29）。", "某市教育局", "2020年12月18日");
    }
  }

  @Test
  void pdfSaysTheSameInTheReadersLanguage() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PdfWriter(new DocumentFonts(Path.of("../wildfly-config/server/src/main/fonts")))
        .write(document(Locale.ENGLISH), out);
    try (PDDocument file = Loader.loadPDF(out.toByteArray())) {
      assertThat(new PDFTextStripper().getText(file))
          .contains("2. Figures and changes", "60/66", "Overdue: ");
    }
  }
}

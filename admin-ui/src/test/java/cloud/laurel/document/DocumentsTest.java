package cloud.laurel.document;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.document.Block.Closing;
import cloud.laurel.document.Block.Column;
import cloud.laurel.document.Block.Field;
import cloud.laurel.document.Block.Fields;
import cloud.laurel.document.Block.Form;
import cloud.laurel.document.Block.Heading;
import cloud.laurel.document.Block.Items;
import cloud.laurel.document.Block.Paragraph;
import cloud.laurel.document.Block.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;

/** Both kinds of file, opened again. */
class DocumentsTest {

  static final DocumentFonts FONTS =
      new DocumentFonts(Path.of("../wildfly-config/server/src/main/fonts"));

  private static final String NASTY = "甲 <b>&amp;\"'\u0007 =1+1";

  private static OfficialDocument document() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      rows.add(List.of("第" + i + "所学校", "" + i, "未报送实施方案，未开展校本培训"));
    }
    return new OfficialDocument(
        "2020—2021学年度网络学习空间深度应用活动\n学校实施方案",
        Locale.SIMPLIFIED_CHINESE,
        List.of(
            new Fields(List.of(new Field("学校名称：", "市文华小学"), new Field("填报时间：", "2020-12-18"))),
            new Form(
                List.of(
                    List.of(new Heading(1, "一、目标任务"), new Paragraph("第一段。\n第二段。")),
                    List.of(
                        new Heading(1, "三、组织实施"),
                        Fields.of("分管领导：", "㛃䶮龘喆堃犇骉𬭩𫖯𬀩"),
                        new Table(
                            List.of(Column.text("时间", 1), Column.text("内容", 3)),
                            List.of(List.of("12月", "动员")))))),
            new Heading(2, "（一）进展"),
            new Items(List.of("一项", NASTY)),
            new Table(
                List.of(Column.text("学校", 2), Column.number("名次", 1), Column.text("情况", 3)), rows),
            new Paragraph("缺字：\uE000。"),
            new Closing(List.of("市教育局", "2020年12月18日"))));
  }

  private static byte[] docx() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DocxWriter.write(document(), out);
    keep("document.docx", out.toByteArray());
    return out.toByteArray();
  }

  private static byte[] pdf() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PdfWriter(FONTS).write(document(), out);
    keep("document.pdf", out.toByteArray());
    return out.toByteArray();
  }

  private static void keep(String name, byte[] content) throws IOException {
    Files.write(Files.createDirectories(Path.of("target/documents")).resolve(name), content);
  }

  @Test
  void theDocxHasThePageAndTheFontsOfOfficialPapers() throws IOException {
    try (XWPFDocument file = new XWPFDocument(new ByteArrayInputStream(docx()))) {
      CTPageMar margins = file.getDocument().getBody().getSectPr().getPgMar();
      assertThat(List.of(margins.getTop(), margins.getRight(), margins.getBottom()))
          .asString()
          .isEqualTo("[2098, 1474, 1984]");
      assertThat(file.getDocument().getBody().getSectPr().getPgSz().getW())
          .asString()
          .isEqualTo("11906");
      assertThat(file.getProperties().getCoreProperties().getTitle())
          .isEqualTo("2020—2021学年度网络学习空间深度应用活动 学校实施方案");
      assertThat(eastAsia(file, "Title")).isEqualTo("方正小标宋简体 44");
      assertThat(eastAsia(file, "Heading1")).isEqualTo("黑体 32");
      assertThat(eastAsia(file, "Text")).isEqualTo("仿宋_GB2312 32");
      assertThat(eastAsia(file, "TableText")).isEqualTo("宋体 24");
      XWPFParagraph title = file.getParagraphs().get(0);
      assertThat(title.getStyle()).as("its first line is long").isEqualTo("TitleWide");
      assertThat(title.getText()).isEqualTo("2020—2021学年度网络学习空间深度应用活动\n学校实施方案");
    }
  }

  private static String eastAsia(XWPFDocument file, String style) {
    var properties = file.getStyles().getStyle(style).getCTStyle().getRPr();
    return properties.getRFontsArray(0).getEastAsia() + " " + properties.getSzArray(0).getVal();
  }

  @Test
  void theDocxHasItsFormItsTablesAndItsWordsAsTheyAre() throws IOException {
    try (XWPFDocument file = new XWPFDocument(new ByteArrayInputStream(docx()))) {
      XWPFTable form = file.getTables().get(0);
      assertThat(form.getRow(0).getCell(0).getText()).contains("一、目标任务", "第一段。", "第二段。");
      assertThat(form.getRow(1).getCell(0).getText()).contains("分管领导：㛃䶮龘喆堃犇骉𬭩𫖯𬀩");
      assertThat(form.getRow(1).getCell(0).getTables()).hasSize(1);
      assertThat(form.getRow(1).getCell(0).getTables().get(0).getRow(1).getCell(1).getText())
          .isEqualTo("动员");
      XWPFTable table = file.getTables().get(1);
      assertThat(table.getRows()).hasSize(61);
      assertThat(table.getRow(0).isRepeatHeader()).isTrue();
      assertThat(table.getRow(60).getTableCells()).hasSize(3);
      assertThat(file.getParagraphs())
          .extracting(XWPFParagraph::getText)
          .contains("• 甲 <b>&amp;\"' =1+1", "（一）进展");
    }
  }

  @Test
  void thePdfSaysTheSameWithEveryRareCharacter() throws IOException {
    byte[] pdf = pdf();
    PdfJudge.assertArchivable(pdf);
    try (PDDocument file = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(file);
      assertThat(text)
          .doesNotContainPattern("[\\u2E80-\\u2FDF]")
          .contains("市文华小学", "一、目标任务", "第一段。", "动员", "㛃䶮龘喆堃犇骉𬭩𫖯𬀩")
          .contains("甲 <b>&amp;\"' =1+1")
          .contains("第60所学校", "— 1 —", "— 2 —")
          .contains("缺字：" + DocumentFonts.MISSING);
      assertThat(file.getDocumentInformation().getTitle()).startsWith("2020—2021学年度");
      assertThat(file.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
      assertThat(file.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
    }
  }

  @Test
  void onlyWhatNeitherFontHasIsReplaced() {
    assertThat(FONTS.shown("刘喆 \uE000 abc 㛃𬭩—“”〔12〕号")).isEqualTo("刘喆 〓 abc 㛃𬭩—“”〔12〕号");
  }
}

package cloud.laurel.document;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.document.Block.Closing;
import cloud.laurel.document.Block.Heading;
import cloud.laurel.document.Block.Name;
import cloud.laurel.document.Block.Paragraph;
import cloud.laurel.document.Block.Roll;
import cloud.laurel.document.Block.RunIn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;

/** A paper with a letterhead, run-in heads and lists of honours, opened again. */
class LetterheadTest {

  private static final double POINTS_PER_MM = 72 / 25.4;

  /** Each is drawn like a radical that has a code of its own. */
  private static final String RADICALS = "意见部门长车青食马鱼鸟黄齐齿龙龟西贝韦页风飞骨鬼麦虎文小";

  private static OfficialDocument paper() {
    List<Name> people = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      people.add(new Name(i % 3 == 0 ? "文鑫" : "林小" + (char) ('甲' + i), "新厂镇六腰埕小学"));
    }
    people.add(new Name("欧阳文华", "高基庙镇英华达希望小学"));
    return new OfficialDocument(
        Optional.of(new Letterhead("石首市教育局", "石教〔2021〕12号")),
        "石首市教育局关于2020—2021学年度网络学习空间深度应用活动情况的通报",
        Locale.SIMPLIFIED_CHINESE,
        List.of(
            new Paragraph("根据通知要求，全市中小学组织师生建设和应用网络学习空间。现将情况通报如下：".repeat(2)),
            new Heading(1, "一、基本情况"),
            new Paragraph("应注册教师空间数3772个，教师空间注册率89.5%。".repeat(12)),
            new Heading(1, "二、主要特点"),
            new RunIn("1. 加强领导，科学制定方案。", "各校制定了实施方案。".repeat(9) + "\n另起一段。"),
            new Heading(1, "三、表彰名单"),
            new Heading(2, "（一）优秀学校"),
            new Roll(2, List.of(new Name("市文华小学", ""), new Name("市实验小学", ""), new Name("丙校", ""))),
            new Heading(2, "（二）优秀教师（排名不分先后）"),
            new Roll(2, people),
            new Heading(2, "（三）一列"),
            new Roll(1, people.subList(0, 4)),
            new Paragraph("希望受表彰的单位和个人再接再厉，" + RADICALS),
            new Closing(List.of("石首市教育局", "2021年7月12日"))));
  }

  private static byte[] docx() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DocxWriter.write(paper(), out);
    return kept("letterhead.docx", out.toByteArray());
  }

  private static byte[] pdf() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PdfWriter(DocumentsTest.FONTS).write(paper(), out);
    return kept("letterhead.pdf", out.toByteArray());
  }

  private static byte[] kept(String name, byte[] content) throws IOException {
    Files.write(Files.createDirectories(Path.of("target/documents")).resolve(name), content);
    return content;
  }

  @Test
  void theDocxHasTheMeasuresOfTheStandard() throws IOException {
    try (XWPFDocument file = new XWPFDocument(new ByteArrayInputStream(docx()))) {
      CTPageMar margins = file.getDocument().getBody().getSectPr().getPgMar();
      assertThat(
              List.of(margins.getTop(), margins.getRight(), margins.getBottom(), margins.getLeft()))
          .as("37, 26, 35 and 28 mm in twentieths of a point")
          .asString()
          .isEqualTo("[2098, 1474, 1984, 1588]");
      CTDocGrid grid = file.getDocument().getBody().getSectPr().getDocGrid();
      assertThat(grid.getLinePitch().intValue() * 22).isLessThanOrEqualTo(16838 - 2098 - 1984);
      assertThat((320 + grid.getCharSpace().doubleValue() * 20 / 4096) * 28)
          .as("28 characters on a line")
          .isBetween(8830.0, 8844.5);
      assertThat(style(file, "Issuer")).isEqualTo("方正小标宋简体 96");
      assertThat(style(file, "Title")).isEqualTo("方正小标宋简体 44");
      assertThat(style(file, "Text")).isEqualTo("仿宋_GB2312 32");
      assertThat(style(file, "Heading1")).isEqualTo("黑体 32");
      assertThat(style(file, "Heading2")).isEqualTo("楷体_GB2312 32");
      assertThat(style(file, "ListName")).isEqualTo("仿宋_GB2312 32");
      assertThat(style(file, "PageNumber")).isEqualTo("宋体 28");
      XWPFParagraph issuer = file.getParagraphs().get(0);
      assertThat(issuer.getText()).isEqualTo("石首市教育局");
      assertThat(file.getStyles().getStyle("Issuer").getCTStyle().getPPr().getSpacing().getBefore())
          .as("35 mm")
          .asString()
          .isEqualTo("1984");
      assertThat(file.getParagraphs().get(2).getText())
          .as("in lines of about equal width")
          .isEqualTo("石首市教育局关于2020—2021学年度\n网络学习空间深度应用活动情况的通报");
      assertThat(file.getParagraphs().get(2).getStyle()).isEqualTo("Title");
      assertThat(file.getParagraphs().get(1).getText()).isEqualTo("石教〔2021〕12号");
    }
  }

  private static String style(XWPFDocument file, String style) {
    var properties = file.getStyles().getStyle(style).getCTStyle().getRPr();
    return properties.getRFontsArray(0).getEastAsia() + " " + properties.getSzArray(0).getVal();
  }

  @Test
  void theDocxCanBeWrittenOnInWord() throws IOException {
    try (XWPFDocument file = new XWPFDocument(new ByteArrayInputStream(docx()))) {
      XWPFParagraph item =
          file.getParagraphs().stream()
              .filter(p -> p.getText().startsWith("1. "))
              .findFirst()
              .orElseThrow();
      assertThat(item.getStyle()).isEqualTo("Text");
      assertThat(item.getRuns().get(0).isBold()).isTrue();
      assertThat(item.getRuns().get(0).text()).isEqualTo("1. 加强领导，科学制定方案。");
      assertThat(item.getRuns().get(1).isBold()).isFalse();
      XWPFTable schools = file.getTables().get(0);
      assertThat(schools.getRows()).hasSize(2);
      assertThat(schools.getRow(1).getCell(1).getText()).isEmpty();
      XWPFTable people = file.getTables().get(1);
      assertThat(people.getRow(0).getTableCells()).hasSize(4);
      assertThat(people.getRow(0).getCell(0).getText())
          .as("spread by its letters' spacing, not by a space")
          .isEqualTo("文鑫");
      assertThat(
              people
                  .getRow(0)
                  .getCell(0)
                  .getParagraphs()
                  .get(0)
                  .getRuns()
                  .get(0)
                  .getCharacterSpacing())
          .isEqualTo(320);
      assertThat(people.getRow(0).getCell(1).getText()).isEqualTo("新厂镇六腰埕小学");
      assertThat(people.getRow(15).getCell(0).getText()).isEqualTo("欧阳文华");
      assertThat(file.getDocument().xmlText()).doesNotContain("txbx");
    }
  }

  @Test
  void thePdfSaysTheSameAndMayBeKeptForEver() throws IOException {
    byte[] pdf = pdf();
    try (PDDocument file = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(file);
      assertThat(text)
          .doesNotContainPattern("[\\u2E80-\\u2FDF]")
          .contains("石教〔2021〕12号", "一、基本情况", "文鑫", "欧阳文华", "新厂镇六腰埕小学", "2021年7月12日")
          .contains("— 1 —")
          .doesNotContain("文 鑫");
      assertThat(text.replaceAll("\\s", "")).contains(RADICALS);
    }
    PdfJudge.assertArchivable(pdf);
  }

  @Test
  void theIssuersNameStandsThirtyFiveMillimetresBelowTheTop() throws IOException {
    List<TextPosition> letters = new ArrayList<>();
    try (PDDocument file = Loader.loadPDF(pdf())) {
      PDFTextStripper reader =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
              letters.add(text);
            }
          };
      reader.setEndPage(1);
      reader.getText(file);
    }
    TextPosition first =
        letters.stream().filter(l -> l.getFontSizeInPt() == 48).findFirst().orElseThrow();
    assertThat(first.getUnicode()).isEqualTo("石");
    // a letter stands about 0.88 of its size above its base line
    double top = first.getYDirAdj() - 0.88 * first.getFontSizeInPt();
    assertThat(top / POINTS_PER_MM).isBetween(71.0, 73.0);
  }

  @Test
  void aLongNameOfTheIssuerIsSetSmaller() {
    assertThat(new Letterhead("石首市教育局", "").points()).isEqualTo(48);
    assertThat(new Letterhead("石首市教育局石首市人民政府教育督导室", "").points()).isEqualTo(23);
  }
}

package cloud.laurel.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.bulletin.Basis.Chosen;
import cloud.laurel.bulletin.Basis.Frozen;
import cloud.laurel.bulletin.Basis.HonourRoll;
import cloud.laurel.bulletin.Basis.Honoured;
import cloud.laurel.bulletin.Basis.Place;
import cloud.laurel.campaign.Rules.Honour.Of;
import cloud.laurel.document.DocumentFonts;
import cloud.laurel.document.DocxWriter;
import cloud.laurel.document.OfficialDocument;
import cloud.laurel.document.PdfJudge;
import cloud.laurel.document.PdfWriter;
import cloud.laurel.standing.RankedBy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

/** A bulletin as a paper. */
class BulletinPaperTest {

  private static final Instant NOW = Instant.parse("2021-07-10T00:00:00Z");

  private static final Basis BASIS =
      new Basis(
          Optional.of(new Frozen(7, "hash", NOW)),
          NOW,
          Map.of("studentsEligible", "42649", "studentRegistrationRate", "49.7%"),
          Map.of(
              RankedBy.BUILDING,
              List.of(new Place(1, "市文华小学"), new Place(2, "新厂镇六腰埕小学"), new Place(3, "丙校"))),
          Optional.of(new Chosen("chosen", 7)),
          List.of(
              new HonourRoll(
                  "school",
                  "优秀学校",
                  Of.SCHOOL,
                  Optional.empty(),
                  List.of(new Honoured("s", "市文华小学", ""))),
              new HonourRoll(
                  "admin",
                  "优秀管理员",
                  Of.ADMINISTRATOR,
                  Optional.empty(),
                  List.of(
                      new Honoured("a", "文鑫", "市文华小学"), new Honoured("b", "林小满", "新厂镇六腰埕小学")))));

  private static final Content CONTENT =
      new Content(
          "石首市教育局",
          "石教〔2021〕12号",
          "石首市教育局关于网络学习空间应用情况的通报",
          Optional.of(LocalDate.parse("2021-07-12")),
          List.of(
              part(Part.Kind.INTRO, "", "现将情况通报如下："),
              part(Part.Kind.HEADING, "基本情况", ""),
              part(Part.Kind.FACTS, "", "应注册学生空间{studentsEligible}个，注册率{studentRegistrationRate}。"),
              new Part(Part.Kind.BOARD, "", "建设前{places}名：", "BUILDING", 2, false),
              part(Part.Kind.HEADING, "主要特点", ""),
              part(Part.Kind.CHARACTERISTIC, "方案在先。", "甲"),
              part(Part.Kind.CHARACTERISTIC, "培训跟进。", "乙"),
              part(Part.Kind.HEADING, "名单", ""),
              new Part(Part.Kind.HONOURS, "", "", "school", 2, false),
              new Part(Part.Kind.HONOURS, "", "", "admin", 2, true),
              part(Part.Kind.TEXT, "附则", "另行通知。"),
              part(Part.Kind.CLOSING, "", "特此通报。")));

  private static Part part(Part.Kind kind, String head, String text) {
    return new Part(kind, head, text, "", 0, false);
  }

  private static OfficialDocument released() {
    return BulletinPaper.of(new Release(1, 1, "one", "two", NOW, "hash", CONTENT, BASIS));
  }

  private static byte[] kept(String name, ByteArrayOutputStream content) throws IOException {
    Files.write(
        Files.createDirectories(Path.of("target/documents")).resolve(name), content.toByteArray());
    return content.toByteArray();
  }

  @Test
  void blocksAreNumberedAndFiguresPrinted() {
    assertThat(PaperLine.of(released()))
        .extracting(line -> line.head() + line.text())
        .containsExactly(
            "石首市教育局",
            "石教〔2021〕12号",
            "石首市教育局关于网络",
            "学习空间应用情况的通报",
            "现将情况通报如下：",
            "一、基本情况",
            "应注册学生空间42649个，注册率49.7%。",
            "建设前2名：市文华小学、新厂镇六腰埕小学。",
            "二、主要特点",
            "1. 方案在先。甲",
            "2. 培训跟进。乙",
            "三、名单",
            "（一）优秀学校",
            "",
            "（二）优秀管理员（排名不分先后）",
            "",
            "（三）附则",
            "另行通知。",
            "特此通报。",
            "石首市教育局",
            "2021年7月12日");
  }

  @Test
  void aDraftSaysThatItIsOneAndWhatIsMissing() {
    Basis open =
        new Basis(
            Optional.empty(),
            NOW,
            Map.of(),
            Map.of(),
            Optional.empty(),
            List.of(new HonourRoll("school", "优秀学校", Of.SCHOOL, Optional.empty(), List.of())));
    Content content =
        new Content(
            "",
            "",
            "",
            Optional.empty(),
            List.of(
                new Part(Part.Kind.HONOURS, "", "", "school", 2, false),
                new Part(Part.Kind.BOARD, "", "前列：", "TOTAL", 3, false)));
    assertThat(PaperLine.of(BulletinPaper.draft(content, open)))
        .extracting(PaperLine::text)
        .containsExactly("（标题待定）", "（征求意见稿）", "（一）优秀学校", "（名单待评选确认后排印。）", "前列：（暂无）。", "", "（日期待定）");
  }

  @Test
  void theDocxHoldsFiguresAndLists() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DocxWriter.write(released(), out);
    try (XWPFDocument file =
        new XWPFDocument(new ByteArrayInputStream(kept("bulletin.docx", out)))) {
      assertThat(file.getParagraphs())
          .extracting(XWPFParagraph::getText)
          .contains("应注册学生空间42649个，注册率49.7%。", "2021年7月12日", "1. 方案在先。甲");
      assertThat(file.getTables()).hasSize(2);
      assertThat(file.getTables().get(1).getRow(0).getCell(0).getText()).isEqualTo("文鑫");
      assertThat(file.getTables().get(1).getRow(0).getCell(3).getText()).isEqualTo("新厂镇六腰埕小学");
    }
  }

  @Test
  void thePdfMayBeKeptForEver() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PdfWriter(new DocumentFonts(Path.of("../wildfly-config/server/src/main/fonts")))
        .write(released(), out);
    byte[] pdf = kept("bulletin.pdf", out);
    PdfJudge.assertArchivable(pdf);
    try (PDDocument file = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(file))
          .contains("石教〔2021〕12号", "42649个", "49.7%", "文鑫", "林小满", "新厂镇六腰埕小学", "2021年7月12日")
          .doesNotContainPattern("[\\u2E80-\\u2FDF]");
    }
  }
}

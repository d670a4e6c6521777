package cloud.laurel.press;

import cloud.laurel.campaign.Rules.Honour.Of;
import cloud.laurel.certificate.Printed;
import cloud.laurel.document.DocumentFonts;
import cloud.laurel.template.Template;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** Certificates of invented people, for tests. */
final class Sheets {

  static final DocumentFonts FONTS =
      new DocumentFonts(Path.of("../wildfly-config/server/src/main/fonts"));

  static final SheetPrinter PRINTER = new SheetPrinter(FONTS);

  static final String SERIES = "SSJY-2021-T-0001";
  static final String CODE = "ABCD-EFGH-JKMN-PQ";
  static final String ADDRESS = "https://example.org/laurel/verify/ABCDEFGHJKMNPQ";

  private static final String CAMPAIGN = "石首市2020—2021学年度网络学习空间深度应用活动";

  private Sheets() {}

  static Printed printed(Of of, String name, boolean demo) {
    boolean person = of == Of.TEACHER || of == Of.ADMINISTRATOR;
    return new Printed(
        of,
        name,
        person ? "石首市文华小学" : "",
        CAMPAIGN,
        "积极推进空间应用，成绩突出",
        person ? "优秀教师" : "优秀学校",
        "石教〔2021〕12号",
        "石首市教育局",
        LocalDate.of(2021, 7, 12),
        demo);
  }

  static Sheet sheet(Printed printed, Template template, Optional<byte[]> seal) {
    return new Sheet(SERIES, CODE, ADDRESS, printed, template, seal, Mode.WHOLE);
  }

  /** A picture that stands for a seal: a ring without words. */
  static byte[] ring() {
    BufferedImage picture = new BufferedImage(992, 992, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(new Color(0xD7, 0, 0x0F, 210));
    graphics.setStroke(new BasicStroke(26));
    graphics.drawOval(20, 20, 950, 950);
    graphics.dispose();
    return Png.of(picture);
  }

  /** Keeps what a test made, to be looked at. */
  static byte[] keep(String name, byte[] content) throws IOException {
    Files.write(Files.createDirectories(Path.of("target/documents")).resolve(name), content);
    return content;
  }
}

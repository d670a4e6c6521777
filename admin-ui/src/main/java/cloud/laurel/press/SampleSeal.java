package cloud.laurel.press;

import cloud.laurel.document.FontSet;
import cloud.laurel.document.FontSet.Face;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;

/**
 * The only seal that Laurel ever draws: a ring that says that it is none (样章 · 无效), for what is
 * made for show.
 */
final class SampleSeal {

  private static final int SIDE = 660;
  private static final int LINE = 18;
  private static final Color INK = new Color(0xD7, 0x00, 0x0F, 210);

  private SampleSeal() {}

  static BufferedImage of(FontSet fonts) {
    BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(INK);
    graphics.setStroke(new BasicStroke(LINE));
    double edge = LINE / 2.0;
    graphics.draw(new Ellipse2D.Double(edge, edge, SIDE - LINE, SIDE - LINE));
    graphics.setStroke(new BasicStroke(LINE / 4f));
    double inner = LINE * 2.2;
    graphics.draw(new Ellipse2D.Double(inner, inner, SIDE - 2 * inner, SIDE - 2 * inner));
    // what is printed over it stands between the lines
    line(graphics, fonts, "样章", 72, 128);
    line(graphics, fonts, "无效", 72, 604);
    graphics.dispose();
    return picture;
  }

  private static void line(
      Graphics2D graphics, FontSet fonts, String text, double size, double base) {
    double scale = size / fonts.unitsPerEm(Face.BOLD);
    double x = (SIDE - size * text.length()) / 2;
    for (int character : text.codePoints().toArray()) {
      AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, base);
      graphics.fill(place.createTransformedShape(fonts.shape(character, Face.BOLD)));
      x += size;
    }
  }
}

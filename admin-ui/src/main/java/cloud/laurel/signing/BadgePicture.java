package cloud.laurel.signing;

import cloud.laurel.certificate.Printed;
import cloud.laurel.document.DocumentFonts;
import cloud.laurel.document.FontSet;
import cloud.laurel.document.FontSet.Face;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/**
 * Draws a badge: a red disc in a golden rim, a laurel wreath on it, within the wreath the honour
 * and the year. Flat colours only, which keep the file small. Characters are drawn as shapes, so
 * that a server without fonts of its own will do.
 */
final class BadgePicture {

  private static final int SIZE = 600;
  private static final double MIDDLE = SIZE / 2.0;

  private static final Color RED = new Color(0xA61B1B);
  private static final Color DARK_RED = new Color(0x8A1414);
  private static final Color GOLD = new Color(0xE3B95B);
  private static final Color DARK_GOLD = new Color(0xB08D3C);
  private static final Color LIGHT_GOLD = new Color(0xF4D98B);
  private static final Color IVORY = new Color(0xFFFBF0);

  private static final double STEM = 208;
  private static final int LEAVES = 10;
  private static final double FIRST_DEGREES = 14;
  private static final double STEP_DEGREES = 14;
  private static final double LEAF = 66;
  private static final double LEAF_WIDTH = 21;
  private static final double LEAN_DEGREES = 34;

  /** Room for words within the wreath. */
  private static final double WIDTH = 290;

  private static final double LARGE = 118;
  private static final double SMALL = 38;

  /** So that the longer words stay off the leaves. */
  private static final double NARROW = 30;

  private final Graphics2D graphics;
  private final FontSet fonts;

  private BadgePicture(Graphics2D graphics, FontSet fonts) {
    this.graphics = graphics;
    this.fonts = fonts;
  }

  /** The picture of what a certificate honours, as PNG with a transparent ground. */
  static byte[] png(DocumentFonts fonts, Printed printed) throws IOException {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      fonts.lend(
          set -> {
            new BadgePicture(graphics, set).draw(printed);
            return set;
          });
    } finally {
      graphics.dispose();
    }
    return SmallPng.write(image);
  }

  private void draw(Printed printed) {
    disc(MIDDLE - 4, DARK_GOLD);
    disc(MIDDLE - 9, GOLD);
    disc(MIDDLE - 20, DARK_GOLD);
    disc(MIDDLE - 23, RED);
    ring(MIDDLE - 34, 1.6, GOLD);
    for (int side : new int[] {1, -1}) {
      AffineTransform upright = graphics.getTransform();
      graphics.translate(MIDDLE, MIDDLE);
      graphics.scale(side, 1);
      branch();
      graphics.setTransform(upright);
    }
    honour(printed);
  }

  private void disc(double radius, Color color) {
    graphics.setColor(color);
    graphics.fill(circle(radius));
  }

  private void ring(double radius, double width, Color color) {
    graphics.setColor(color);
    graphics.setStroke(new BasicStroke((float) width));
    graphics.draw(circle(radius));
  }

  private static Ellipse2D circle(double radius) {
    return new Ellipse2D.Double(MIDDLE - radius, MIDDLE - radius, 2 * radius, 2 * radius);
  }

  /** The right branch, from the bottom upwards, the middle of the picture being the origin. */
  private void branch() {
    graphics.setColor(DARK_GOLD);
    graphics.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double extent = FIRST_DEGREES + LEAVES * STEP_DEGREES - 6;
    graphics.draw(new Arc2D.Double(-STEM, -STEM, 2 * STEM, 2 * STEM, -94, extent, Arc2D.OPEN));
    for (int i = 0; i < LEAVES; i++) {
      double degrees = FIRST_DEGREES + i * STEP_DEGREES - 6;
      double size = 1 - 0.025 * i;
      leaf(degrees, LEAN_DEGREES, size);
      leaf(degrees + STEP_DEGREES / 2, -LEAN_DEGREES, size * 0.92);
    }
    leaf(FIRST_DEGREES + LEAVES * STEP_DEGREES - 6, 0, 0.8);
  }

  /**
   * A leaf.
   *
   * @param degrees of its foot on the stem, from the bottom
   * @param lean from the stem's direction, outwards if positive
   */
  private void leaf(double degrees, double lean, double size) {
    double angle = Math.toRadians(90 - degrees);
    AffineTransform upright = graphics.getTransform();
    graphics.translate(STEM * Math.cos(angle), STEM * Math.sin(angle));
    // along the stem, upwards
    graphics.rotate(angle - Math.PI / 2 + Math.toRadians(lean));
    graphics.scale(size, size);
    graphics.setColor(LIGHT_GOLD);
    graphics.fill(half(LEAF_WIDTH));
    graphics.setColor(GOLD);
    graphics.fill(half(-LEAF_WIDTH));
    graphics.setTransform(upright);
  }

  private static Path2D half(double width) {
    Path2D path = new Path2D.Double();
    path.moveTo(0, 0);
    path.curveTo(LEAF * 0.25, width * 0.9, LEAF * 0.7, width * 0.8, LEAF, 0);
    path.closePath();
    return path;
  }

  private void honour(Printed printed) {
    List<String> lines = lines(printed.honour());
    double[] sizes = lines.stream().mapToDouble(this::fitting).toArray();
    double gap = 14;
    double height = gap * (sizes.length - 1);
    for (double size : sizes) {
      height += size;
    }
    double y = MIDDLE - 16 - height / 2;
    for (int i = 0; i < sizes.length; i++) {
      y += sizes[i];
      text(lines.get(i), sizes[i], y - sizes[i] * 0.12, IVORY);
      y += gap;
    }
    String below = printed.demo() ? "演示 · 无效" : String.valueOf(printed.issuedOn().getYear());
    text(below, printed.demo() ? NARROW : SMALL, y + 28, LIGHT_GOLD);
  }

  /** 优秀 and 教师: two words where there are four characters or more, else at a space. */
  private static List<String> lines(String honour) {
    int space = honour.indexOf(' ', honour.length() / 3);
    if (space > 0) {
      return List.of(honour.substring(0, space), honour.substring(space + 1));
    }
    boolean han = honour.codePoints().allMatch(Character::isIdeographic);
    int second = han && honour.length() >= 4 ? honour.offsetByCodePoints(0, 2) : 0;
    return second > 0
        ? List.of(honour.substring(0, second), honour.substring(second))
        : List.of(honour);
  }

  private double fitting(String text) {
    return Math.min(LARGE, WIDTH / fonts.width(text, List.of(Face.BOLD)));
  }

  private void text(String text, double size, double baseline, Color color) {
    double scale = size / fonts.unitsPerEm(Face.BOLD);
    double x = MIDDLE - size * fonts.width(text, List.of(Face.BOLD)) / 2;
    for (int character : text.codePoints().toArray()) {
      AffineTransform place = AffineTransform.getTranslateInstance(x, baseline);
      place.scale(scale, -scale);
      var shape = place.createTransformedShape(fonts.shape(character, Face.BOLD));
      graphics.setColor(DARK_RED);
      graphics.setStroke(new BasicStroke(3));
      graphics.draw(shape);
      graphics.setColor(color);
      graphics.fill(shape);
      x += size * fonts.width(Character.toString(character), List.of(Face.BOLD));
    }
  }
}

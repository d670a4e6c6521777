package cloud.laurel.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures of the demo's cases: shapes and colours, nobody and nothing written on them. */
enum Drawing {
  /** Three sheets, one after the other, the last one done. */
  LESSON {
    @Override
    void draw(Graphics2D graphics) {
      for (int i = 0; i < 3; i++) {
        double x = 120 + 270.0 * i;
        card(graphics, x, 150 + 20.0 * (2 - i), 210, 270, Color.WHITE);
        for (int line = 0; line < 5; line++) {
          Color color = line <= i + 1 ? BLUE : PALE;
          card(
              graphics, x + 28, 190 + 20.0 * (2 - i) + 36 * line, 110 + 14 * (line % 3), 12, color);
        }
      }
      graphics.setColor(GREEN);
      graphics.setStroke(new BasicStroke(20, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      Path2D tick = new Path2D.Double();
      tick.moveTo(740, 420);
      tick.lineTo(780, 460);
      tick.lineTo(860, 360);
      graphics.draw(tick);
    }
  },
  /** Bars that grow. */
  CHART {
    @Override
    void draw(Graphics2D graphics) {
      card(graphics, 110, 90, 740, 420, Color.WHITE);
      for (int i = 0; i < 6; i++) {
        double height = 80 + 48.0 * i;
        card(graphics, 170 + 108.0 * i, 450 - height, 68, height, i == 5 ? GREEN : BLUE);
      }
      graphics.setColor(GREY);
      graphics.setStroke(new BasicStroke(4));
      graphics.draw(new Line2D.Double(150, 452, 810, 452));
    }
  },
  /** One large circle and some small ones around it. */
  NETWORK {
    @Override
    void draw(Graphics2D graphics) {
      double[][] around = {{190, 160}, {300, 460}, {560, 490}, {770, 390}, {760, 150}, {470, 100}};
      graphics.setColor(GREY);
      graphics.setStroke(new BasicStroke(5));
      for (double[] point : around) {
        graphics.draw(new Line2D.Double(480, 300, point[0], point[1]));
      }
      for (int i = 0; i < around.length; i++) {
        circle(graphics, around[i][0], around[i][1], 44, i % 2 == 0 ? GREEN : GOLD);
      }
      circle(graphics, 480, 300, 84, BLUE);
    }
  },
  /** A house with light in its windows. */
  HOME {
    @Override
    void draw(Graphics2D graphics) {
      circle(graphics, 790, 120, 56, GOLD);
      for (double[] puff : new double[][] {{170, 140}, {220, 118}, {270, 142}}) {
        circle(graphics, puff[0], puff[1], 42, Color.WHITE);
      }
      card(graphics, 320, 280, 320, 230, Color.WHITE);
      Path2D roof = new Path2D.Double();
      roof.moveTo(280, 290);
      roof.lineTo(480, 140);
      roof.lineTo(680, 290);
      roof.closePath();
      graphics.setColor(RED);
      graphics.fill(roof);
      card(graphics, 360, 330, 80, 70, GOLD);
      card(graphics, 520, 330, 80, 70, GOLD);
      card(graphics, 445, 420, 70, 90, BLUE);
      card(graphics, 720, 400, 130, 84, Color.WHITE);
      graphics.setColor(GREY);
      graphics.setStroke(new BasicStroke(4));
      graphics.draw(new Line2D.Double(724, 406, 785, 448));
      graphics.draw(new Line2D.Double(785, 448, 846, 406));
    }
  },
  /** A shelf. */
  BOOKS {
    @Override
    void draw(Graphics2D graphics) {
      List<Color> colors = List.of(BLUE, GREEN, GOLD, RED, GREY, BLUE, GOLD, GREEN);
      double x = 150;
      for (int i = 0; i < colors.size(); i++) {
        double width = 44 + 12 * (i % 3);
        double height = 210 + 26 * (i % 4);
        card(graphics, x, 440 - height, width, height, colors.get(i));
        card(graphics, x + 8, 440 - height + 30, width - 16, 10, Color.WHITE);
        x += width + 8;
      }
      card(graphics, 110, 440, 740, 24, WOOD);
      circle(graphics, 740, 300, 46, GREEN);
      circle(graphics, 700, 336, 36, GREEN);
      circle(graphics, 784, 336, 36, GREEN);
      card(graphics, 700, 360, 84, 80, WOOD);
    }
  };

  private static final int WIDTH = 960;
  private static final int HEIGHT = 600;
  private static final Color BLUE = new Color(0x4f8ac6);
  private static final Color PALE = new Color(0xd9dee5);
  private static final Color GREEN = new Color(0x3f8f68);
  private static final Color GOLD = new Color(0xf2c15c);
  private static final Color RED = new Color(0xc8695f);
  private static final Color GREY = new Color(0x7a8694);
  private static final Color WOOD = new Color(0xa9835a);

  static {
    // nobody looks at it here: no screen is needed
    System.setProperty("java.awt.headless", "true");
  }

  abstract void draw(Graphics2D graphics);

  private static void card(
      Graphics2D graphics, double x, double y, double width, double height, Color color) {
    graphics.setColor(color);
    graphics.fill(new RoundRectangle2D.Double(x, y, width, height, 12, 12));
  }

  private static void circle(Graphics2D graphics, double x, double y, double radius, Color color) {
    graphics.setColor(color);
    graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  /** As a PNG. */
  byte[] png() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setPaint(new GradientPaint(0, 0, new Color(0xe3eefa), 0, HEIGHT, new Color(0xe4f3ea)));
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    draw(graphics);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}

package cloud.laurel.press;

import java.io.IOException;
import java.util.Locale;
import org.w3c.dom.Document;

/** Crosses in known places, to be measured on paper. */
final class CrossPage {

  private static final int SHORT = 210;
  private static final int LONG = 297;
  private static final int EDGE = 20;
  private static final int ARM = 10;

  private static final String STYLES =
      "body { margin: 0; font-family: sans, serif; font-size: 10pt; line-height: 1.5 }"
          + " div, p { position: absolute; margin: 0 }"
          + " .h { width: 20mm; border-top: 0.2mm solid #000000 }"
          + " .v { height: 20mm; border-left: 0.2mm solid #000000 }";

  private CrossPage() {}

  static Document of(Mode mode, boolean upright) throws IOException {
    int width = upright ? SHORT : LONG;
    int height = upright ? LONG : SHORT;
    StringBuilder page = new StringBuilder(2000);
    page.append("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh-CN\"><head>")
        .append("<title>套打测试页 Overprint test page</title><style>")
        .append("@page { size: " + width + "mm " + height + "mm; margin: 0 } ")
        .append(STYLES)
        .append("</style></head><body>");
    for (int x : new int[] {EDGE, width / 2, width - EDGE}) {
      for (int y : new int[] {EDGE, height / 2, height - EDGE}) {
        cross(page, x, y);
      }
    }
    words(page, EDGE + 2 * ARM, 2 * EDGE, "套打测试页：请选“实际大小（100%）”打印在空白纸上，量角上十字的中心到纸边的距离。");
    words(page, EDGE + 2 * ARM, 2 * EDGE + 7, "应各为 20 毫米。偏左几毫米，就把“向右移”加上几毫米；偏上几毫米，就把“向下移”加上几毫米。");
    words(
        page,
        EDGE + 2 * ARM,
        2 * EDGE + 14,
        String.format(Locale.ROOT, "本页已按当前设置移动：向右 %.1f 毫米，向下 %.1f 毫米。", mode.x(), mode.y()));
    Document parsed = SheetPage.parsed(page.append("</body></html>").toString());
    SheetPage.describe(parsed);
    return parsed;
  }

  private static void cross(StringBuilder page, int x, int y) {
    line(page, "h", x - ARM, y);
    line(page, "v", x, y - ARM);
  }

  private static void line(StringBuilder page, String direction, int x, int y) {
    page.append("<div class=\"" + direction + "\" style=\"" + at(x, y) + "\"></div>");
  }

  private static void words(StringBuilder page, int x, int y, String words) {
    page.append("<p style=\"" + at(x, y) + "\">" + words + "</p>");
  }

  private static String at(int x, int y) {
    return "left: " + x + "mm; top: " + y + "mm";
  }
}

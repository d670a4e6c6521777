package cloud.laurel.signing;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** Writes pictures of few flat colours with a palette, which takes a third of the bytes. */
final class SmallPng {

  private static final int MOST = 256;
  private static final int BITS = 8;

  private SmallPng() {}

  /** The picture; where it has more than 256 colours the rarest become the next best. */
  static byte[] write(BufferedImage image) throws IOException {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    Map<Integer, Integer> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.merge(pixel, 1, Integer::sum);
    }
    int[] palette =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST)
            .mapToInt(Map.Entry::getKey)
            .toArray();
    BufferedImage small =
        new BufferedImage(
            width,
            height,
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(BITS, palette.length, palette, 0, true, -1, DataBuffer.TYPE_BYTE));
    Map<Integer, Integer> places = new HashMap<>();
    int[] indexed = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      indexed[i] = places.computeIfAbsent(pixels[i], pixel -> nearest(palette, pixel));
    }
    small.getRaster().setPixels(0, 0, width, height, indexed);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(small, "png", out);
    return out.toByteArray();
  }

  private static int nearest(int[] palette, int pixel) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < palette.length && least > 0; i++) {
      int distance = 0;
      for (int shift = 0; shift < Integer.SIZE; shift += BITS) {
        int difference = (palette[i] >>> shift & 0xff) - (pixel >>> shift & 0xff);
        distance += difference * difference;
      }
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}

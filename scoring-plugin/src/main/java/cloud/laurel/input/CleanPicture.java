package cloud.laurel.input;

import cloud.laurel.input.Attachment.Type;

/**
 * A picture of which only the pixels are left: no place, time, device, comment or hidden file.
 *
 * @param name of the file it came from, tidied
 * @param type JPEG or PNG
 * @param width in pixels, at most {@link #LONGEST_SIDE}
 * @param height likewise
 * @param content not copied
 * @param thumbnail of the same type, its sides at most {@link #THUMBNAIL_SIDE}; not copied
 */
public record CleanPicture(
    String name, Type type, int width, int height, byte[] content, byte[] thumbnail) {

  /** Most pixels of a picture that is taken. */
  public static final long MAX_PIXELS = 40_000_000;

  /** Longest side that is kept, in pixels. */
  public static final int LONGEST_SIDE = 2000;

  /** Longest side of a thumbnail, in pixels. */
  public static final int THUMBNAIL_SIDE = 480;
}

package cloud.laurel.showcase;

import cloud.laurel.input.Attachment.Type;

/**
 * A picture of a case.
 *
 * @param id its number; what it shows never changes
 * @param alt what can be seen on it, empty only in a draft
 * @param type PNG or JPEG
 * @param size in bytes
 */
public record Picture(long id, String alt, Type type, int width, int height, int size) {

  /**
   * A picture as it is sent out.
   *
   * @param school code of the school whose case it belongs to
   * @param published whether everybody may see it
   * @param bytes not copied
   */
  public record Content(Type type, String school, boolean published, byte[] bytes) {}
}

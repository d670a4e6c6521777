package cloud.laurel.appeal;

/**
 * A file as it was sent.
 *
 * @param name as the sender calls it
 * @param content all of it, not copied
 */
public record Upload(String name, byte[] content) {

  /** Largest file that is taken, in bytes. */
  public static final int MAX_BYTES = AttachmentRule.MAX_BYTES;

  /** Most files of one appeal. */
  public static final int MAX_FILES = AttachmentRule.MAX_FILES;
}

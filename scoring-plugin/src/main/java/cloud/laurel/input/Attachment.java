package cloud.laurel.input;

/**
 * A file that came with words of somebody.
 *
 * @param id its number
 * @param name tidied, with the ending of its type
 * @param type as found in its content
 * @param size in bytes
 */
public record Attachment(long id, String name, Type type, int size) {

  /** What may be attached. */
  public enum Type {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

    private final String mediaType;
    private final String ending;

    Type(String mediaType, String ending) {
      this.mediaType = mediaType;
      this.ending = ending;
    }

    /** As HTTP names it. */
    public String mediaType() {
      return mediaType;
    }

    /** As file names end, without the dot. */
    public String ending() {
      return ending;
    }
  }

  /** An attachment with its content. */
  public record Content(Attachment attachment, byte[] bytes) {}
}

package cloud.laurel.input;

import cloud.laurel.input.Attachment.Type;
import cloud.laurel.input.FileRefused.Why;
import java.util.Set;

/**
 * A file as it was sent.
 *
 * @param name as the sender calls it
 * @param content all of it, not copied
 */
public record Upload(String name, byte[] content) {

  /** Largest file that is taken, in bytes. */
  public static final int MAX_BYTES = 5 * 1024 * 1024;

  /**
   * The file as it can be kept.
   *
   * @param types those that are taken here
   * @throws FileRefused when it cannot
   */
  public CheckedFile checked(Set<Type> types) {
    String shown = WordsRule.line(name);
    if (content.length == 0) {
      throw new FileRefused(Why.EMPTY, shown);
    }
    if (content.length > MAX_BYTES) {
      throw new FileRefused(Why.TOO_LARGE, shown);
    }
    Type type =
        AttachmentRule.typeOf(content)
            .filter(types::contains)
            .orElseThrow(() -> new FileRefused(Why.TYPE, shown));
    return new CheckedFile(AttachmentRule.nameOf(name, type), type, content);
  }

  /**
   * The picture as it can be shown to everybody: drawn anew, with nothing else that was in the
   * file.
   *
   * @throws FileRefused when it is none that can be taken
   */
  public CleanPicture picture() {
    return PictureRule.clean(checked(Set.of(Type.PNG, Type.JPEG)));
  }
}

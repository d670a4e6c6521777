package cloud.laurel.input;

/** A file that cannot be taken, with the reason. Nothing was stored. */
public final class FileRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Why why;
  private final String file;

  FileRefused(Why why, String file) {
    super(why + " " + file);
    this.why = why;
    this.file = file;
  }

  /** The reason. */
  public Why why() {
    return why;
  }

  /** The file's name, in one line. */
  public String file() {
    return file;
  }

  /** Why a file cannot be taken. */
  public enum Why {
    /** There is nothing in it. */
    EMPTY,
    /** It is larger than {@link Upload#MAX_BYTES}. */
    TOO_LARGE,
    /** It is not what may be attached. */
    TYPE,
    /** A picture of more than {@link CleanPicture#MAX_PIXELS}. */
    TOO_MANY_PIXELS,
    /** It says that it is a picture, but cannot be drawn. */
    UNREADABLE
  }
}

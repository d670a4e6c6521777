package cloud.laurel.press;

/**
 * How a certificate goes to paper.
 *
 * @param overprint whether only its words, QR code and seal are printed, on paper that has frame
 *     and title already (套打)
 * @param halfX by how many half millimetres everything moves to the right, −40 to 40
 * @param halfY likewise downwards
 */
public record Mode(boolean overprint, int halfX, int halfY) {

  /** Frame and text. */
  public static final Mode WHOLE = new Mode(false, 0, 0);

  private static final int MOST = 40;
  private static final double HALF = 0.5;

  /** Checks the offsets. */
  public Mode {
    if (Math.abs(halfX) > MOST || Math.abs(halfY) > MOST) {
      throw new IllegalArgumentException("offset beyond 20 mm");
    }
  }

  /** On ready-made paper. */
  public static Mode overprint(int halfX, int halfY) {
    return new Mode(true, halfX, halfY);
  }

  /** To the right, in millimetres. */
  public double x() {
    return halfX * HALF;
  }

  /** Downwards, in millimetres. */
  public double y() {
    return halfY * HALF;
  }
}

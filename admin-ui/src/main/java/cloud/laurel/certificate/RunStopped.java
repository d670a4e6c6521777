package cloud.laurel.certificate;

import java.io.IOException;

/** A print file that is not made, because it would not be what was asked for. */
final class RunStopped extends IOException {

  private static final long serialVersionUID = 1L;

  private final Why why;
  private final String series;

  RunStopped(Why why, String series) {
    super("LRL-11009 " + why + " " + series);
    this.why = why;
    this.series = series;
  }

  /** The reason. */
  enum Why {
    /** Some certificate of it is no longer valid, or there are more by now. */
    CHANGED,
    /** A certificate cannot be set for ready-made paper. */
    REFUSED,
    /** Other files are being made. */
    BUSY,
    /** Nothing can be set for ready-made paper without an address for the QR code. */
    HOMELESS
  }

  /** What the page shall tell, as part of its address. */
  String toQuery() {
    return "&why=" + why + (series.isEmpty() ? "" : "&series=" + series);
  }
}

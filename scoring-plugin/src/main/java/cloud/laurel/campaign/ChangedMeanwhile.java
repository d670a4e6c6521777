package cloud.laurel.campaign;

/** A draft that somebody else saved since it was read; nothing was changed. */
public final class ChangedMeanwhile extends RuntimeException {

  ChangedMeanwhile(String code) {
    super("LRL-03031 campaign " + code + " was saved by somebody else meanwhile");
  }
}

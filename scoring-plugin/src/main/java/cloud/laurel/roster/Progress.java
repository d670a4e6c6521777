package cloud.laurel.roster;

/** Wants to know how far long work is. */
interface Progress {

  /** Nobody does. */
  Progress NONE = (done, total) -> {};

  /**
   * So much is done.
   *
   * @param total 0 when nobody knows
   */
  void at(long done, long total);
}

package cloud.laurel.selection;

/** What the computed order says about a candidate. */
public enum Outcome {
  /** Has a place. */
  IN,
  /** The places end within a tie that the candidate is part of: officers decide (rule R8). */
  TIED,
  /** The places were taken before. */
  BELOW,
  /** The school, the central school or the stage has all the places that it may have. */
  SHARE_TAKEN,
  /** The school does not pass the opening gate (rule R9). */
  GATE,
  /** Has no score to be honoured for. */
  NO_SCORE;

  /** Whether the computed list has the candidate; a tie across the cut is on it as a whole. */
  public boolean isComputed() {
    return this == IN || this == TIED;
  }
}

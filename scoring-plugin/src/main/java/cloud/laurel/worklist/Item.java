package cloud.laurel.worklist;

/** What the bureau watches of a school, in the order in which it is shown. */
public enum Item {
  /** The school's plan (实施方案). */
  PLAN,
  /** Training held at the school. */
  TRAINING,
  /** The roster is up to date. */
  ROSTER,
  /** Spaces opened, up to the campaign's gate (rule R9). */
  OPENING,
  /** Pupils take part, month by month (rule R4). */
  MONTHS,
  /** The administrators' functions, each once in the campaign (rule R1). */
  FUNCTIONS
}

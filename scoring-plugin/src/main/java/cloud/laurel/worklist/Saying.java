package cloud.laurel.worklist;

/** What there is to say of an item; pages find the words, the numbers come from the entry. */
public enum Saying {
  /** The bureau has accepted the plan. */
  PLAN_ACCEPTED,
  /** It is with the bureau. */
  PLAN_SUBMITTED,
  /** The bureau has sent it back. */
  PLAN_RETURNED,
  /** Begun, not submitted. */
  PLAN_DRAFT,
  /** Not begun. */
  PLAN_NONE,
  /** Numbers: how many times. */
  TRAINING_HELD,
  /** Nothing is in the log. */
  TRAINING_NONE,
  /** Numbers: days since the last upload. */
  ROSTER_CURRENT,
  /** Numbers: days since the last upload. */
  ROSTER_OLD,
  /** Never, or not since the preparation began. */
  ROSTER_NEVER,
  /** The gate is passed. */
  OPENING_PASSED,
  /** Numbers: teachers and pupils that are missing. */
  OPENING_MISSING,
  /** Nobody on the roster whose space could be open. */
  OPENING_NOBODY,
  /** Numbers: participants and eligible pupils of the month. */
  MONTHS_REACHED,
  /** Numbers: pupils missing to the lowest tier, participants, eligible. */
  MONTHS_MISSING,
  /** The same, and the month before was missed too. */
  MONTHS_BEHIND,
  /** The school has no pupils who count. */
  MONTHS_NOBODY,
  /** All functions used by every administrator. */
  FUNCTIONS_ALL,
  /** Numbers: functions not used yet, of all administrators. */
  FUNCTIONS_OPEN,
  /** No administrator on the roster. */
  FUNCTIONS_NOBODY
}

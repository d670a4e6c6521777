package cloud.laurel.scoring;

/** Why an action does not count (rule R11; design section 6). */
public enum Reason {
  NO_INDICATOR,
  OUTSIDE_WINDOW,
  UNKNOWN_ACCOUNT,
  WRONG_ROLE,
  CONDITION_FAILED,
  MONTH_CLOSED,
  WITHDRAWN,
  LIMIT_REACHED
}

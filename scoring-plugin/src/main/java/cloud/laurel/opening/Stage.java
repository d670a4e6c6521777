package cloud.laurel.opening;

/** What a school's pupils make it (学段). */
public enum Stage {
  /** Grades 1 to 6. */
  PRIMARY,
  /** Grades 7 to 9. */
  JUNIOR,
  /** Grades 10 to 12. */
  SENIOR,
  /** Grades of more than one stage. */
  ACROSS,
  /** A school without pupils. */
  OTHER
}

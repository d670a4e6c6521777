package cloud.laurel.report;

/** What a progress report measures, in the order in which it is printed. */
public enum Measure {
  /** Schools that take part. */
  SCHOOLS,
  /** Teachers with a registered space, of those eligible. */
  TEACHERS_REGISTERED,
  /** Pupils with a registered space, of those eligible. */
  STUDENTS_REGISTERED,
  /** Schools that pass the opening gate, of all. */
  GATE_PASSED,
  /** Schools that have handed in their plan, of all. */
  PLANS_SUBMITTED,
  /** Schools that have held a training, of all. */
  TRAINED,
  /** Schools whose roster is current, of all. */
  ROSTER_CURRENT,
  /** Pupils who took part in the month, of those eligible. */
  PUPILS_TOOK_PART,
  /** Schools whose pupils reached a tier in the month, of those with pupils. */
  MONTH_REACHED,
  /** Schools whose administrators have used every function, of all. */
  FUNCTIONS_USED,
  /** Mean of the schools' scores. */
  SCORE,
  /** Mean of the administrators' parts. */
  ADMINISTRATORS,
  /** Mean of the teachers' parts. */
  TEACHERS,
  /** Mean of the pupils' parts. */
  STUDENTS
}

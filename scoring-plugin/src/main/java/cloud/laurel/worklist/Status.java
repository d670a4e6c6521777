package cloud.laurel.worklist;

/** How far something is, the most urgent last. */
public enum Status {
  DONE,
  DUE,
  LATE
}

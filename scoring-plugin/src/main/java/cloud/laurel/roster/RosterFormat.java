package cloud.laurel.roster;

/** The kinds of file that an upload may be, told by their content. */
public enum RosterFormat {
  XLSX,
  CSV,
  ONEROSTER,
  UNKNOWN
}

package cloud.laurel.roster;

import java.util.List;

/**
 * What an upload did.
 *
 * @param schools schools named in the upload
 * @param people people in the upload
 * @param added people who were not on the roster before
 * @param changed people of whom something changed
 * @param left people of the upload's schools who are missing from it and left
 * @param problems empty when it was applied; else nothing was stored
 */
public record RosterResult(
    int schools, int people, int added, int changed, int left, List<RowProblem> problems) {

  /**
   * A row that cannot be taken.
   *
   * @param file file within the upload
   * @param row line of the file, the heading being 1; 0 for the whole file
   * @param column heading of the column; empty for the whole row
   * @param problem what is wrong and how to mend it
   */
  public record RowProblem(String file, long row, String column, String problem) {}
}

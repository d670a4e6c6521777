package cloud.laurel.roster;

import java.io.IOException;
import java.util.List;

/** The rows of a table, whatever kind of file it comes from. */
interface SheetRows {

  /** Hands the rows on, blank ones too; what cannot be read is a problem. */
  void read(Problems problems, Sink rows) throws IOException;

  /** Takes rows. */
  interface Sink {

    /**
     * One row.
     *
     * @param line its number in the file, from 1
     * @param cells as text, as far as the row goes
     * @param lines how many there are about
     * @return whether to go on
     */
    boolean take(long line, List<String> cells, long lines);
  }
}

package cloud.laurel.signal;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Looks for one kind of signal. It only reads, aggregates in the database, and finds the same in
 * the same data.
 */
interface Detector {

  /** Most findings of one run: more than anybody could look at. */
  int MOST_FINDINGS = 200;

  /** What it looks for. */
  Kind kind();

  /** What it finds, at most {@value #MOST_FINDINGS}. */
  List<Finding> find(Handle tx, Lookback lookback);
}

package cloud.laurel.roster;

import java.io.IOException;
import java.io.InputStream;

/** A file of text whose size is watched while it is read: one of a zip, or the upload itself. */
interface TextFile {

  /** What problems call it. */
  String name();

  /** Its bytes from the beginning. */
  InputStream open() throws IOException;

  /** The checksum it should have, -1 when unknown. */
  long checksum();

  /** Counts what really came out; false when it is more than any roster holds. */
  boolean mayExpand(long soFarInFile, long more);
}

package cloud.laurel.bulletin;

import java.util.List;

/**
 * What stands in the editor and is not stored.
 *
 * @param base number of the version that was changed
 * @param note as typed
 * @param findings why it was not stored; may be empty
 * @param changedMeanwhile whether somebody else saved since it was read
 */
record BulletinEdit(
    Content content, int base, String note, List<Finding> findings, boolean changedMeanwhile) {

  /** The request attribute in which the page finds it. */
  static final String ATTRIBUTE = "bulletinEdit";

  /** Where the page is, to be forwarded to. */
  static final String PAGE = "/bureau/bulletin.xhtml";
}

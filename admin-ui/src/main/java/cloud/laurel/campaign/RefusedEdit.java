package cloud.laurel.campaign;

import java.util.List;

/**
 * An edit that was not stored; the editor shows it again.
 *
 * @param json what was typed
 * @param basis what it was an edit of
 * @param problems what is wrong with it, may be empty
 * @param changedMeanwhile whether somebody else saved since it was read
 */
public record RefusedEdit(
    String json, String basis, List<FieldProblem> problems, boolean changedMeanwhile) {

  /** The request attribute in which the editor finds it. */
  public static final String ATTRIBUTE = "refusedEdit";

  /** Where the editor is, to be forwarded to. */
  public static final String PAGE = "/bureau/campaign-edit.xhtml";
}

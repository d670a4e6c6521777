package cloud.laurel.selection;

import cloud.laurel.opening.SchoolOpening.Central;
import cloud.laurel.web.Texts;

/**
 * A candidate in the words and numbers that pages show.
 *
 * @param school name of a person's school, else empty
 * @param outcome what the computed order says, as a key of texts
 * @param points own points of a person, else empty
 * @param marks mean and spread of reviewers, empty without any
 * @param reason of a decision, empty without one
 */
public record SelectionLine(
    String code,
    String name,
    String school,
    String central,
    long rank,
    String score,
    String points,
    String outcome,
    boolean computed,
    boolean decided,
    boolean changed,
    boolean open,
    String marks,
    String reason,
    String by) {

  static SelectionLine of(SelectionRow row, Texts text) {
    Candidate candidate = row.candidate();
    Marks marks = row.marks();
    return new SelectionLine(
        candidate.code(),
        candidate.name(),
        candidate.schoolName(),
        candidate.central().map(Central::name).orElse(""),
        candidate.rank(),
        candidate.score().text(),
        candidate.points().map(text::number).orElse(""),
        row.outcome().name(),
        row.computed(),
        row.decided(),
        row.changed(),
        row.open(),
        marks.reviews().isEmpty()
            ? ""
            : text.of(
                "selection.marks", marks.mean().text(), marks.spread(), marks.reviews().size()),
        row.decision().map(Decision::reason).orElse(""),
        row.decision().map(Decision::by).orElse(""));
  }
}

package cloud.laurel.selection;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.standing.Snapshot;
import cloud.laurel.web.Campaigns;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The selection for an honour as JSON.
 *
 * @param quota places; null when people decide how many
 * @param cutTied whether the places end within a tie
 * @param state DECIDING, SUBMITTED or CONFIRMED
 * @param snapshot hash of what it rests on; null while figures are provisional
 */
public record SelectionAnswer(
    String honour,
    String name,
    @Nullable Integer quota,
    boolean cutTied,
    String state,
    @Nullable String snapshot,
    String asOf,
    long pending,
    List<Row> rows) {

  /**
   * A candidate.
   *
   * @param school code of a person's or school's school; empty for a central school
   * @param score exact to two decimals
   * @param reason of a decision; null without one
   */
  public record Row(
      String code,
      String name,
      String school,
      String schoolName,
      long rank,
      String score,
      boolean passesGate,
      boolean computed,
      boolean decided,
      @Nullable String reason) {

    static Row of(SelectionRow row) {
      Candidate candidate = row.candidate();
      return new Row(
          candidate.code(),
          candidate.name(),
          candidate.school(),
          candidate.schoolName(),
          candidate.rank(),
          candidate.score().text(),
          candidate.passesGate(),
          row.computed(),
          row.decided(),
          row.decision().map(Decision::reason).orElse(null));
    }
  }

  static SelectionAnswer of(
      Campaign campaign, HonourSelection selection, Selection state, long pending) {
    int places = selection.scheme().places();
    return new SelectionAnswer(
        selection.honour().code(),
        selection.honour().name(),
        places == 0 ? null : Integer.valueOf(places),
        selection.cutTied(),
        state.state().name(),
        selection.result().snapshot().map(Snapshot::hash).orElse(null),
        Campaigns.time(campaign, selection.result().asOf()),
        pending,
        selection.rows().stream().map(Row::of).toList());
  }
}

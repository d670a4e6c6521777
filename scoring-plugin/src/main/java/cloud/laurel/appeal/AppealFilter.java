package cloud.laurel.appeal;

import cloud.laurel.appeal.Appeal.Kind;
import cloud.laurel.appeal.Appeal.State;
import cloud.laurel.input.WordsRule;
import java.util.List;
import java.util.Optional;

/**
 * Which appeals are wanted; what is empty does not matter.
 *
 * @param campaign internal key of the campaign
 * @param school code of the claimed school
 * @param party account of whose entry it is, or who filed it
 * @param filedBy codes of schools whose administrators filed it for somebody else
 */
public record AppealFilter(
    Optional<Integer> campaign,
    Optional<State> state,
    Optional<Kind> kind,
    Optional<String> school,
    Optional<String> party,
    Optional<List<String>> filedBy) {

  /** Every appeal of a campaign. */
  public static AppealFilter of(int campaign) {
    return new AppealFilter(
        Optional.of(campaign),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Only those about somebody, or filed by them. */
  public AppealFilter ofParty(String account) {
    return new AppealFilter(campaign, state, kind, school, Optional.of(account), filedBy);
  }

  /** Only those that administrators of these schools filed for their people. */
  public AppealFilter filedBy(List<String> schools) {
    return new AppealFilter(
        campaign, state, kind, school, party, Optional.of(List.copyOf(schools)));
  }

  /** Only those in a state, of a kind, of a school; empty for any. */
  public AppealFilter only(Optional<State> in, Optional<Kind> of, Optional<String> at) {
    return new AppealFilter(campaign, in, of, at.map(WordsRule::line), party, filedBy);
  }
}

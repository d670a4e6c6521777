package cloud.laurel.appeal;

import cloud.laurel.appeal.Appeal.Kind;
import cloud.laurel.input.Upload;
import cloud.laurel.input.WordsRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What somebody files.
 *
 * @param account whose entry is contested
 * @param action id of the contested action; empty when it is missing
 * @param indicator of the contested entry, or the claimed one
 * @param day the claimed day; only for a missing action
 * @param words what is wrong, in the filer's words
 * @param files evidence
 */
public record Filing(
    String account,
    Kind kind,
    Optional<String> action,
    Optional<String> indicator,
    Optional<LocalDate> day,
    String words,
    List<Upload> files) {

  /** Checks itself. */
  public Filing {
    action = action.map(WordsRule::line);
    files = List.copyOf(files);
    if (action.isEmpty() != (kind == Kind.MISSING)) {
      throw new IllegalArgumentException("action: is there unless the action is missing");
    }
  }

  /** A contest of an entry that is there. */
  public static Filing of(
      String account,
      Kind kind,
      String action,
      String indicator,
      String words,
      List<Upload> files) {
    return new Filing(
        account,
        kind,
        Optional.of(action),
        Optional.of(indicator).filter(i -> !i.isEmpty()),
        Optional.empty(),
        words,
        files);
  }

  /** A claim of an entry that is not there. */
  public static Filing missing(
      String account, String indicator, LocalDate day, String words, List<Upload> files) {
    return new Filing(
        account,
        Kind.MISSING,
        Optional.empty(),
        Optional.of(indicator),
        Optional.of(day),
        words,
        files);
  }
}

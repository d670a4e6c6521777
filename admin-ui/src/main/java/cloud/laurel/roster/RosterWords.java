package cloud.laurel.roster;

import cloud.laurel.web.Texts;
import java.util.List;
import java.util.Locale;

/** What the roster's problems and files say, in the reader's language. */
final class RosterWords {

  private static final String PROBLEM = "rosterProblem.";

  private final Texts text;

  RosterWords(Texts text) {
    this.text = text;
  }

  /** What is wrong. */
  String reason(RosterJob.Trouble trouble) {
    return text.filled(PROBLEM + trouble.problem(), trouble.arguments());
  }

  /** How to mend it. */
  String advice(RosterJob.Trouble trouble) {
    return text.filled(PROBLEM + trouble.problem() + ".fix", trouble.arguments());
  }

  /** The headings of the columns that come back behind the sender's own. */
  List<String> headings() {
    return List.of(
        text.of("roster.back.line"),
        text.of("roster.back.column"),
        text.of("roster.back.reason"),
        text.of("roster.back.advice"));
  }

  RosterFileService.Words file(Locale language) {
    return new RosterFileService.Words(
        language,
        text.of("roster.sheet"),
        text.of("roster.guide"),
        column -> text.of("roster.column." + column));
  }

  /** A role at a school: 三年级 2班, with the school's name where it matters. */
  String at(PersonChange.At at, String schoolName) {
    String role =
        at.grade() == 0
            ? text.of("role." + at.role())
            : text.of("roster.grade", at.grade(), at.className().orElse(""));
    return schoolName.isEmpty() ? role.strip() : schoolName + " " + role.strip();
  }
}

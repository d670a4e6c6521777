package cloud.laurel.announcement;

import cloud.laurel.announcement.AnnouncementRefused.Why;
import cloud.laurel.announcement.Objection.State;
import cloud.laurel.input.WordsRule;

/**
 * What an officer decides on an objection.
 *
 * @param officer sign-in name
 * @param state what becomes of it, not open
 * @param answer in words for whoever objected; never blank
 * @param note the officers' own, may be empty
 */
public record ObjectionDecision(String officer, State state, String answer, String note) {

  /**
   * Checks itself.
   *
   * @throws AnnouncementRefused naming what has to change
   */
  public ObjectionDecision {
    if (state == State.OPEN) {
      throw new IllegalArgumentException("state: is a decision");
    }
    answer = WordsRule.tidy(answer);
    note = WordsRule.tidy(note);
    if (answer.isEmpty()) {
      throw new AnnouncementRefused(Why.ANSWER_MISSING);
    }
    if (answer.length() > WordsRule.MAX_WORDS) {
      throw new AnnouncementRefused(Why.ANSWER_TOO_LONG);
    }
    if (note.length() > WordsRule.MAX_WORDS) {
      throw new AnnouncementRefused(Why.NOTE_TOO_LONG);
    }
  }
}

package cloud.laurel.worklist;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.Texts;
import cloud.laurel.worklist.SchoolWork.Reminded;

/**
 * An entry in words.
 *
 * @param name of the item
 * @param words what there is to say
 * @param day when it was done or is to be done, may be empty
 * @param link where it is done or seen, without the campaign
 * @param reminded when the school was last reminded, may be empty
 */
public record WorkCell(
    Item item, String name, Status status, String words, String day, String link, String reminded) {

  private static final int MONTH_AND_DAY = 5;

  static WorkCell of(Campaign campaign, SchoolWork school, Entry entry, String link, Texts text) {
    WorkWords words = new WorkWords(text);
    Reminded reminded = school.reminded().get(entry.item());
    return new WorkCell(
        entry.item(),
        words.item(entry.item()),
        entry.status(),
        words.say(entry),
        words.day(entry),
        link,
        reminded == null || entry.isDone()
            ? ""
            : text.of(
                "worklist.reminded",
                campaign.dayOf(reminded.at()).toString().substring(MONTH_AND_DAY),
                reminded.by()));
  }
}

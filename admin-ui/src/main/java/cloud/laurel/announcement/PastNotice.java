package cloud.laurel.announcement;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.Texts;
import java.util.List;

/**
 * An announcement with what happened to it, in plain words.
 *
 * @param days from the first to the last; empty when it was published without a notice
 * @param events newest first
 */
public record PastNotice(String title, String state, String days, List<Step> events) {

  /**
   * Something that happened.
   *
   * @param who may be empty, when time did it
   */
  public record Step(String at, String what, String who, String words) {}

  static List<PastNotice> of(
      Campaign campaign, List<Announcement> all, List<AnnouncementEvent> history, Texts text) {
    return all.stream()
        .map(
            one ->
                new PastNotice(
                    one.title(),
                    text.of("announce.state." + one.state()),
                    one.days()
                        .map(
                            d ->
                                text.of(
                                    "announce.range", d.first().toString(), d.last().toString()))
                        .orElse(""),
                    history.stream()
                        .filter(event -> event.announcement() == one.id())
                        .map(event -> step(campaign, event, text))
                        .toList()))
        .toList();
  }

  private static Step step(Campaign campaign, AnnouncementEvent event, Texts text) {
    return new Step(
        text.time(event.at(), campaign.zone()),
        text.of("announce.event." + event.what()),
        event.officer().isEmpty() ? text.of("announce.time") : event.officer(),
        event.words());
  }
}

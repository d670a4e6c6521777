package cloud.laurel.showcase;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.showcase.Showcase.State;
import cloud.laurel.showcase.ShowcaseEvent.What;
import cloud.laurel.web.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What happened to a case in words.
 *
 * @param remark what the bureau said last when it returned or withdrew the case; empty where it
 *     stands otherwise
 * @param wish why the school wants it withdrawn; empty unless it does
 * @param events newest first
 */
public record ShowcaseHistory(String remark, String wish, List<EventRow> events) {

  /** Something that happened. */
  public record EventRow(String at, String who, String what, String words) {}

  /**
   * As a page shows it.
   *
   * @param bureau whether an officer reads it: they see each other's sign-in names
   */
  static ShowcaseHistory of(
      Showcase showcase,
      List<ShowcaseEvent> events,
      Campaign campaign,
      boolean bureau,
      Texts text) {
    List<EventRow> rows = new ArrayList<>();
    for (ShowcaseEvent event : events) {
      String who =
          !event.bureau()
              ? event.name()
              : bureau ? text.of("appeal.officer", event.actor()) : text.of("appeal.bureau");
      rows.add(
          new EventRow(
              text.time(event.at(), campaign.zone()),
              who,
              text.of("showcase.event." + event.what()),
              event.words()));
    }
    Collections.reverse(rows);
    String remark =
        showcase.state() == State.RETURNED
            ? last(events, What.RETURNED)
            : showcase.state() == State.WITHDRAWN ? last(events, What.WITHDRAWN) : "";
    String wish = showcase.withdrawalAsked() ? last(events, What.WITHDRAWAL_ASKED) : "";
    return new ShowcaseHistory(remark, wish, rows);
  }

  private static String last(List<ShowcaseEvent> events, What what) {
    return events.stream()
        .filter(event -> event.what() == what)
        .reduce((earlier, later) -> later)
        .map(ShowcaseEvent::words)
        .orElse("");
  }
}

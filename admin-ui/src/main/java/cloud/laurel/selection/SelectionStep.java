package cloud.laurel.selection;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Rules.Honour;
import cloud.laurel.web.Texts;

/**
 * Something that was done in a selection, in words.
 *
 * @param about honour and candidate; may be empty
 */
public record SelectionStep(String at, String by, String what, String about, String words) {

  static SelectionStep of(SelectionEvent event, Campaign campaign, Texts text) {
    String honour =
        campaign.honours().stream()
            .filter(h -> h.code().equals(event.honour()))
            .findFirst()
            .map(Honour::name)
            .orElse(event.honour());
    return new SelectionStep(
        text.time(event.at(), campaign.zone()),
        event.actor(),
        text.of("selection.event." + event.what()),
        (honour + " " + event.candidate()).strip(),
        event.words());
  }
}

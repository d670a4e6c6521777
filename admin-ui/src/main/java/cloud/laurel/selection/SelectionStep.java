package cloud.laurel.selection;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.Texts;
import java.util.List;
import java.util.Optional;

/**
 * Something that was done in a selection, in words.
 *
 * @param about honour and candidate; may be empty
 */
public record SelectionStep(String at, String by, String what, String about, String words) {

  static SelectionStep of(
      SelectionEvent event, Campaign campaign, List<HonourSelection> selections, Texts text) {
    Optional<HonourSelection> selection =
        selections.stream().filter(s -> s.honour().code().equals(event.honour())).findFirst();
    String honour = selection.map(s -> s.honour().name()).orElse(event.honour());
    String candidate =
        selection
            .flatMap(s -> s.row(event.candidate()))
            .map(SelectionRow::candidate)
            .map(c -> (c.name() + " " + c.schoolName()).strip())
            .orElse(event.candidate());
    return new SelectionStep(
        text.time(event.at(), campaign.zone()),
        event.actor(),
        text.of("selection.event." + event.what()),
        (honour + " " + candidate).strip(),
        event.words());
  }
}

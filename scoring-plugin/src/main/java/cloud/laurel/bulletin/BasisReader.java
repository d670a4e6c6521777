package cloud.laurel.bulletin;

import cloud.laurel.bulletin.Basis.Chosen;
import cloud.laurel.bulletin.Basis.Frozen;
import cloud.laurel.bulletin.Basis.HonourRoll;
import cloud.laurel.bulletin.Basis.Honoured;
import cloud.laurel.bulletin.Basis.Place;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.result.Result;
import cloud.laurel.result.ResultService;
import cloud.laurel.selection.Confirmed;
import cloud.laurel.selection.SelectionService;
import cloud.laurel.standing.RankedBy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a bulletin is printed with from the result and the confirmed selection. */
public class BasisReader {

  /** Many schools may share a place while little has been done. */
  private static final int MOST_SCHOOLS = 2 * Part.MOST_PLACES;

  private final ResultService results;

  private final SelectionService selections;

  /** One for an engine. */
  public BasisReader(ResultService results, SelectionService selections) {
    this.results = results;
    this.selections = selections;
  }

  Basis read(Campaign campaign) {
    Result result = results.of(campaign);
    Optional<Confirmed> confirmed = selections.confirmed(campaign);
    Map<RankedBy, List<Place>> boards = new EnumMap<>(RankedBy.class);
    for (RankedBy by : RankedBy.values()) {
      boards.put(
          by,
          result.board(by, Part.MOST_PLACES).stream()
              .limit(MOST_SCHOOLS)
              .map(row -> new Place(row.rank(), row.name()))
              .toList());
    }
    return new Basis(
        result.snapshot().map(s -> new Frozen(s.id(), s.hash(), s.takenAt())),
        result.asOf(),
        result.figures(),
        boards,
        confirmed.map(c -> new Chosen(c.hash(), c.snapshot())),
        confirmed.map(BasisReader::honours).orElseGet(() -> unconfirmed(campaign)));
  }

  private static List<HonourRoll> honours(Confirmed confirmed) {
    return confirmed.honours().stream()
        .filter(h -> h.of().isPresent())
        .map(
            h ->
                new HonourRoll(
                    h.code(),
                    h.name(),
                    h.of().orElseThrow(),
                    Optional.of(h.places()).filter(places -> places > 0),
                    h.winners().stream()
                        .map(w -> new Honoured(w.code(), w.name(), w.schoolName()))
                        .toList()))
        .toList();
  }

  private static List<HonourRoll> unconfirmed(Campaign campaign) {
    return campaign.honours().stream()
        .filter(h -> h.of().isPresent())
        .map(h -> new HonourRoll(h.code(), h.name(), h.of().orElseThrow(), h.quota(), List.of()))
        .toList();
  }
}

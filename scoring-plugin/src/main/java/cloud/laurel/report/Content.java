package cloud.laurel.report;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What a report says, as it was when it was made.
 *
 * @param title of the campaign
 * @param organizer who runs it
 * @param month of the pupils; empty before the first
 */
public record Content(
    String title,
    String organizer,
    Optional<YearMonth> month,
    List<Figure> figures,
    List<Lagging> lagging,
    List<Board> boards) {

  /** Copies its lists. */
  public Content {
    figures = List.copyOf(figures);
    lagging = List.copyOf(lagging);
    boards = List.copyOf(boards);
  }

  /** A figure; empty when this report did not measure it. */
  public Optional<Figure> figure(Measure measure) {
    return figures.stream().filter(f -> f.measure() == measure).findFirst();
  }

  /** The figures beside those of the report before. */
  public List<Change> since(Optional<Content> before) {
    return figures.stream()
        .map(f -> new Change(f, before.flatMap(b -> b.figure(f.measure()))))
        .toList();
  }
}

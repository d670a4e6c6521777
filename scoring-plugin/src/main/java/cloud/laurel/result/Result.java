package cloud.laurel.result;

import cloud.laurel.standing.RankedBy;
import cloud.laurel.standing.SchoolStandings.Row;
import cloud.laurel.standing.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a campaign came to. */
public final class Result {

  private final Optional<Snapshot> snapshot;
  private final Instant asOf;
  private final List<SchoolResult> schools;
  private final People people = new People();

  /** Copies its list. */
  public Result(Optional<Snapshot> snapshot, Instant asOf, List<SchoolResult> schools) {
    this.snapshot = snapshot;
    this.asOf = asOf;
    this.schools = List.copyOf(schools);
  }

  /** What it is frozen in; empty while the figures are provisional. */
  public Optional<Snapshot> snapshot() {
    return snapshot;
  }

  /** When the snapshot was taken, or the figures were read. */
  public Instant asOf() {
    return asOf;
  }

  /** By rank, then code. */
  public List<SchoolResult> schools() {
    return schools;
  }

  People people() {
    return people;
  }

  /** A school; empty when it does not take part. */
  public Optional<SchoolResult> school(String code) {
    return schools.stream().filter(s -> s.code().equals(code)).findFirst();
  }

  /** The schools by code. */
  public Map<String, SchoolResult> byCode() {
    return schools.stream().collect(Collectors.toMap(SchoolResult::code, s -> s));
  }

  /** The figures of a bulletin by name, as printed; the names are those of {@link Figures}. */
  public Map<String, String> figures() {
    return Figures.of(schools);
  }

  /**
   * The first of a board, ranked anew. Schools with nothing are not on it.
   *
   * @param places how many at least; schools that share the last rank are all on it (rule R8)
   */
  public List<Row> board(RankedBy by, int places) {
    return by.rank(schools.stream().map(SchoolResult::row).toList()).stream()
        .filter(row -> row.rank() <= places && by.of(row).exact().signum() > 0)
        .toList();
  }
}

package cloud.laurel.selection;

import cloud.laurel.campaign.Rules.Honour;
import cloud.laurel.opening.SchoolOpening.Central;
import cloud.laurel.result.Result;
import cloud.laurel.standing.Rate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The selection for one honour.
 *
 * @param scheme by which places were given
 * @param result what the order rests on
 * @param rows all candidates, best first
 */
public record HonourSelection(
    Honour honour, Scheme scheme, Result result, List<SelectionRow> rows) {

  /** Copies its list. */
  public HonourSelection {
    rows = List.copyOf(rows);
  }

  static HonourSelection of(
      Honour honour,
      Scheme scheme,
      Result result,
      Candidates candidates,
      Map<String, Decision> decisions,
      Map<String, Marks> marks) {
    return new HonourSelection(
        honour,
        scheme,
        result,
        PlacesRule.outcomes(scheme, honour.gated(), candidates.of(honour)).entrySet().stream()
            .map(
                e ->
                    new SelectionRow(
                        e.getKey(),
                        e.getValue(),
                        Optional.ofNullable(decisions.get(e.getKey().code())),
                        marks.getOrDefault(e.getKey().code(), Marks.NONE)))
            .toList());
  }

  /** Whether the places end within a tie. */
  public boolean cutTied() {
    return rows.stream().anyMatch(r -> r.outcome() == Outcome.TIED);
  }

  /** Those of a tie across the cut about whom officers still have to say something. */
  public List<SelectionRow> tied() {
    return only(SelectionRow::open);
  }

  /** The computed list. */
  public List<SelectionRow> computed() {
    return only(SelectionRow::computed);
  }

  /** The decided list. */
  public List<SelectionRow> decided() {
    return only(SelectionRow::decided);
  }

  /** Where the two differ. */
  public List<SelectionRow> changed() {
    return only(SelectionRow::changed);
  }

  private List<SelectionRow> only(Predicate<SelectionRow> which) {
    return rows.stream().filter(which).toList();
  }

  /** A candidate; empty when there is no such one. */
  public Optional<SelectionRow> row(String candidate) {
    return rows.stream().filter(r -> r.candidate().code().equals(candidate)).findFirst();
  }

  /** How the decided places are spread over schools, the most first. */
  public List<Share> bySchool() {
    return shares(
        c -> c.schoolName().isEmpty() ? Optional.of(c.name()) : Optional.of(c.schoolName()));
  }

  /** How they are spread over central schools; schools of none are left out. */
  public List<Share> byCentral() {
    return shares(c -> c.central().map(Central::name));
  }

  /** How they are spread over stages, named as {@link cloud.laurel.opening.Stage} does. */
  public List<Share> byStage() {
    return shares(c -> Optional.of(c.stage().name()));
  }

  private List<Share> shares(Function<Candidate, Optional<String>> of) {
    return decided().stream()
        .flatMap(r -> of.apply(r.candidate()).stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .entrySet()
        .stream()
        .map(e -> new Share(e.getKey(), e.getValue()))
        .sorted(Comparator.comparingLong(Share::places).reversed().thenComparing(Share::name))
        .toList();
  }

  /** The share of the decided places that the first schools have. */
  public Rate concentration(int schools) {
    List<Share> shares = bySchool();
    return new Rate(
        shares.stream().limit(schools).mapToLong(Share::places).sum(), decided().size());
  }
}

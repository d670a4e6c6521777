package cloud.laurel.selection;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Rules.Honour;
import cloud.laurel.result.Result;
import cloud.laurel.result.ResultService;
import cloud.laurel.store.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts what was computed, decided and reviewed side by side; three statements. */
final class SelectionReader {

  private final Database database;
  private final ResultService results;
  private final SelectionRepository selections;
  private final ReviewRepository reviews;

  SelectionReader(
      Database database,
      ResultService results,
      SelectionRepository selections,
      ReviewRepository reviews) {
    this.database = database;
    this.results = results;
    this.selections = selections;
    this.reviews = reviews;
  }

  List<HonourSelection> all(Campaign campaign, Result result, Map<String, Scheme> whatIf) {
    return read(campaign, result, campaign.honours(), whatIf);
  }

  Optional<HonourSelection> one(
      Campaign campaign, Result result, String honour, Map<String, Scheme> whatIf) {
    List<Honour> one = campaign.honours().stream().filter(h -> h.code().equals(honour)).toList();
    return read(campaign, result, one, whatIf).stream().findFirst();
  }

  private List<HonourSelection> read(
      Campaign campaign, Result result, List<Honour> honours, Map<String, Scheme> whatIf) {
    Candidates candidates = new Candidates(results, campaign, result);
    return database.read(
        tx -> {
          Map<String, Scheme> schemes = selections.schemes(tx, campaign.id());
          schemes.putAll(whatIf);
          Map<String, Map<String, Decision>> decisions = selections.decisions(tx, campaign.id());
          Map<String, Map<String, Marks>> marks = reviews.of(tx, campaign.id());
          return honours.stream()
              .map(
                  h ->
                      HonourSelection.of(
                          h,
                          Optional.ofNullable(schemes.get(h.code()))
                              .orElseGet(() -> Scheme.usual(h)),
                          result,
                          candidates,
                          decisions.getOrDefault(h.code(), Map.of()),
                          marks.getOrDefault(h.code(), Map.of())))
              .toList();
        });
  }
}

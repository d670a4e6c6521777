package cloud.laurel.selection;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Rules.Honour;
import cloud.laurel.opening.SchoolOpening.Central;
import cloud.laurel.opening.Stage;
import cloud.laurel.result.PersonResult;
import cloud.laurel.result.Result;
import cloud.laurel.result.ResultService;
import cloud.laurel.result.SchoolResult;
import cloud.laurel.standing.RankRule;
import cloud.laurel.standing.Score;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the candidates of an honour from a campaign's result, best first (rule R10). */
final class Candidates {

  private final ResultService results;
  private final Campaign campaign;
  private final Result result;

  Candidates(ResultService results, Campaign campaign, Result result) {
    this.results = results;
    this.campaign = campaign;
    this.result = result;
  }

  List<Candidate> of(Honour honour) {
    return honour
        .of()
        .map(
            of ->
                switch (of) {
                  case SCHOOL -> schools();
                  case CENTRAL_SCHOOL -> centralSchools();
                  case ADMINISTRATOR -> administrators();
                  case TEACHER -> teachers();
                })
        .orElse(List.of());
  }

  private List<Candidate> schools() {
    return result.schools().stream()
        .map(
            s ->
                new Candidate(
                    s.code(),
                    s.name(),
                    s.code(),
                    "",
                    s.central(),
                    s.stage(),
                    s.rank(),
                    s.parts().score(),
                    Optional.empty(),
                    s.parts().passesGate()))
        .toList();
  }

  /** By the mean of their schools' scores; one passes the gate when all of its schools do. */
  private List<Candidate> centralSchools() {
    Map<Central, List<SchoolResult>> members =
        result.schools().stream()
            .filter(s -> s.central().isPresent())
            .collect(
                Collectors.groupingBy(
                    s -> s.central().orElseThrow(), LinkedHashMap::new, Collectors.toList()));
    return RankRule.rank(
        List.copyOf(members.entrySet()),
        e -> mean(e.getValue()),
        Comparator.comparing(e -> e.getKey().code()),
        (e, rank) ->
            new Candidate(
                e.getKey().code(),
                e.getKey().name(),
                "",
                "",
                Optional.of(e.getKey()),
                Stage.ACROSS,
                rank,
                mean(e.getValue()),
                Optional.empty(),
                e.getValue().stream().allMatch(s -> s.parts().passesGate())));
  }

  private static Score mean(List<SchoolResult> schools) {
    return schools.stream()
        .map(s -> s.parts().score())
        .reduce(Score.ZERO, Score::plus)
        .over(schools.size());
  }

  private List<Candidate> administrators() {
    Map<String, SchoolResult> schools = result.byCode();
    return results.administrators(campaign, result).stream()
        .map(p -> person(p, schools.get(p.school()), schools.get(p.school()).parts().score()))
        .toList();
  }

  private List<Candidate> teachers() {
    Map<String, SchoolResult> schools = result.byCode();
    return results.teachers(campaign, result).stream()
        .map(p -> person(p, schools.get(p.school()), Score.of(p.points())))
        .toList();
  }

  private static Candidate person(PersonResult person, SchoolResult school, Score score) {
    return new Candidate(
        person.account(),
        person.name(),
        school.code(),
        school.name(),
        school.central(),
        school.stage(),
        person.rank(),
        score,
        Optional.of(person.points()),
        school.parts().passesGate());
  }
}

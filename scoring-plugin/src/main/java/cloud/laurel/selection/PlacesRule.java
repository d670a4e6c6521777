package cloud.laurel.selection;

import cloud.laurel.opening.SchoolOpening.Central;
import cloud.laurel.opening.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives an honour's places to the best, as far as the scheme lets them. Those who share a rank are
 * treated alike: where there is not room for all of them, all of them are tied (rule R8).
 */
final class PlacesRule {

  private static final String ALL = "all";

  private final Scheme scheme;
  private final boolean gated;
  private final Map<String, Integer> taken = new HashMap<>();

  private PlacesRule(Scheme scheme, boolean gated) {
    this.scheme = scheme;
    this.gated = gated;
  }

  /**
   * The outcome of each candidate, in their order.
   *
   * @param ranked best first
   * @param gated whether only schools that pass the gate come into question
   */
  static Map<Candidate, Outcome> outcomes(Scheme scheme, boolean gated, List<Candidate> ranked) {
    Map<Candidate, Outcome> outcomes = new LinkedHashMap<>();
    ranked.forEach(c -> outcomes.put(c, Outcome.BELOW));
    new PlacesRule(scheme, gated).fill(outcomes);
    return outcomes;
  }

  private void fill(Map<Candidate, Outcome> outcomes) {
    Map<Long, List<Candidate>> ranks =
        outcomes.keySet().stream()
            .collect(
                Collectors.groupingBy(Candidate::rank, LinkedHashMap::new, Collectors.toList()));
    for (List<Candidate> rank : ranks.values()) {
      List<Candidate> fitting = new ArrayList<>();
      for (Candidate candidate : rank) {
        Outcome outcome = before(candidate);
        outcomes.put(candidate, outcome);
        if (outcome == Outcome.IN) {
          fitting.add(candidate);
        }
      }
      Set<String> tied = take(fitting);
      fitting.stream()
          .filter(c -> limits(c).keySet().stream().anyMatch(tied::contains))
          .forEach(c -> outcomes.put(c, Outcome.TIED));
    }
  }

  /** What better ranks have left for a candidate. */
  private Outcome before(Candidate candidate) {
    if (gated && !candidate.passesGate()) {
      return Outcome.GATE;
    }
    if (candidate.score().exact().signum() <= 0) {
      return Outcome.NO_SCORE;
    }
    if (room(ALL, scheme.places()) == 0) {
      return Outcome.BELOW;
    }
    return limits(candidate).entrySet().stream().anyMatch(l -> room(l.getKey(), l.getValue()) == 0)
        ? Outcome.SHARE_TAKEN
        : Outcome.IN;
  }

  /** What a candidate takes a place of, with its limit. */
  private Map<String, Integer> limits(Candidate candidate) {
    Map<String, Integer> limits = new HashMap<>();
    limit(limits, school(candidate.school()), mostOf(candidate.school()));
    String central = central(candidate);
    limit(limits, "central " + central, central.isEmpty() ? 0 : scheme.perCentral());
    limit(limits, "stage " + candidate.stage(), scheme.most(candidate.stage()));
    limits.put(ALL, scheme.places());
    return limits;
  }

  private static String school(String code) {
    return "school " + code;
  }

  private int mostOf(String school) {
    return school.isEmpty() ? 0 : scheme.perSchool();
  }

  private static String central(Candidate candidate) {
    return candidate.central().map(Central::code).orElse("");
  }

  private static void limit(Map<String, Integer> limits, String of, int most) {
    if (most > 0) {
      limits.put(of, most);
    }
  }

  private int room(String of, int most) {
    return Math.max(0, most - taken.getOrDefault(of, 0));
  }

  /**
   * Takes places for those who share a rank, whatever their order. Who is too many for a school
   * does not count against the others of its central school, and so on.
   *
   * @return where there was not room for all of them
   */
  private Set<String> take(List<Candidate> rank) {
    Set<String> full = new HashSet<>();
    Map<String, Integer> centrals = new HashMap<>();
    Map<Stage, Integer> stages = new HashMap<>();
    rank.stream()
        .collect(Collectors.groupingBy(Candidate::school))
        .forEach(
            (school, people) -> {
              int fit = fit(full, school(school), mostOf(school), people.size());
              centrals.merge(central(people.get(0)), fit, Integer::sum);
              stages.merge(people.get(0).stage(), fit, Integer::sum);
            });
    int ofCentrals = 0;
    for (Map.Entry<String, Integer> e : centrals.entrySet()) {
      int most = e.getKey().isEmpty() ? 0 : scheme.perCentral();
      ofCentrals += fit(full, "central " + e.getKey(), most, e.getValue());
    }
    int ofStages = 0;
    for (Map.Entry<Stage, Integer> e : stages.entrySet()) {
      ofStages += fit(full, "stage " + e.getKey(), scheme.most(e.getKey()), e.getValue());
    }
    fit(full, ALL, scheme.places(), Math.min(ofCentrals, ofStages));
    return full;
  }

  /** Takes as many of the wanted places as there are. */
  private int fit(Set<String> full, String of, int most, int wanted) {
    if (most == 0) {
      return wanted;
    }
    int room = room(of, most);
    if (wanted > room) {
      full.add(of);
    }
    taken.merge(of, Math.min(wanted, room), Integer::sum);
    return Math.min(wanted, room);
  }
}

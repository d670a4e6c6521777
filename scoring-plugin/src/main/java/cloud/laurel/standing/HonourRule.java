package cloud.laurel.standing;

import cloud.laurel.campaign.Rules.Honour;
import java.util.List;

/**
 * Who comes into question for an honour by the computed order alone (rule R10): schools and their
 * administrators by the school's rank, teachers by their own points. Officers decide.
 */
final class HonourRule {

  private HonourRule() {}

  /**
   * Who would have a place.
   *
   * @param rank 1, 2, 2, 4 among all
   * @param passesGate of the candidate's school (rule R9)
   */
  record Candidate(String name, int rank, boolean passesGate) {}

  /** Whether an honour goes by the rank of schools. */
  static boolean followsSchool(Honour honour) {
    return honour
        .of()
        .filter(o -> o == Honour.Of.SCHOOL || o == Honour.Of.ADMINISTRATOR)
        .isPresent();
  }

  /** Whether an honour goes by people's own points. */
  static boolean followsPoints(Honour honour) {
    return honour.of().filter(o -> o == Honour.Of.TEACHER).isPresent();
  }

  /**
   * The candidates in the quota's places, best first. A tie across the cut is in whole: who of it
   * gets a place is for an officer to say (rule R8).
   *
   * @param ranked best first
   */
  static List<Candidate> winners(Honour honour, List<Candidate> ranked) {
    List<Candidate> eligible =
        ranked.stream().filter(c -> !honour.gated() || c.passesGate()).toList();
    int places = Math.min(honour.quota().orElse(0), eligible.size());
    if (places == 0) {
      return List.of();
    }
    int last = eligible.get(places - 1).rank();
    return eligible.stream().filter(c -> c.rank() <= last).toList();
  }
}

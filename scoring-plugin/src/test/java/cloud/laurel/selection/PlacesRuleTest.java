package cloud.laurel.selection;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.opening.SchoolOpening.Central;
import cloud.laurel.opening.Stage;
import cloud.laurel.standing.Score;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Places go to the best as far as the scheme lets them, and a tie is never settled by itself. */
class PlacesRuleTest {

  /** A candidate written as {@code code school rank}. */
  private static Candidate candidate(String text, boolean gate) {
    String[] parts = text.split(" ");
    long rank = Long.parseLong(parts[2]);
    return new Candidate(
        parts[0],
        parts[0],
        parts[1],
        parts[1],
        parts[1].startsWith("c") ? Optional.of(new Central("c", "Central")) : Optional.empty(),
        parts[1].endsWith("j") ? Stage.JUNIOR : Stage.PRIMARY,
        rank,
        Score.of(1000 - rank),
        Optional.empty(),
        gate);
  }

  private static String outcomes(Scheme scheme, String... candidates) {
    List<Candidate> ranked = new ArrayList<>();
    for (String text : candidates) {
      ranked.add(candidate(text, true));
    }
    return PlacesRule.outcomes(scheme, false, ranked).entrySet().stream()
        .map(e -> e.getKey().code() + ":" + e.getValue())
        .collect(Collectors.joining(" "));
  }

  @Test
  void theBestHaveThePlaces() {
    assertThat(outcomes(Scheme.of(2), "a s 1", "b s 2", "c s 3")).isEqualTo("a:IN b:IN c:BELOW");
    assertThat(outcomes(Scheme.of(9), "a s 1", "b s 2")).isEqualTo("a:IN b:IN");
    assertThat(outcomes(Scheme.NONE, "a s 1")).isEqualTo("a:BELOW");
  }

  @Test
  void aTieAcrossTheCutIsShownAsAWhole() {
    assertThat(outcomes(Scheme.of(2), "a s 1", "b s 2", "c s 2", "d s 4"))
        .isEqualTo("a:IN b:TIED c:TIED d:BELOW");
    assertThat(outcomes(Scheme.of(3), "a s 1", "b s 2", "c s 2", "d s 4"))
        .as("a tie that fits is no tie across the cut")
        .isEqualTo("a:IN b:IN c:IN d:BELOW");
  }

  @Test
  void aSchoolHasNoMoreThanItsShare() {
    Scheme onePerSchool = new Scheme(3, 1, 0, 0, 0, 0);
    assertThat(outcomes(onePerSchool, "a s 1", "b s 2", "c t 3", "d u 4", "e v 5"))
        .isEqualTo("a:IN b:SHARE_TAKEN c:IN d:IN e:BELOW");
    assertThat(outcomes(onePerSchool, "a s 1", "b s 1", "c t 3", "d u 4", "e v 5"))
        .as("two of one school are tied for its one place and leave the two others free")
        .isEqualTo("a:TIED b:TIED c:IN d:IN e:BELOW");
  }

  @Test
  void centralSchoolsAndStagesHaveTheirShareToo() {
    assertThat(outcomes(new Scheme(5, 0, 1, 0, 0, 0), "a c1 1", "b c2 2", "d s 3"))
        .isEqualTo("a:IN b:SHARE_TAKEN d:IN");
    assertThat(outcomes(new Scheme(5, 0, 0, 0, 1, 0), "a xj 1", "b yj 2", "d s 3", "e s 4"))
        .isEqualTo("a:IN b:SHARE_TAKEN d:IN e:IN");
  }

  @Test
  void onlyWhoPassesTheGateAndHasAScoreComesIntoQuestion() {
    List<Candidate> ranked =
        List.of(candidate("a s 1", false), candidate("b t 2", true), candidate("z u 1000", true));
    assertThat(PlacesRule.outcomes(Scheme.of(2), true, ranked).values())
        .containsExactly(Outcome.GATE, Outcome.IN, Outcome.NO_SCORE);
    assertThat(PlacesRule.outcomes(Scheme.of(2), false, ranked).values())
        .containsExactly(Outcome.IN, Outcome.IN, Outcome.NO_SCORE);
  }

  @Test
  void equalRanksAreNeverToldApart() {
    long seed = Long.getLong("laurel.seed", 20211122L);
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      List<Candidate> ranked = new ArrayList<>();
      int rank = 1;
      for (int i = 0; i < 30; i++) {
        rank = i == 0 || random.nextInt(3) > 0 ? i + 1 : rank;
        String school = List.of("s", "t", "uj", "c1", "c2j").get(random.nextInt(5));
        ranked.add(candidate("p" + i + " " + school + " " + rank, true));
      }
      Scheme scheme =
          new Scheme(
              1 + random.nextInt(20),
              random.nextInt(4),
              random.nextInt(4),
              0,
              random.nextInt(5),
              0);
      Map<Candidate, Outcome> outcomes = PlacesRule.outcomes(scheme, false, ranked);
      long in = outcomes.values().stream().filter(o -> o == Outcome.IN).count();
      assertThat(in).as("seed %d, round %d", seed, round).isLessThanOrEqualTo(scheme.places());
      List<Candidate> shuffled = new ArrayList<>(ranked);
      Collections.shuffle(shuffled, random);
      shuffled.sort(Comparator.comparingLong(Candidate::rank));
      assertThat(PlacesRule.outcomes(scheme, false, shuffled))
          .as("order within a rank, seed %d, round %d", seed, round)
          .isEqualTo(outcomes);
    }
  }
}

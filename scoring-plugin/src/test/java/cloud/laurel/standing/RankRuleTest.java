package cloud.laurel.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankRuleTest {

  @Test
  void exactlyEqualScoresShareARankAndNearlyEqualOnesDoNot() {
    List<Score> scores =
        List.of(
            Score.mean(1, 3), Score.of(9), Score.mean(2, 6), Score.mean(3333, 10_000), Score.of(5));
    assertThat(
            RankRule.rank(
                scores,
                s -> s,
                Comparator.comparing(Score::text),
                (s, rank) -> s.text() + "#" + rank))
        .containsExactly("9.00#1", "5.00#2", "0.33#3", "0.33#3", "0.33#5");
  }
}

package cloud.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.standing.Rate;
import cloud.laurel.standing.Score;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule R7: scores are exact until shown; rates are truncated and never pass a gate by rounding. */
class R07ExactScoresTruncatedRatesTest {

  @ParameterizedTest
  @CsvSource({
    "21224, 42649, 49.7",
    "3377, 3772, 89.5",
    "188, 209, 89.9",
    "8999, 10000, 89.9",
    "9, 10, 90.0",
    "1, 3, 33.3",
    "2, 3, 66.6",
    "0, 5, 0.0",
    "5, 5, 100.0",
    "0, 0, 0.0"
  })
  void ratesAreTruncatedToOneDecimal(long part, long whole, String percent) {
    assertThat(new Rate(part, whole).percent()).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource({
    "8999, 10000, 0.90, false, 1",
    "188, 209, 0.90, false, 1",
    "9, 10, 0.90, true, 0",
    "2, 5, 0.40, true, 0",
    "399, 1000, 0.40, false, 1",
    "0, 0, 0.40, false, 0",
    "1, 3, 0.80, false, 2"
  })
  void gatesAreComparedExactly(long part, long whole, String share, boolean reached, long missing) {
    Rate rate = new Rate(part, whole);
    assertThat(rate.reaches(new BigDecimal(share))).isEqualTo(reached);
    assertThat(rate.missingTo(new BigDecimal(share))).isEqualTo(missing);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, 0.33",
    "2, 3, 0.67",
    "1, 200, 0.01",
    "1, 201, 0.00",
    "0, 0, 0.00",
    "7, 2, 3.50"
  })
  void scoresAreShownHalfUpWithTwoDecimals(long sum, long count, String shown) {
    assertThat(Score.mean(sum, count).text()).isEqualTo(shown);
  }

  @Test
  void thirdsAddUpToOneExactly() {
    Score third = Score.mean(1, 3);
    assertThat(third.plus(third).plus(third)).isEqualTo(Score.of(1));
  }
}

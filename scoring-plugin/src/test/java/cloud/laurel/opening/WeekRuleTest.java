package cloud.laurel.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The weeks of a campaign. */
class WeekRuleTest {

  @ParameterizedTest
  @CsvSource({
    "2020-12-01, 2020-12-31, 2020-12-06, ''",
    "2020-12-01, 2020-12-31, 2020-12-07, 2020-12-06",
    "2020-12-01, 2020-12-16, 2020-12-16, 2020-12-06 2020-12-13",
    "2020-12-01, 2020-12-16, 2020-12-17, 2020-12-06 2020-12-13 2020-12-16",
    "2020-12-06, 2020-12-06, 2021-01-01, 2020-12-06",
    "2020-12-06, 2020-12-07, 2021-01-01, 2020-12-06 2020-12-07"
  })
  void endOnSundaysAndWithTheCampaign(
      LocalDate from, LocalDate to, LocalDate today, String expected) {
    assertThat(WeekRule.lastDays(from, to, today))
        .isEqualTo(
            Arrays.stream(expected.split(" "))
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse)
                .toList());
  }
}

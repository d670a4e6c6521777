package cloud.laurel.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days of a notice. */
class NoticeDaysTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-23, 2026-11-27",
    "2026-11-25, 2026-12-01",
    "2026-11-28, 2026-12-04",
    "2026-11-29, 2026-12-04"
  })
  void usualNoticeHasFiveWorkingDays(LocalDate first, LocalDate last) {
    assertThat(NoticeDaysRule.usual(first)).isEqualTo(new NoticeDays(first, last));
  }

  @Test
  void daysLeftCountTheFirstTodayAndTheLast() {
    NoticeDays days = new NoticeDays(LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-27"));
    assertThat(days.count()).isEqualTo(5);
    assertThat(days.left(LocalDate.parse("2026-11-20"))).isEqualTo(5);
    assertThat(days.left(LocalDate.parse("2026-11-27"))).isEqualTo(1);
    assertThat(days.left(LocalDate.parse("2026-11-28"))).isZero();
    assertThatThrownBy(() -> new NoticeDays(days.last(), days.first()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package cloud.laurel.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a judgement says of itself. */
class JudgementTest {

  @Test
  void verdictTellsPointsAndSchoolOrTheReason() {
    Judgement open =
        new Judgement(
            "t1",
            1,
            "x",
            Instant.parse("2020-12-20T00:00:00Z"),
            "line",
            0,
            LocalDate.of(2020, 12, 10),
            "",
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.of("s1"));
    assertThat(open.counted(0, 3).verdict()).isEqualTo("COUNTED 3 s1");
    assertThat(open.refused(Reason.WITHDRAWN).verdict()).isEqualTo("REFUSED WITHDRAWN");
    assertThat(open.refused(Reason.OUTSIDE_WINDOW).outsideWindow()).isTrue();
    assertThat(open.refused(Reason.WITHDRAWN).outsideWindow()).isFalse();
  }
}

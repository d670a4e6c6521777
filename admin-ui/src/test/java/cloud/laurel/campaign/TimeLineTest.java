package cloud.laurel.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimeLineTest {

  private static Campaign notice() {
    Rules rules = RulesReader.read(CampaignTemplates.notice(LocalDate.of(2026, 11, 22)));
    return new Campaign(
        1,
        1,
        1,
        Campaign.State.DRAFT,
        Instant.EPOCH,
        List.of(new RuleVersion(1, rules.from(), "", "", Instant.EPOCH, rules)),
        Map.of());
  }

  @Test
  void phasesLieOnTheScaleFromTheFirstToTheLastDay() {
    TimeLine line = TimeLine.of(notice(), LocalDate.of(2027, 6, 15));
    assertThat(line.bars()).hasSize(5);
    assertThat(line.bars().get(0).start()).isZero();
    // 1 December 2026 to 30 September 2027 are 304 days; the window are 212 of them
    assertThat(line.bars().get(0).width()).isEqualTo(212 * 1000 / 304);
    assertThat(line.bars().get(1).from()).isEmpty();
    TimeLine.Bar last = line.bars().get(4);
    assertThat(last.start() + last.width()).isEqualTo(1000);
    assertThat(line.bars().stream().filter(TimeLine.Bar::now).map(TimeLine.Bar::name))
        .containsExactly("", "评选先进");
    assertThat(line.today()).contains(196 * 1000 / 304);
  }

  @Test
  void todayIsNotDrawnOutside() {
    assertThat(TimeLine.of(notice(), LocalDate.of(2026, 11, 22)).today()).isEmpty();
  }
}

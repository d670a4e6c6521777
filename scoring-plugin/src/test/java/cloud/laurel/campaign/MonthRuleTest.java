package cloud.laurel.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** Rule R5: when months close, and which wait for an officer. */
class MonthRuleTest {

  private static final Campaign NOTICE = TestCampaigns.notice();
  private static final YearMonth DECEMBER = YearMonth.of(2020, 12);

  @Test
  void monthIsClosedFromTheInstantOnAndNotBefore() {
    Instant closing = Instant.parse("2021-01-10T16:00:00Z");
    assertThat(MonthRule.closesAt(NOTICE, DECEMBER)).contains(closing);
    assertThat(MonthRule.isClosed(NOTICE, DECEMBER, closing)).isTrue();
    assertThat(MonthRule.isClosed(NOTICE, DECEMBER, closing.minusNanos(1))).isFalse();
  }

  @Test
  void monthThatALaterVersionTakesInWaitsForAnOfficer() {
    String earlier = TestCampaigns.changed("\"scoring\"", "2020-12-01", "2020-10-01");
    Campaign campaign = TestCampaigns.with(NOTICE, earlier, "2020-10-01");
    YearMonth october = YearMonth.of(2020, 10);
    assertThat(MonthRule.closesAt(campaign, october)).isEmpty();
    assertThat(MonthRule.isClosed(campaign, october, Instant.parse("2030-01-01T00:00:00Z")))
        .isFalse();
    assertThat(MonthRule.closesAt(campaign, DECEMBER)).isPresent();
  }

  @Test
  void monthThatALaterVersionAddsAtTheEndClosesAsUsual() {
    String longer = TestCampaigns.changed("\"scoring\"", "2021-06-30", "2021-07-31");
    Campaign campaign = TestCampaigns.with(NOTICE, longer, "2020-12-01");
    assertThat(MonthRule.closesAt(campaign, YearMonth.of(2021, 7)))
        .contains(Instant.parse("2021-08-10T16:00:00Z"));
    assertThat(MonthRule.closesAt(campaign, YearMonth.of(2021, 6)))
        .contains(Instant.parse("2021-07-10T16:00:00Z"));
  }
}

package cloud.laurel.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign.State;
import cloud.laurel.engine.TestEngine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules R2, R6, R14: days, months and versions. */
class CampaignTest {

  private static final Campaign NOTICE = TestCampaigns.notice();

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  @Test
  void windowHoldsItsFirstAndLastDay() {
    assertThat(NOTICE.covers(Instant.parse("2020-11-30T15:59:59.999999Z"))).isFalse();
    assertThat(NOTICE.covers(Instant.parse("2020-11-30T16:00:00Z"))).isTrue();
    assertThat(NOTICE.covers(Instant.parse("2021-06-30T15:59:59.999999Z"))).isTrue();
    assertThat(NOTICE.covers(Instant.parse("2021-06-30T16:00:00Z"))).isFalse();
    assertThat(NOTICE.opensAt()).isEqualTo("2020-11-30T16:00:00Z");
    assertThat(NOTICE.endsBefore()).isEqualTo("2021-06-30T16:00:00Z");
    assertThat(NOTICE.dayOf(Instant.parse("2020-12-31T16:00:00Z"))).isEqualTo("2021-01-01");
  }

  @Test
  void monthsBeginWithTheWindowAndEndWithItOrToday() {
    assertThat(NOTICE.monthsBegun(day("2020-11-30"))).isEmpty();
    assertThat(NOTICE.monthsBegun(day("2020-12-01"))).containsExactly(YearMonth.of(2020, 12));
    assertThat(NOTICE.monthsBegun(day("2021-02-01"))).hasSize(3);
    assertThat(NOTICE.monthsBegun(day("2021-09-01"))).hasSize(7).endsWith(YearMonth.of(2021, 6));
  }

  @Test
  void referenceDayIsTodayOrTheEndIfThatIsEarlier() {
    assertThat(NOTICE.referenceDay(day("2021-06-29"))).isEqualTo("2021-06-29");
    assertThat(NOTICE.referenceDay(day("2021-07-01"))).isEqualTo("2021-06-30");
    YearMonth december = YearMonth.of(2020, 12);
    assertThat(NOTICE.referenceDay(december, day("2020-12-30"))).isEqualTo("2020-12-30");
    assertThat(NOTICE.referenceDay(december, day("2021-01-01"))).isEqualTo("2020-12-31");
  }

  @Test
  void newestVersionThatHoldsJudgesADayAndTheFirstDaysVersionAMonth() {
    String longer = TestEngine.notice().replace("2021-06-30", "2021-07-15");
    Campaign campaign = TestCampaigns.with(NOTICE, longer, "2021-01-10");
    campaign = TestCampaigns.with(campaign, longer, "2020-12-01");
    campaign = TestCampaigns.with(campaign, longer, "2021-03-01");
    assertThat(campaign.versionOn(day("2020-11-01")).number()).isEqualTo(1);
    assertThat(campaign.versionOn(day("2020-12-01")).number()).isEqualTo(3);
    assertThat(campaign.versionOn(day("2021-02-28")).number()).isEqualTo(3);
    assertThat(campaign.versionOn(day("2021-03-01")).number()).isEqualTo(4);
    assertThat(campaign.rulesOn(day("2021-03-01"))).isSameAs(campaign.newest().rules());
    assertThat(campaign.versionOf(YearMonth.of(2021, 2)).number()).isEqualTo(3);
    assertThat(campaign.versionOf(YearMonth.of(2021, 3)).number()).isEqualTo(4);
    assertThat(campaign.rulesOf(YearMonth.of(2021, 3))).isSameAs(campaign.newest().rules());
    assertThat(campaign.to()).isEqualTo("2021-07-15");
    assertThat(campaign.everEndsBefore()).isEqualTo("2021-07-15T16:00:00Z");
    assertThat(campaign.everOpenedAt()).isEqualTo("2020-11-30T16:00:00Z");
  }

  @Test
  void firstMonthIsJudgedByItsFirstScoringDay() {
    String later = TestEngine.notice().replaceFirst("2020-12-01", "2020-12-10");
    Campaign campaign = TestCampaigns.with(TestCampaigns.of(later), later, "2020-12-05");
    assertThat(campaign.versionOf(YearMonth.of(2020, 12)).number()).isEqualTo(2);
    assertThat(campaign.versionOf(YearMonth.of(2020, 11)).number()).isEqualTo(2);
    assertThat(NOTICE.versionOf(YearMonth.of(2020, 12)).number()).isEqualTo(1);
  }

  @Test
  void everWindowSpansAllVersions() {
    String shifted =
        TestEngine.notice()
            .replaceFirst("2020-12-01", "2020-12-10")
            .replaceFirst("2021-06-30", "2021-05-31");
    Campaign campaign = TestCampaigns.with(NOTICE, shifted, "2020-12-01");
    assertThat(campaign.everOpenedAt()).isEqualTo("2020-11-30T16:00:00Z");
    assertThat(campaign.everEndsBefore()).isEqualTo("2021-06-30T16:00:00Z");
    assertThat(campaign.opensAt()).isEqualTo("2020-12-09T16:00:00Z");
  }

  @Test
  void trialIsTheSameCampaignUnderOneMoreVersionInAnotherBook() {
    Campaign tried =
        NOTICE.tried(TestCampaigns.with(NOTICE, TestEngine.notice(), "2021-01-01").newest(), 71);
    assertThat(NOTICE.isOnTrial()).isFalse();
    assertThat(tried.isOnTrial()).isTrue();
    assertThat(tried.book()).isEqualTo(71);
    assertThat(tried.inForce()).isEqualTo(70);
    assertThat(tried.versions()).hasSize(2);
    assertThat(tried.closings()).isEqualTo(Map.of());
  }

  @Test
  void newestRulesGiveTheTexts() {
    Rules rules = NOTICE.newest().rules();
    assertThat(NOTICE.code()).isEqualTo("shishou-2020");
    assertThat(NOTICE.title()).isEqualTo(rules.title()).isNotEmpty();
    assertThat(NOTICE.organizer()).isEqualTo(rules.organizer()).isNotEmpty();
    assertThat(NOTICE.document()).isEqualTo(rules.document()).isNotEmpty();
    assertThat(NOTICE.zone().getId()).isEqualTo("Asia/Shanghai");
    assertThat(NOTICE.phases()).hasSize(4);
    assertThat(NOTICE.indicators()).hasSize(19);
    assertThat(NOTICE.participation()).hasSize(1);
    assertThat(NOTICE.honours()).hasSize(4);
  }

  @Test
  void statesFollowEachOther() {
    assertThat(State.values())
        .filteredOn(State::isSettled)
        .containsExactly(State.CLOSED, State.PUBLISHED, State.ARCHIVED);
    assertThat(State.values())
        .filteredOn(State::isPublic)
        .containsExactly(State.PUBLISHED, State.ARCHIVED);
  }

  @Test
  void rulesJudgeAlikeUnlessWhatDecidesChanges() {
    Rules rules = NOTICE.newest().rules();
    assertThat(
            rules.judgesLike(RulesReader.read(TestEngine.notice().replace("\"0.40\"", "\"0.5\""))))
        .isTrue();
    assertThat(rules.judgesLike(RulesReader.read(TestEngine.notice().replace("备课", "备一节课"))))
        .isTrue();
    for (String[] change :
        new String[][] {
          {"Asia/Shanghai", "Asia/Tokyo"},
          {"\"from\": \"2020-12-01\"", "\"from\": \"2020-12-02\""},
          {"\"to\": \"2021-06-30\"", "\"to\": \"2021-06-29\""},
          {"\"fromGrade\": 3", "\"fromGrade\": 4"},
          {"\"points\": 3", "\"points\": 4"},
          {"\"course.studied\"", "\"course.opened\""},
          {"BEST_ALTERNATIVE", "UNION"},
          {
            "\"timeZone\"",
            "\"schoolTerms\": [{\"code\": \"a\", \"name\": \"A\", \"from\": \"2020-09-01\"}], \"timeZone\""
          }
        }) {
      String json = TestEngine.notice().replace(change[0], change[1]);
      assertThat(json).isNotEqualTo(TestEngine.notice());
      assertThat(rules.judgesLike(RulesReader.read(json))).as(change[1]).isFalse();
    }
  }
}

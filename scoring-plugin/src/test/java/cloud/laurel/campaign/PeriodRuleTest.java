package cloud.laurel.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.campaign.Campaign.MonthClosing;
import cloud.laurel.engine.TestEngine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a limit counts in (rules R1, R2), when months close (R5), what versions may change (R14).
 */
class PeriodRuleTest {

  private static final Rules NOTICE = TestCampaigns.notice().newest().rules();

  @ParameterizedTest
  @CsvSource({
    "CAMPAIGN, 2020-12-31, ''",
    "MONTH, 2020-12-31, 2020-12",
    "WEEK, 2020-12-31, 2020-W53",
    "WEEK, 2021-01-03, 2020-W53",
    "WEEK, 2021-01-04, 2021-W1",
    "DAY, 2020-12-31, 2020-12-31",
    "OBJECT, 2020-12-31, object:o1",
    "TERM, 2020-07-31, 2019-2020-2",
    "TERM, 2020-08-01, 2020-2021-1",
    "TERM, 2020-12-31, 2020-2021-1",
    "TERM, 2021-01-31, 2020-2021-1",
    "TERM, 2021-02-01, 2020-2021-2"
  })
  void periodOfADay(Limit.Per per, LocalDate day, String period) {
    assertThat(PeriodRule.period(per, day, NOTICE, Optional.of("o1"))).isEqualTo(period);
  }

  @Test
  void actionsWithoutAnObjectShareOnePlace() {
    assertThat(PeriodRule.period(Limit.Per.OBJECT, LocalDate.EPOCH, NOTICE, Optional.empty()))
        .isEqualTo("object:");
  }

  @Test
  void campaignsOwnTermsGoBeforeTheUsualOnes() {
    Rules rules =
        RulesReader.read(
            TestEngine.notice()
                .replace(
                    "\"timeZone\"",
                    "\"schoolTerms\": [{\"code\": \"a\", \"name\": \"A\", \"from\": \"2020-11-01\"},"
                        + " {\"code\": \"b\", \"name\": \"B\", \"from\": \"2021-03-01\"}],"
                        + " \"timeZone\""));
    assertThat(List.of("2020-10-31", "2020-11-01", "2021-02-28", "2021-03-01"))
        .extracting(
            d -> PeriodRule.period(Limit.Per.TERM, LocalDate.parse(d), rules, Optional.empty()))
        .containsExactly("2020-2021-1", "a", "a", "b");
  }

  @Test
  void limitAllowsAtLeastOne() {
    assertThat(new Limit(1, Limit.Per.DAY).count()).isEqualTo(1);
    assertThatThrownBy(() -> new Limit(0, Limit.Per.DAY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void monthClosesAfterTenDaysUnlessItWasOverOrAnOfficerDecided() {
    Campaign campaign = TestCampaigns.notice();
    YearMonth december = YearMonth.of(2020, 12);
    assertThat(MonthRule.closesAt(campaign, december))
        .contains(Instant.parse("2021-01-10T16:00:00Z"));
    assertThat(MonthRule.closesAt(campaign, YearMonth.of(2020, 11))).isEmpty();
    Instant decided = Instant.parse("2021-01-02T00:00:00Z");
    assertThat(MonthRule.closesAt(with(campaign, december, Optional.of(decided)), december))
        .contains(decided);
    assertThat(MonthRule.closesAt(with(campaign, december, Optional.empty()), december)).isEmpty();
  }

  private static Campaign with(Campaign c, YearMonth month, Optional<Instant> closesAt) {
    return new Campaign(
        c.id(),
        c.book(),
        c.inForce(),
        c.state(),
        c.createdAt(),
        c.versions(),
        Map.of(month, new MonthClosing(closesAt)));
  }

  @Test
  void campaignCreatedOnAMonthsLastDaySeesItClose() {
    Campaign c = TestCampaigns.notice();
    Campaign late =
        new Campaign(
            7,
            70,
            70,
            c.state(),
            Instant.parse("2020-12-31T15:59:59Z"),
            c.versions(),
            c.closings());
    assertThat(MonthRule.closesAt(late, YearMonth.of(2020, 12))).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"shishou-2020\" | \"other\" | code",
        "Asia/Shanghai | Asia/Tokyo | timeZone",
        "\"grade-management\" | \"lesson-preparation-2\" | ''",
        "\"points\": 3 | \"points\": 4 | ''",
        "\"student-participation\" | \"pupils\" | ''"
      })
  void versionMayNotChangeCodeAndZone(String part, String replacement, String field) {
    Rules proposed = RulesReader.read(TestEngine.notice().replace(part, replacement));
    List<FieldProblem> problems = RuleChangeRule.problems(TestCampaigns.notice(), proposed);
    assertThat(problems)
        .extracting(FieldProblem::field)
        .isEqualTo(field.isEmpty() ? List.of() : List.of(field));
  }

  @Test
  void versionMayNotMovePointsToAnotherRole() {
    String json =
        TestEngine.notice()
            .replace("\"grade-management\"", "\"was-pupils\"")
            .replace("\"student-participation\"", "\"grade-management\"");
    Campaign older =
        TestCampaigns.of(TestEngine.notice().replace("student-participation", "was-pupils"));
    assertThat(RuleChangeRule.problems(older, RulesReader.read(json)))
        .extracting(FieldProblem::field)
        .containsExactly("indicators[0].role", "participation[0].code");
  }
}

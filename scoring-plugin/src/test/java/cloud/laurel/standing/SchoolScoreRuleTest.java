package cloud.laurel.standing;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Role;
import cloud.laurel.campaign.TestCampaigns;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.standing.SchoolDetail.Opening;
import cloud.laurel.standing.SchoolScoreRule.Counts;
import cloud.laurel.standing.SchoolScoreRule.MonthAlternative;
import cloud.laurel.standing.SchoolScoreRule.Parts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules R4, R6 and R9 by hand, without a database. */
class SchoolScoreRuleTest {

  private static final YearMonth DECEMBER = YearMonth.of(2020, 12);
  private static final YearMonth JANUARY = YearMonth.of(2021, 1);
  private static final Counts NOTHING = new Counts(Map.of(), Map.of(), Map.of(), Map.of());

  private static Counts counts(long teachers, long pupils) {
    return new Counts(
        Map.of(
            Role.ADMINISTRATOR, new Opening(2, 1, 1),
            Role.TEACHER, new Opening(10, teachers, 5),
            Role.STUDENT, new Opening(100, pupils, 7)),
        Map.of(Role.ADMINISTRATOR, 30L, Role.TEACHER, 45L),
        Map.of(DECEMBER, 5L, JANUARY, 10_000L),
        Map.of(
            new MonthAlternative(DECEMBER, "student-participation", 0), 1L,
            new MonthAlternative(DECEMBER, "student-participation", 1), 3L,
            new MonthAlternative(JANUARY, "student-participation", 0), 3999L));
  }

  private static Parts parts(Campaign campaign, Counts counts) {
    return new SchoolScoreRule(campaign, LocalDate.of(2021, 1, 5))
        .parts(counts, List.of(DECEMBER, JANUARY), Set.of(DECEMBER));
  }

  private static Campaign with(String setting) {
    return TestCampaigns.of(
        TestEngine.notice().replace("\"schoolScore\": {", "\"schoolScore\": {" + setting + ","));
  }

  @Test
  void scoreIsTheSumOfThreeMeans() {
    Parts parts = parts(TestCampaigns.notice(), counts(9, 90));
    assertThat(parts.administrators().mean()).isEqualTo(Score.of(15));
    assertThat(parts.teachers()).isEqualTo(new SchoolDetail.Mean(10, 45, Score.mean(9, 2)));
    assertThat(parts.studentMean()).isEqualTo(Score.of(10));
    assertThat(parts.score()).isEqualTo(Score.mean(59, 2));
    assertThat(parts.months()).extracting(SchoolDetail.Month::points).containsExactly(20, 0);
    assertThat(parts.months()).extracting(SchoolDetail.Month::open).containsExactly(false, true);
    assertThat(parts.months())
        .extracting(SchoolDetail.Month::eligible)
        .containsExactly(5L, 10_000L);
    assertThat(parts.months().get(0).alternatives())
        .extracting(SchoolDetail.Alternative::points)
        .containsExactly(0, 20);
    assertThat(parts.months().get(0).alternatives())
        .extracting(SchoolDetail.Alternative::participants)
        .containsExactly(1L, 3L);
    assertThat(parts.teacherOpening().rate()).isEqualTo(new Rate(9, 10));
    assertThat(parts.studentOpening().eligible()).isEqualTo(100);
  }

  @Test
  void gateNeedsBoth() {
    assertThat(parts(TestCampaigns.notice(), counts(9, 90)).passesGate()).isTrue();
    assertThat(parts(TestCampaigns.notice(), counts(8, 90)).passesGate()).isFalse();
    assertThat(parts(TestCampaigns.notice(), counts(9, 89)).passesGate()).isFalse();
    assertThat(parts(TestCampaigns.notice(), NOTHING).passesGate()).isFalse();
    Campaign open = TestCampaigns.of(TestEngine.notice().replace("openingGate", "noGate"));
    assertThat(parts(open, NOTHING).passesGate()).isTrue();
  }

  @Test
  void divisorSumAndTermsAreSettings() {
    assertThat(parts(with("\"divisor\": \"REGISTERED\""), counts(9, 90)).teachers().mean())
        .isEqualTo(Score.of(5));
    assertThat(parts(with("\"studentMean\": \"SUM\""), counts(9, 90)).studentMean())
        .isEqualTo(Score.of(20));
    Campaign teachersOnly =
        TestCampaigns.of(
            TestEngine.notice()
                .replace("\"ADMINISTRATOR_MEAN\",", "")
                .replaceFirst("\"TEACHER_MEAN\",\\s*\"STUDENT_MEAN\"", "\"TEACHER_MEAN\""));
    assertThat(parts(teachersOnly, counts(9, 90)).score()).isEqualTo(Score.mean(9, 2));
  }

  @Test
  void nothingAddsUpToNothing() {
    Parts parts = parts(TestCampaigns.notice(), NOTHING);
    assertThat(parts.score()).isEqualTo(Score.ZERO);
    assertThat(parts.months()).hasSize(2);
    assertThat(
            new SchoolScoreRule(TestCampaigns.notice(), LocalDate.of(2020, 12, 1))
                .parts(NOTHING, List.of(), Set.of())
                .studentMean())
        .isEqualTo(Score.ZERO);
  }

  @Test
  void ruleOfTheMonthsVersionJudgesIt() {
    Campaign campaign =
        TestCampaigns.with(
            TestCampaigns.notice(),
            TestEngine.notice().replace("\"0.60\"", "\"0.61\""),
            "2020-12-15");
    assertThat(parts(campaign, counts(9, 90)).months().get(0).points()).isEqualTo(20);
    campaign =
        TestCampaigns.with(
            TestCampaigns.notice(),
            TestEngine.notice().replace("\"0.60\"", "\"0.61\""),
            "2020-12-01");
    assertThat(parts(campaign, counts(9, 90)).months().get(0).points()).isEqualTo(10);
  }

  @Test
  void deltasAddUp() {
    Deltas deltas = new Deltas();
    deltas.points("a", Role.TEACHER, "s1", 3);
    deltas.points("a", Role.TEACHER, "s2", 2);
    deltas.points("b", Role.TEACHER, "s1", 1);
    deltas.points("a", Role.ADMINISTRATOR, "s1", 10);
    deltas.participants("s1", JANUARY, "x", 1, 1);
    deltas.participants("s1", DECEMBER, "x", 1, 1);
    deltas.participants("s1", DECEMBER, "x", 0, 1);
    deltas.participants("s1", DECEMBER, "w", 1, 1);
    deltas.participants("s0", JANUARY, "x", 1, 1);
    deltas.participants("s1", DECEMBER, "x", 0, -3);
    assertThat(deltas.people.values()).containsExactly(10L, 5L, 1L);
    assertThat(deltas.schools.values()).containsExactly(10L, 4L, 2L);
    assertThat(deltas.participants.values()).containsExactly(1L, 1L, -2L, 1L, 1L);
    assertThat(deltas.participants.firstKey().school()).isEqualTo("s0");
  }
}

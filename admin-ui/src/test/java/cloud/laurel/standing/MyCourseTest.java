package cloud.laurel.standing;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.CampaignTemplates;
import cloud.laurel.campaign.RuleVersion;
import cloud.laurel.campaign.Rules;
import cloud.laurel.web.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MyCourseTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 1, 13);

  /** From 1 December 2026 on. */
  private static Campaign notice() {
    Rules rules = CampaignService.rules(CampaignTemplates.notice(LocalDate.of(2026, 11, 22)));
    return new Campaign(
        1,
        1,
        1,
        Campaign.State.RUNNING,
        Instant.EPOCH,
        List.of(new RuleVersion(1, rules.from(), "", "", Instant.EPOCH, rules)),
        Map.of());
  }

  private static MyCourse course(YearMonth month) {
    PersonCourse days =
        new PersonCourse(
            new TreeMap<>(
                Map.of(
                    LocalDate.of(2026, 12, 7), 15L,
                    LocalDate.of(2026, 12, 8), 4L,
                    LocalDate.of(2027, 1, 13), 3L)));
    return MyCourse.of(notice(), days, TODAY, month, Texts.in(Locale.ENGLISH));
  }

  @Test
  void calendarShowsOneMonthFromMondayToSunday() {
    MyCourse december = course(YearMonth.of(2026, 12));
    // 1 December 2026 is a Tuesday
    assertThat(december.rows()).hasSize(5).allMatch(week -> week.size() == 7);
    assertThat(december.rows().get(0).get(0).number()).isZero();
    assertThat(december.rows().get(0).get(1)).isEqualTo(new MyCourse.Day(1, "0", "day-0", false));
    assertThat(december.rows().get(1).get(0)).isEqualTo(new MyCourse.Day(7, "15", "day-4", false));
    assertThat(december.rows().get(1).get(1).style()).isEqualTo("day-2");
    assertThat(december.sum()).isEqualTo(19);
    assertThat(december.previous()).isEmpty();
    assertThat(december.next()).isEqualTo("2027-01");
  }

  @Test
  void daysToComeHaveNoPointsAndMonthsOutsideAreNotShown() {
    MyCourse january = course(YearMonth.of(2031, 5));
    assertThat(january.month()).isEqualTo(YearMonth.of(2027, 1));
    assertThat(january.next()).isEmpty();
    assertThat(january.rows().get(2).get(2)).isEqualTo(new MyCourse.Day(13, "3", "day-1", true));
    assertThat(january.rows().get(2).get(3)).isEqualTo(new MyCourse.Day(14, "", "out", false));
    assertThat(course(YearMonth.of(2020, 1)).month()).isEqualTo(YearMonth.of(2026, 12));
  }

  @Test
  void weeksReachFromTheFirstDayToTheLast() {
    List<MyCourse.Week> weeks = course(YearMonth.from(TODAY)).weeks();
    assertThat(weeks).hasSize(7);
    assertThat(weeks.get(0).monday()).isEqualTo(LocalDate.of(2026, 11, 30));
    assertThat(weeks.get(1).points()).isEqualTo(19);
    assertThat(weeks.get(1).days()).isEqualTo(2);
    assertThat(weeks.get(6).points()).isEqualTo(3);
  }
}

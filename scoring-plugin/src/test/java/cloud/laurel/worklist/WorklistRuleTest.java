package cloud.laurel.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.TestCampaigns;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.plan.Plan;
import cloud.laurel.standing.Rate;
import cloud.laurel.worklist.SchoolFacts.MonthPart;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is done, due and late, by hand and without a database. */
class WorklistRuleTest {

  private static final Campaign NOTICE = TestCampaigns.notice();
  private static final LocalDate JANUARY = LocalDate.parse("2021-01-20");

  private Rate teachers = new Rate(89, 100);
  private Rate students = new Rate(90, 100);
  private long administrators = 2;
  private long points = 150;
  private Optional<LocalDate> uploaded = Optional.empty();
  private Optional<Plan.State> plan = Optional.empty();
  private long trainings;
  private final Map<MonthPart, Rate> months = new HashMap<>();

  private Entry entry(Item item, LocalDate today) {
    SchoolFacts facts =
        new SchoolFacts(
            teachers,
            students,
            administrators,
            points,
            months,
            new Preparation(plan, Optional.of(LocalDate.parse("2020-12-05")), trainings, uploaded));
    return new WorklistRule(NOTICE, Deadlines.of(NOTICE), today)
        .entries(facts).stream().filter(e -> e.item() == item).findFirst().orElseThrow();
  }

  private void took(String month, int alternative, long part, long whole) {
    months.put(new MonthPart(month, "student-participation", alternative), new Rate(part, whole));
  }

  @ParameterizedTest
  @CsvSource({
    ", 2020-12-31, DUE", ", 2021-01-01, LATE", "DRAFT, 2021-01-01, LATE",
    "RETURNED, 2020-12-31, DUE", "SUBMITTED, 2021-01-01, DONE", "ACCEPTED, 2021-01-01, DONE"
  })
  void planIsDueWhenThePreparationEnds(Plan.State state, LocalDate today, Status status) {
    plan = Optional.ofNullable(state);
    Entry entry = entry(Item.PLAN, today);
    assertThat(entry.status()).isEqualTo(status);
    assertThat(entry.day())
        .contains(LocalDate.parse(status == Status.DONE ? "2020-12-05" : "2020-12-31"));
  }

  @Test
  void oneTrainingIsEnough() {
    assertThat(entry(Item.TRAINING, JANUARY).status()).isEqualTo(Status.DUE);
    assertThat(entry(Item.TRAINING, LocalDate.parse("2021-07-01")).status()).isEqualTo(Status.LATE);
    trainings = 1;
    assertThat(entry(Item.TRAINING, JANUARY).status()).isEqualTo(Status.DONE);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-12-16, DONE, ROSTER_CURRENT",
    "2020-12-15, DUE, ROSTER_OLD",
    "2020-12-01, DUE, ROSTER_OLD",
    "2020-11-30, LATE, ROSTER_OLD"
  })
  void rosterStaysCurrentForSomeWeeks(LocalDate day, Status status, Saying saying) {
    uploaded = Optional.of(day);
    Entry entry = entry(Item.ROSTER, JANUARY);
    assertThat(entry.status()).isEqualTo(status);
    assertThat(entry.saying()).isEqualTo(saying);
  }

  @Test
  void rosterThatNeverCameIsLate() {
    assertThat(entry(Item.ROSTER, JANUARY).status()).isEqualTo(Status.LATE);
  }

  @Test
  void openingSaysHowManyAreMissing() {
    Entry entry = entry(Item.OPENING, JANUARY);
    assertThat(entry.status()).isEqualTo(Status.DUE);
    assertThat(entry.numbers()).containsExactly(1L, 0L);
    teachers = new Rate(90, 100);
    assertThat(entry(Item.OPENING, JANUARY).status()).isEqualTo(Status.DONE);
    students = new Rate(0, 0);
    assertThat(entry(Item.OPENING, JANUARY).saying()).isEqualTo(Saying.OPENING_NOBODY);
  }

  @Test
  void runningMonthCountsByItsBetterAlternative() {
    took("2020-12", 0, 39, 100);
    took("2020-12", 1, 40, 100);
    took("2021-01", 0, 10, 100);
    took("2021-01", 1, 39, 100);
    Entry entry = entry(Item.MONTHS, JANUARY);
    assertThat(entry.status()).isEqualTo(Status.DUE);
    assertThat(entry.numbers()).containsExactly(1L, 39L, 100L);
    assertThat(entry.month()).contains(YearMonth.of(2021, 1));
    assertThat(entry.day()).contains(LocalDate.parse("2021-01-31"));
    took("2021-01", 0, 40, 100);
    assertThat(entry(Item.MONTHS, JANUARY).saying()).isEqualTo(Saying.MONTHS_REACHED);
  }

  @Test
  void monthIsLateWhenTheOneBeforeWasMissedToo() {
    took("2020-12", 0, 39, 100);
    took("2021-01", 0, 1, 100);
    assertThat(entry(Item.MONTHS, JANUARY).status()).isEqualTo(Status.LATE);
    took("2021-01", 1, 80, 100);
    assertThat(entry(Item.MONTHS, JANUARY).status()).isEqualTo(Status.DONE);
  }

  @Test
  void lastMonthIsLateWhenTheCampaignIsOver() {
    took("2021-05", 0, 80, 100);
    took("2021-06", 0, 39, 100);
    assertThat(entry(Item.MONTHS, LocalDate.parse("2021-07-01")).status()).isEqualTo(Status.LATE);
  }

  @Test
  void schoolWithoutPupilsHasNothingToDoForThem() {
    assertThat(entry(Item.MONTHS, JANUARY).saying()).isEqualTo(Saying.MONTHS_NOBODY);
  }

  @Test
  void functionsAreCountedOverAllAdministrators() {
    Entry entry = entry(Item.FUNCTIONS, JANUARY);
    assertThat(entry.status()).isEqualTo(Status.DUE);
    assertThat(entry.numbers()).containsExactly(5L);
    points = 210;
    assertThat(entry(Item.FUNCTIONS, JANUARY).status()).isEqualTo(Status.DONE);
    administrators = 0;
    assertThat(entry(Item.FUNCTIONS, JANUARY).saying()).isEqualTo(Saying.FUNCTIONS_NOBODY);
  }

  @Test
  void nothingIsAskedForThatTheCampaignDoesNotHave() {
    Campaign ungated =
        TestCampaigns.of(TestEngine.notice().replace("\"openingGate\"", "\"x-gate\""));
    assertThat(new WorklistRule(ungated, Deadlines.of(ungated), JANUARY).items())
        .doesNotContain(Item.OPENING)
        .contains(Item.MONTHS);
    assertThat(
            new WorklistRule(NOTICE, Deadlines.of(NOTICE), LocalDate.parse("2020-11-30")).items())
        .doesNotContain(Item.MONTHS);
  }
}

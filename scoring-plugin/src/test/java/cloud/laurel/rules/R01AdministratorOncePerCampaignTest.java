package cloud.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.store.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule R1: each of the ten indicators counts once in the campaign, so 100 points at most. */
class R01AdministratorOncePerCampaignTest {

  private static TestEngine engine(TestDatabase kind) {
    return new TestEngine(kind, "2021-01-05T00:00:00Z")
        .roster(new TestRoster().school("s1").administrators("s1", "a1"), "2020-09-01");
  }

  private static final List<String> TEN =
      List.of(
          "grade.created",
          "class.imported",
          "department.edited",
          "term.created",
          "student.imported",
          "parent.edited",
          "staff.created",
          "teaching-assignment.imported",
          "textbook.added",
          "course.edited");

  @ParameterizedTest
  @EnumSource
  void tenIndicatorsGiveAHundredHoweverOften(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    for (String day : List.of("2020-12-01", "2020-12-02", "2021-01-04")) {
      TEN.forEach(type -> engine.accept(engine.action(type, "a1", day + "T02:00:00Z")));
    }
    assertThat(engine.points(campaign, "a1")).isEqualTo(100);
    assertThat(engine.ledger(campaign, "a1")).hasSize(30).filteredOn(r -> r.counted()).hasSize(10);
  }

  @ParameterizedTest
  @EnumSource
  void variantsOfOneIndicatorShareItsOnlyPlace(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(
        TestEngine.named("1", "grade.edited", "a1", "2020-12-05T02:00:00Z"),
        TestEngine.named("2", "grade.created", "a1", "2021-01-04T02:00:00Z"));
    assertThat(engine.points(campaign, "a1")).isEqualTo(10);
    assertThat(engine.verdict(campaign, "a1", "2")).isEqualTo("LIMIT_REACHED");
  }
}

package cloud.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.standing.Rate;
import cloud.laurel.store.TestDatabase;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule R9: the gate needs both opening rates at 90 per cent, compared exactly. */
class R09OpeningGateTest {

  /** A school with ten teachers and ten pupils, of whom so many are registered. */
  private static TestRoster school(TestRoster roster, String school, int teachers, int pupils) {
    roster.school(school);
    for (int i = 0; i < 10; i++) {
      String registered = "2020-09-01";
      roster
          .person(
              school + "t" + i,
              List.of(school),
              List.of("teacher"),
              0,
              i < teachers ? registered : "",
              "")
          .person(
              school + "p" + i,
              List.of(school),
              List.of("student"),
              3,
              i < pupils ? registered : "",
              "");
    }
    return roster;
  }

  @ParameterizedTest
  @EnumSource
  void bothRatesMustReachNinety(TestDatabase kind) {
    TestRoster roster = new TestRoster();
    school(roster, "both", 9, 9);
    school(roster, "teachers", 10, 8);
    school(roster, "pupils", 8, 10);
    TestEngine engine = new TestEngine(kind, "2020-12-20T00:00:00Z").roster(roster, "2020-09-01");
    Campaign campaign = engine.campaign();
    assertThat(engine.school(campaign, "both").passesOpeningGate()).isTrue();
    assertThat(engine.school(campaign, "teachers").passesOpeningGate()).isFalse();
    assertThat(engine.school(campaign, "pupils").passesOpeningGate()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"8999, 10000, false", "188, 209, false", "9, 10, true", "0, 0, false"})
  void roundingNeverPassesIt(long registered, long eligible, boolean passes) {
    assertThat(new Rate(registered, eligible).reaches(new BigDecimal("0.90"))).isEqualTo(passes);
  }

  @ParameterizedTest
  @EnumSource
  void campaignWithoutAGateLetsEverySchoolPass(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2020-12-20T00:00:00Z")
            .roster(school(new TestRoster(), "s1", 0, 0), "2020-09-01");
    Campaign campaign =
        engine
            .engine
            .campaigns()
            .create(TestEngine.notice().replace("\"openingGate\"", "\"noGate\""), "");
    assertThat(engine.school(campaign, "s1").passesOpeningGate()).isTrue();
  }
}

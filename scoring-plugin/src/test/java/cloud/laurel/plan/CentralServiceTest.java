package cloud.laurel.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.plan.CentralSchool.Holder;
import cloud.laurel.roster.School;
import cloud.laurel.store.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who acts for a township's schools. */
class CentralServiceTest {

  private static TestRoster roster() {
    return new TestRoster().central("c1").school("s1", "c1").school("s2", "c1").school("s3");
  }

  @ParameterizedTest
  @EnumSource
  void onlyAnAdministratorOfOneOfItsSchoolsActsForThemAll(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2020-12-10T00:00:00Z")
            .roster(
                roster().administrators("s1", "a").teachers("s1", "t").administrators("s3", "x"),
                "2020-09-01");
    Campaign campaign = engine.campaign();
    CentralService centrals = engine.engine.centrals();
    assertThat(centrals.candidates(campaign, "c1"))
        .extracting(Holder::account)
        .containsExactly("a");
    for (String stranger : new String[] {"t", "x", "nobody"}) {
      assertThatThrownBy(() -> centrals.assign(campaign, "c1", stranger))
          .isInstanceOf(PlanRefused.class);
    }
    assertThat(centrals.schools(campaign, "a")).isEmpty();
    centrals.assign(campaign, "c1", "a");
    centrals.assign(campaign, "c1", "a");
    assertThat(centrals.schools(campaign, "a"))
        .extracting(School::code)
        .containsExactly("s1", "s2");
    assertThat(centrals.all(campaign).get(0).desk())
        .extracting(Holder::account)
        .containsExactly("a");
    centrals.release("c1", "a");
    assertThat(centrals.schools(campaign, "a")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whoeverLeavesTheSchoolNoLongerActs(TestDatabase kind) {
    TestEngine engine =
        new TestEngine(kind, "2020-12-10T00:00:00Z")
            .roster(roster().administrators("s1", "a"), "2020-09-01");
    Campaign campaign = engine.campaign();
    CentralService centrals = engine.engine.centrals();
    centrals.assign(campaign, "c1", "a");
    engine.roster(roster().teachers("s1", "t").teachers("s2", "u"), "2020-12-09");
    assertThat(centrals.schools(campaign, "a")).isEmpty();
    assertThat(centrals.all(campaign).get(0).desk()).isEmpty();
  }
}

package cloud.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.store.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule R16: the earliest by (occurredAt, id) counts, also when it arrives late. */
class R16EarliestCountsTest {

  private static TestEngine engine(TestDatabase kind) {
    return new TestEngine(kind, "2021-01-05T00:00:00Z")
        .roster(new TestRoster().school("s1").teachers("s1", "t1"), "2020-09-01");
  }

  @ParameterizedTest
  @EnumSource
  void lateActionCountsOnItsOwnDayAndTakesThePlaceOfALaterOne(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(TestEngine.named("x2", "lesson.prepared", "t1", "2020-12-10T05:00:00Z"));
    engine.accept(TestEngine.named("x1", "lesson.prepared", "t1", "2020-12-10T04:00:00Z"));
    engine.accept(TestEngine.named("x0", "lesson.prepared", "t1", "2020-12-10T04:00:00Z"));
    assertThat(engine.verdict(campaign, "t1", "x0")).isEqualTo("COUNTED");
    assertThat(engine.verdict(campaign, "t1", "x1")).isEqualTo("LIMIT_REACHED");
    assertThat(engine.verdict(campaign, "t1", "x2")).isEqualTo("LIMIT_REACHED");
    assertThat(engine.points(campaign, "t1")).isEqualTo(3);
  }
}

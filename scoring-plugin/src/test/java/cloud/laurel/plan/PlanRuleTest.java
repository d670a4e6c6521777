package cloud.laurel.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cloud.laurel.plan.PlanDraft.StepDraft;
import cloud.laurel.plugin.Problem;
import cloud.laurel.store.InvalidInput;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanRuleTest {

  @Test
  void emptyLinesOfTheScheduleDoNotCountAndASingleDayHasNoEnd() {
    Plan.Content content =
        PlanRule.read(
            TestPlans.with(
                "目标",
                new StepDraft("", "", " ", ""),
                new StepDraft("2020-12-05", "2020-12-05", "启动", "")),
            true);
    assertThat(content.schedule()).hasSize(1);
    assertThat(content.schedule().get(0).to()).isEqualTo(Optional.empty());
  }

  @Test
  void aDraftMayLackEverythingButWhatIsThereMustBeInOrder() {
    PlanDraft draft =
        new PlanDraft(
            "x".repeat(4001),
            "",
            "",
            "call me",
            "",
            "",
            "",
            "123",
            List.of(
                TestPlans.STEP,
                new StepDraft("Friday", "", "", ""),
                new StepDraft("2020-12-05", "2020-12-01", "", "")));
    assertThatThrownBy(() -> PlanRule.read(draft, false))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::field, Problem::problem)
                    .containsExactly(
                        tuple("objectives", "tooLong"),
                        tuple("leaderPhone", "notAPhone"),
                        tuple("administratorPhone", "notAPhone"),
                        tuple("schedule[1].from", "notADate"),
                        tuple("schedule[2].to", "beforeStart")));
  }
}

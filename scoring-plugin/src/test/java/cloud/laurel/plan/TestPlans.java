package cloud.laurel.plan;

import cloud.laurel.plan.PlanDraft.StepDraft;
import java.util.List;

/** Plans that tests write. */
final class TestPlans {

  static final StepDraft STEP = new StepDraft("2020-12-01", "2020-12-31", "动员", "何清源");

  private TestPlans() {}

  static PlanDraft complete() {
    return with("空间开通率达到95%", STEP);
  }

  static PlanDraft with(String objectives, StepDraft... steps) {
    return new PlanDraft(
        objectives,
        "名师空间",
        "沈启航",
        "0716-0000-001",
        "信息科 林诗语",
        "0716-0000-002",
        "何清源",
        "0716-0000-003",
        List.of(steps));
  }

  static PlanDraft empty() {
    return new PlanDraft("", "", "", "", "", "", "", "", List.of());
  }
}

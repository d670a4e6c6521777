package cloud.laurel.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.input.Attachment;
import cloud.laurel.input.FileRefused;
import cloud.laurel.input.TestFiles;
import cloud.laurel.input.Upload;
import cloud.laurel.notice.Notice;
import cloud.laurel.plan.Plan.State;
import cloud.laurel.plan.PlanEvent.What;
import cloud.laurel.plan.PlanRefused.Why;
import cloud.laurel.plugin.Problem;
import cloud.laurel.store.InvalidInput;
import cloud.laurel.store.TestDatabase;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A school's plan on its way from the first word to the bureau's agreement. */
class PlanServiceTest {

  private TestEngine engine;
  private Campaign campaign;
  private PlanService plans;

  private void start(TestDatabase kind) {
    engine =
        new TestEngine(kind, "2020-12-10T00:00:00Z")
            .roster(
                new TestRoster()
                    .school("s1")
                    .school("s2")
                    .administrators("s1", "a")
                    .both("s1", "b")
                    .teachers("s1", "t")
                    .administrators("s2", "x"),
                "2020-09-01");
    campaign = engine.campaign();
    plans = engine.engine.plans();
  }

  private Plan plan() {
    return plans.find(campaign, "s1").orElseThrow();
  }

  private static void refused(Why why, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(PlanRefused.class, e -> assertThat(e.why()).isEqualTo(why));
  }

  @ParameterizedTest
  @EnumSource
  void aPlanGoesFromDraftOverAReturnToItsAcceptance(TestDatabase kind) {
    start(kind);
    assertThat(plans.find(campaign, "s1")).isEmpty();
    plans.save(campaign, "s1", "a", PlanChange.of(0, TestPlans.with("一\r\n二")));
    assertThat(plan().state()).isEqualTo(State.DRAFT);
    assertThat(plan().content().objectives()).isEqualTo("一\n二");
    assertThat(plan().submittedAt()).isEmpty();
    plans.save(campaign, "s1", "a", PlanChange.of(1, TestPlans.with("三")));
    plans.submit(campaign, "s1", "b", PlanChange.of(2, TestPlans.complete()));
    assertThat(plan().submittedAt()).contains(engine.clock.instant());
    plans.giveBack(campaign, "s1", "bureau", 3, "特色写得太笼统");
    plans.submit(campaign, "s1", "a", PlanChange.of(4, TestPlans.complete()));
    plans.accept(campaign, "s1", "bureau", 5, "");
    plans.reopen(campaign, "s1", "bureau", 6, "管理员换人");
    assertThat(plan().state()).isEqualTo(State.RETURNED);
    assertThat(plan().version()).isEqualTo(7);
    assertThat(plans.history(plan()))
        .extracting(PlanEvent::what, PlanEvent::bureau, PlanEvent::name, PlanEvent::words)
        .containsExactly(
            tuple(What.SAVED, false, "Given a Family", ""),
            tuple(What.SAVED, false, "Given b Family", ""),
            tuple(What.SUBMITTED, false, "Given b Family", ""),
            tuple(What.RETURNED, true, "bureau", "特色写得太笼统"),
            tuple(What.SAVED, false, "Given a Family", ""),
            tuple(What.SUBMITTED, false, "Given a Family", ""),
            tuple(What.ACCEPTED, true, "bureau", ""),
            tuple(What.REOPENED, true, "bureau", "管理员换人"));
    assertThat(plans.states(campaign))
        .containsOnlyKeys("s1")
        .containsEntry("s1", new PlanStatus(State.RETURNED, plan().submittedAt()));
  }

  @ParameterizedTest
  @EnumSource
  void theSchoolsAdministratorsAreToldWhatTheBureauSays(TestDatabase kind) {
    start(kind);
    plans.submit(campaign, "s1", "a", PlanChange.of(0, TestPlans.complete()));
    assertThat(engine.engine.notices().unread("a")).isZero();
    plans.giveBack(campaign, "s1", "bureau", 1, "请补充");
    for (String account : List.of("a", "b")) {
      assertThat(engine.engine.notices().list(account, 0, 10).notices())
          .extracting(Notice::key, Notice::path)
          .containsExactly(tuple("notice.plan.returned", "/school/plan?code=s1"));
    }
    assertThat(engine.engine.notices().unread("t")).isZero();
    assertThat(engine.engine.notices().unread("x")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void twoTabsDoNotOverwriteOneAnother(TestDatabase kind) {
    start(kind);
    plans.save(campaign, "s1", "a", PlanChange.of(0, TestPlans.with("一")));
    refused(
        Why.CHANGED, () -> plans.save(campaign, "s1", "b", PlanChange.of(0, TestPlans.with("二"))));
    plans.save(campaign, "s1", "b", PlanChange.of(1, TestPlans.with("三")));
    refused(
        Why.CHANGED,
        () -> plans.submit(campaign, "s1", "a", PlanChange.of(1, TestPlans.complete())));
    assertThat(plan().content().objectives()).isEqualTo("三");
    plans.submit(campaign, "s1", "a", PlanChange.of(2, TestPlans.complete()));
    refused(Why.CHANGED, () -> plans.accept(campaign, "s1", "bureau", 2, ""));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsHandedInStaysAsItIs(TestDatabase kind) {
    start(kind);
    refused(Why.UNKNOWN, () -> plans.accept(campaign, "s1", "bureau", 0, ""));
    plans.submit(campaign, "s1", "a", PlanChange.of(0, TestPlans.complete()));
    refused(
        Why.HANDED_IN,
        () -> plans.save(campaign, "s1", "a", PlanChange.of(1, TestPlans.with("新"))));
    refused(Why.WORDS_MISSING, () -> plans.giveBack(campaign, "s1", "bureau", 1, " "));
    refused(Why.OTHER_STATE, () -> plans.reopen(campaign, "s1", "bureau", 1, "x"));
    plans.accept(campaign, "s1", "bureau", 1, "好");
    refused(Why.OTHER_STATE, () -> plans.giveBack(campaign, "s1", "bureau", 2, "x"));
    engine.engine.campaigns().close(campaign.code(), "", "");
    Campaign closed = engine.engine.campaigns().find(campaign.code()).orElseThrow();
    refused(Why.NOT_RUNNING, () -> plans.reopen(closed, "s1", "bureau", 2, "x"));
    refused(
        Why.NOT_RUNNING,
        () -> plans.save(closed, "s2", "x", PlanChange.of(0, TestPlans.complete())));
  }

  @ParameterizedTest
  @EnumSource
  void filesAreKeptWithThePlanAndTakenAway(TestDatabase kind) {
    start(kind);
    Upload scan = new Upload("方案 盖章.pdf", TestFiles.pdf());
    Upload page = new Upload("WORD.DOCX", TestFiles.docx());
    plans.save(
        campaign, "s1", "a", new PlanChange(0, TestPlans.empty(), List.of(scan, page), Set.of()));
    assertThat(plans.files(plan()))
        .extracting(Attachment::name)
        .containsExactly("方案 盖章.pdf", "WORD.docx");
    long first = plans.files(plan()).get(0).id();
    assertThat(plans.file(plan(), first).orElseThrow().bytes()).isEqualTo(TestFiles.pdf());
    assertThatThrownBy(
            () ->
                plans.save(
                    campaign,
                    "s1",
                    "a",
                    new PlanChange(
                        1,
                        TestPlans.empty(),
                        List.of(new Upload("a.zip", TestFiles.ascii("PK"))),
                        Set.of())))
        .isInstanceOf(FileRefused.class);
    refused(
        Why.TOO_MANY_FILES,
        () ->
            plans.save(
                campaign,
                "s1",
                "a",
                new PlanChange(1, TestPlans.empty(), List.of(scan, scan, scan, scan), Set.of())));
    plans.save(
        campaign,
        "s1",
        "a",
        new PlanChange(1, TestPlans.empty(), List.of(scan, scan, scan, scan), Set.of(first)));
    assertThat(plans.files(plan())).hasSize(5);
    assertThat(plans.file(plan(), first)).isEmpty();
    assertThat(plans.history(plan()))
        .extracting(PlanEvent::what)
        .contains(What.FILE_ADDED, What.FILE_REMOVED);
  }

  @ParameterizedTest
  @EnumSource
  void everythingThatIsMissingIsSaidAtOnce(TestDatabase kind) {
    start(kind);
    plans.save(campaign, "s1", "a", PlanChange.of(0, TestPlans.empty()));
    assertThatThrownBy(() -> plans.submit(campaign, "s1", "a", PlanChange.of(1, TestPlans.empty())))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::field)
                    .containsExactly(
                        "objectives",
                        "features",
                        "leader",
                        "leaderPhone",
                        "office",
                        "officePhone",
                        "administrator",
                        "administratorPhone",
                        "schedule"));
    assertThat(plan().state()).isEqualTo(State.DRAFT);
  }
}

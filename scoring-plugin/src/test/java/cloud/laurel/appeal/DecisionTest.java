package cloud.laurel.appeal;

import static cloud.laurel.appeal.AppealFixture.DAY;
import static cloud.laurel.appeal.AppealFixture.OFFICER;
import static cloud.laurel.appeal.AppealFixture.assertRefused;
import static cloud.laurel.appeal.AppealFixture.grant;
import static cloud.laurel.appeal.AppealFixture.missing;
import static cloud.laurel.appeal.AppealFixture.refused;
import static cloud.laurel.appeal.AppealFixture.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.appeal.Appeal.State;
import cloud.laurel.appeal.AppealEvent.What;
import cloud.laurel.appeal.AppealRefused.Why;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.store.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the bureau's answers do. */
class DecisionTest {

  private static final String LESSON = "lesson-preparation";
  private static final String HOMEWORK = "homework";

  @ParameterizedTest
  @EnumSource
  void grantedMissingEntryCountsAndIsMarked(TestDatabase kind) {
    AppealFixture f = new AppealFixture(kind);
    long id = f.file("t2", missing("t2", LESSON, DAY));
    assertThat(f.show(id).effects().get(0)).isEqualTo(new Effect(LESSON, 3));
    Appeal granted = f.grant(id);
    assertThat(granted.state()).isEqualTo(State.GRANTED);
    assertThat(granted.points()).contains(3L);
    assertThat(f.test.points(f.campaign, "t2")).isEqualTo(3);
    assertThat(f.test.ledger(f.campaign, "t2"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.type()).isEqualTo("award.corrected");
              assertThat(row.day()).isEqualTo(DAY);
              assertThat(row.school()).contains("s1");
            });
    assertThat(f.test.engine.notices().list("t2", 0, 9).notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.key()).isEqualTo("notice.appeal.granted");
              assertThat(notice.arguments()).contains("+3", "2020-12-10");
              assertThat(notice.path()).isEqualTo("/my/appeals?id=" + id);
            });
  }

  @ParameterizedTest
  @EnumSource
  void correctionOutlivesJudgingAgain(TestDatabase kind) {
    AppealFixture f = new AppealFixture(kind);
    f.grant(f.file("t2", missing("t2", LESSON, DAY)));
    f.test.roster(new TestRoster().school("s1").teachers("s1", "t2"), "2020-12-05").settle();
    assertThat(f.test.points(f.campaign, "t2")).isEqualTo(3);
    f.test.accept(TestEngine.named("late", "lesson.prepared", "t2", "2020-12-10T01:00:00Z"));
    assertThat(f.test.points(f.campaign, "t2")).isEqualTo(3);
    assertThat(f.test.verdict(f.campaign, "t2", "late")).isEqualTo("COUNTED");
  }

  @ParameterizedTest
  @EnumSource
  void dayThatCountedAlreadyIsNotCountedTwice(TestDatabase kind) {
    AppealFixture f = new AppealFixture(kind);
    long id = f.file("t1", refused("lost", LESSON));
    assertThat(f.show(id).effects().get(0)).isEqualTo(new Effect(LESSON, 0));
    assertThat(f.grant(id).points()).contains(0L);
    assertThat(f.test.points(f.campaign, "t1")).isEqualTo(3);
    assertThat(f.test.engine.notices().list("t1", 0, 9).notices())
        .extracting(n -> n.key())
        .containsExactly("notice.appeal.grantedNothing");
  }

  @ParameterizedTest
  @EnumSource
  void officerChoosesIndicatorAndSchool(TestDatabase kind) {
    AppealFixture f = new AppealFixture(kind);
    long id = f.file("t1", refused("odd", ""));
    assertRefused(Why.INDICATOR_UNKNOWN, () -> f.grant(id));
    assertRefused(
        Why.SCHOOL_UNKNOWN,
        () -> f.decisions.decide(id, grant(Optional.of(LESSON), Optional.of("s9"))));
    assertThat(f.show(id).appeal().open()).isTrue();
    assertThat(f.show(id).history()).hasSize(1);
    String other =
        f.show(id).effects().stream()
            .filter(e -> e.points() > 0)
            .map(Effect::indicator)
            .filter(code -> code.startsWith(HOMEWORK))
            .findFirst()
            .orElseThrow();
    Appeal granted = f.decisions.decide(id, grant(Optional.of(other), Optional.of("s2")));
    assertThat(granted.indicator()).isEqualTo(other);
    assertThat(granted.school()).contains("s2");
    assertThat(f.test.points(f.campaign, "t1")).isEqualTo(3 + granted.points().orElseThrow());
  }

  @ParameterizedTest
  @EnumSource
  void wrongEntryIsTakenBackAndItsSiblingCountsAgain(TestDatabase kind) {
    AppealFixture f = new AppealFixture(kind);
    long id = f.file("t1", wrong("won"));
    assertThat(f.show(id).effects()).containsExactly(new Effect(LESSON, 0));
    assertThat(f.grant(id).points()).contains(0L);
    assertThat(f.test.verdict(f.campaign, "t1", "won")).isEqualTo("WITHDRAWN");
    assertThat(f.test.verdict(f.campaign, "t1", "lost")).isEqualTo("COUNTED");
    long next = f.file("t1", wrong("lost"));
    assertThat(f.show(next).effects()).containsExactly(new Effect(LESSON, -3));
    assertThat(f.grant(next).points()).contains(-3L);
    assertThat(f.test.points(f.campaign, "t1")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void declinedChangesNothingAndSaysWhy(TestDatabase kind) {
    AppealFixture f = new AppealFixture(kind);
    long id = f.file("a1", missing("t2", LESSON, DAY));
    assertRefused(Why.WORDS_MISSING, () -> f.decisions.decide(id, Decision.decline("bureau", " ")));
    assertRefused(Why.WORDS_MISSING, () -> f.decisions.decide(id, Decision.grant("bureau", "")));
    f.decisions.decide(id, Decision.decline("bureau", "没有证据"));
    assertThat(f.test.ledger(f.campaign, "t2")).isEmpty();
    AppealEvent last = f.show(id).history().get(1);
    assertThat(last.what()).isEqualTo(What.DECLINED);
    assertThat(last.words()).isEqualTo("没有证据");
    assertThat(last.actor()).isEqualTo("bureau");
    for (String told : List.of("a1", "t2")) {
      assertThat(f.test.engine.notices().list(told, 0, 9).notices().get(0).key())
          .isEqualTo("notice.appeal.declined");
    }
    assertRefused(Why.DECIDED, () -> f.grant(id));
    assertRefused(Why.UNKNOWN, () -> f.grant(999));
  }

  @ParameterizedTest
  @EnumSource
  void decisionOnAnOlderLookIsRefused(TestDatabase kind) {
    AppealFixture f = new AppealFixture(kind);
    long id = f.file("t2", missing("t2", LESSON, DAY));
    int seen = f.show(id).appeal().version();
    f.appeals.add(id, Party.person("t2"), "补充说明", List.of());
    Decision stale =
        new Decision("bureau", false, "x", Optional.empty(), Optional.empty(), Optional.of(seen));
    assertRefused(Why.CHANGED, () -> f.decisions.decide(id, stale));
    assertThat(f.show(id).appeal().open()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsGrantedOnceTheCampaignIsClosed(TestDatabase kind) {
    AppealFixture f = new AppealFixture(kind);
    long id = f.file("t2", missing("t2", LESSON, DAY));
    f.test.engine.campaigns().close(f.campaign.code(), "bureau", "");
    assertRefused(Why.NOT_RUNNING, () -> f.grant(id));
    f.decisions.decide(id, Decision.decline("bureau", "活动已结束"));
    assertThat(f.show(id).appeal().state()).isEqualTo(State.DECLINED);
  }

  @ParameterizedTest
  @EnumSource
  void ofConcurrentDecisionsExactlyOneHolds(TestDatabase kind)
      throws InterruptedException, ExecutionException {
    AppealFixture f = new AppealFixture(kind);
    long id = f.file("t2", missing("t2", LESSON, DAY));
    ExecutorService officers = Executors.newFixedThreadPool(6);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        boolean grants = i % 2 == 0;
        String officer = "officer" + i;
        answers.add(
            officers.submit(
                () -> {
                  try {
                    f.decisions.decide(
                        id, grants ? Decision.grant(officer, "是") : Decision.decline(officer, "否"));
                    return "WON";
                  } catch (AppealRefused e) {
                    return e.why().name();
                  }
                }));
      }
      List<String> told = new ArrayList<>();
      for (Future<String> answer : answers) {
        told.add(answer.get());
      }
      assertThat(told).containsOnlyOnce("WON");
      assertThat(told.stream().filter(t -> t.equals("DECIDED"))).hasSize(5);
    } finally {
      officers.shutdownNow();
    }
    boolean granted = f.show(id).appeal().state() == State.GRANTED;
    assertThat(f.test.points(f.campaign, "t2")).isEqualTo(granted ? 3 : 0);
    assertThat(f.show(id).history()).hasSize(2);
    assertThat(f.cases.find(id, OFFICER)).isPresent();
  }
}

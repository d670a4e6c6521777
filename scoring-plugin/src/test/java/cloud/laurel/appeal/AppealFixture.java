package cloud.laurel.appeal;

import cloud.laurel.appeal.Appeal.Kind;
import cloud.laurel.appeal.AppealRefused.Why;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.input.Upload;
import cloud.laurel.store.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * Two schools on 10 December 2020 (Shanghai). Teacher t1 prepared a lesson that counted ("won") and
 * one that did not ("lost"), and did something that no indicator takes ("odd").
 */
final class AppealFixture {

  static final LocalDate DAY = LocalDate.parse("2020-12-10");
  static final Party OFFICER = Party.officer("bureau");

  final TestEngine test;
  final Campaign campaign;
  final AppealService appeals;
  final AppealCaseService cases;
  final DecisionService decisions;

  AppealFixture(TestDatabase kind) {
    test =
        new TestEngine(kind, "2020-12-12T02:00:00Z")
            .roster(
                new TestRoster()
                    .school("s1")
                    .school("s2")
                    .teachers("s1", "t1", "t2")
                    .teachers("s2", "t3")
                    .administrators("s1", "a1", "a9")
                    .administrators("s2", "a2")
                    .pupils("s1", 3, "p1"),
                "2020-09-01");
    campaign = test.campaign();
    appeals = test.engine.appeals();
    cases = test.engine.appealCases();
    decisions = test.engine.decisions();
    test.accept(
        TestEngine.named("won", "lesson.prepared", "t1", "2020-12-10T05:00:00Z"),
        TestEngine.named("lost", "lesson.prepared", "t1", "2020-12-10T06:00:00Z"),
        TestEngine.named("odd", "coffee.made", "t1", "2020-12-10T07:00:00Z"));
  }

  static Filing refused(String action, String indicator, Upload... files) {
    return Filing.of("t1", Kind.REFUSED, action, indicator, "请复核", List.of(files));
  }

  static Filing wrong(String action) {
    return Filing.of("t1", Kind.WRONG, action, "lesson-preparation", "不是我做的", List.of());
  }

  static Filing missing(String account, String indicator, LocalDate day) {
    return Filing.missing(account, indicator, day, "作业没有记录", List.of());
  }

  long file(String filer, Filing filing) {
    return appeals.file(campaign, filer, filing);
  }

  AppealCase show(long id) {
    return cases.find(id, OFFICER).orElseThrow();
  }

  Appeal grant(long id) {
    return decisions.decide(id, Decision.grant("bureau", "情况属实"));
  }

  static Decision grant(Optional<String> indicator, Optional<String> school) {
    return new Decision("bureau", true, "情况属实", indicator, school, Optional.empty());
  }

  static void assertRefused(Why why, ThrowingCallable call) {
    Assertions.assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AppealRefused.class, e -> Assertions.assertThat(e.why()).isEqualTo(why));
  }
}

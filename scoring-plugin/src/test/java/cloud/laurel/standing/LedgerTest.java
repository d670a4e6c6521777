package cloud.laurel.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.standing.LedgerPage.Instead;
import cloud.laurel.standing.LedgerQuery.Verdict;
import cloud.laurel.store.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a ledger says about each action, and finding lines in it. */
class LedgerTest {

  private static TestEngine engine(TestDatabase kind) {
    return new TestEngine(kind, "2020-12-20T00:00:00Z")
        .roster(new TestRoster().school("s1").teachers("s1", "t1", "t2"), "2020-09-01");
  }

  private static PlatformAction lesson(String id, String at, String name) {
    return new PlatformAction(
        id,
        "lesson.prepared",
        "t1",
        Instant.parse(at),
        Optional.empty(),
        Optional.of(new PlatformAction.ObjectRef("o-" + id, Optional.of(name))),
        List.of(),
        Map.of());
  }

  private static LedgerPage.Row row(TestEngine engine, Campaign campaign, String id) {
    return engine.ledger(campaign, "t1").stream()
        .filter(r -> r.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalAtTheLimitNamesWhatCountedInstead(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(
        lesson("b", "2020-12-10T02:00:00Z", "Fractions"),
        lesson("c", "2020-12-10T03:00:00Z", "Decimals"),
        lesson("d", "2020-12-11T03:00:00Z", "Rates"));
    assertThat(row(engine, campaign, "c").countedInstead())
        .containsExactly(
            new Instead(
                "b",
                Instant.parse("2020-12-10T02:00:00Z"),
                "lesson.prepared",
                Optional.of("Fractions")));
    assertThat(row(engine, campaign, "b").countedInstead()).isEmpty();
    assertThat(row(engine, campaign, "d").countedInstead()).isEmpty();
    engine.accept(lesson("a", "2020-12-10T01:00:00Z", "Numbers"));
    assertThat(row(engine, campaign, "b").countedInstead())
        .extracting(Instead::id)
        .containsExactly("a");
    assertThat(
            engine.engine.standings().day(campaign, "t1", LocalDate.parse("2020-12-10")).refused())
        .extracting(r -> r.countedInstead().get(0).id())
        .containsExactly("a", "a");
    assertThat(row(engine, campaign, "a"))
        .satisfies(
            r -> {
              assertThat(r.schoolName()).contains("School s1");
              assertThat(r.ruleVersion()).isEqualTo(1);
              assertThat(r.correcting()).isFalse();
            });
  }

  @ParameterizedTest
  @EnumSource
  void eachLineTellsTheVersionThatJudgedItsDay(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    Campaign trial =
        engine
            .engine
            .database()
            .inTransaction(
                tx ->
                    engine
                        .engine
                        .campaigns()
                        .openTrial(
                            tx,
                            campaign,
                            engine.engine.campaigns().propose(campaign, TestEngine.notice()),
                            LocalDate.parse("2020-12-15")));
    // a trial judges in step with the campaign
    engine.accept(
        lesson("old", "2020-12-10T02:00:00Z", "Fractions"),
        lesson("new", "2020-12-16T02:00:00Z", "Decimals"));
    assertThat(engine.ledger(trial, "t1"))
        .extracting(LedgerPage.Row::id, LedgerPage.Row::ruleVersion)
        .containsExactly(tuple("new", 2), tuple("old", 1));
  }

  @ParameterizedTest
  @EnumSource
  void filtersMeetInOneStatementAndTellTheirOwnTotal(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.accept(
        lesson("a", "2020-12-10T01:00:00Z", "Numbers"),
        lesson("b", "2020-12-10T02:00:00Z", "Fractions"),
        lesson("c", "2020-12-10T03:00:00Z", "Decimals"),
        lesson("d", "2020-12-11T03:00:00Z", "Rates"),
        TestEngine.named("n", "notice.published", "t1", "2020-12-10T04:00:00Z"),
        TestEngine.named("k", "coffee.made", "t1", "2020-12-10T05:00:00Z"),
        TestEngine.named("x", "lesson.prepared", "t2", "2020-12-10T05:00:00Z"));
    assertThat(found(engine, campaign, "", "", "", ""))
        .containsExactly("d", "k", "n", "c", "b", "a");
    assertThat(found(engine, campaign, "2020-12-11", "", "", "")).containsExactly("d");
    assertThat(found(engine, campaign, "", "lesson-preparation", "", ""))
        .containsExactly("d", "c", "b", "a");
    assertThat(found(engine, campaign, "", "", "COUNTED", "")).containsExactly("d", "n", "a");
    assertThat(found(engine, campaign, "", "", "REFUSED", "")).containsExactly("k", "c", "b");
    assertThat(found(engine, campaign, "", "", "", "NO_INDICATOR")).containsExactly("k");
    assertThat(found(engine, campaign, "2020-12-10", "lesson-preparation", "REFUSED", ""))
        .containsExactly("c", "b");
    assertThat(found(engine, campaign, "2020-12-12", "", "", "")).isEmpty();
    LedgerPage second =
        engine
            .engine
            .standings()
            .ledger(campaign, "t1", query("", "lesson-preparation", "", ""), 2, 1);
    assertThat(second.total()).isEqualTo(4);
    assertThat(second.rows()).extracting(LedgerPage.Row::id).containsExactly("b");
  }

  private static List<String> found(
      TestEngine engine,
      Campaign campaign,
      String day,
      String indicator,
      String verdict,
      String reason) {
    LedgerPage page =
        engine
            .engine
            .standings()
            .ledger(campaign, "t1", query(day, indicator, verdict, reason), 0, 50);
    assertThat(page.total()).isEqualTo(page.rows().size());
    return page.rows().stream().map(LedgerPage.Row::id).toList();
  }

  private static LedgerQuery query(String day, String indicator, String verdict, String reason) {
    return new LedgerQuery(
        given(day).map(LocalDate::parse),
        given(indicator),
        given(verdict).map(Verdict::valueOf),
        given(reason));
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }
}

package cloud.laurel.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.notice.Notice;
import cloud.laurel.store.StatementCount;
import cloud.laurel.store.TestDatabase;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Worklists of a small town, and reminders of them. */
class WorklistServiceTest {

  private static final Set<Item> ALL = EnumSet.allOf(Item.class);

  private static TestEngine engine(TestDatabase kind) {
    return new TestEngine(kind, "2021-01-20T00:00:00Z")
        .roster(
            new TestRoster()
                .school("s1")
                .school("s2")
                .administrators("s1", "boss")
                .teachers("s1", "a")
                .unregistered("s1", "b")
                .pupils("s1", 3, "p1", "p2", "p3")
                .teachers("s2", "x"),
            "2020-09-01");
  }

  private static Worklist worklist(TestEngine engine, Campaign campaign) {
    return engine.engine.worklist().all(campaign);
  }

  @ParameterizedTest
  @EnumSource
  void totalsSayWhatSchoolsHaveDone(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine
        .settle()
        .accept(
            engine.action("grade.created", "boss", "2021-01-10T02:00:00Z"),
            engine.action("course.studied", "p1", "2021-01-10T02:00:00Z"))
        .settle();
    Worklist list = worklist(engine, campaign);
    assertThat(list.items()).containsExactly(Item.values());
    SchoolWork s1 = list.schools().get(0);
    assertThat(s1.entry(Item.OPENING).orElseThrow().numbers()).containsExactly(1L, 3L);
    assertThat(s1.entry(Item.MONTHS).orElseThrow().numbers()).containsExactly(1L, 1L, 3L);
    assertThat(s1.entry(Item.FUNCTIONS).orElseThrow().numbers()).containsExactly(9L);
    assertThat(s1.is(Item.ROSTER, Status.DONE)).isTrue();
    assertThat(s1.is(Item.PLAN, Status.LATE)).isTrue();
    assertThat(list.count(Item.PLAN, Status.LATE)).isEqualTo(2);
    assertThat(engine.engine.worklist().of(campaign, "s1")).contains(s1);
    assertThat(engine.engine.worklist().of(campaign, "nowhere")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void numberOfStatementsDoesNotGrowWithTheSchools(TestDatabase kind) {
    TestEngine engine = new TestEngine(kind, "2021-01-20T00:00:00Z");
    TestRoster roster = new TestRoster();
    for (int i = 0; i < 60; i++) {
      roster.school("s" + i).teachers("s" + i, "t" + i);
    }
    engine.roster(roster, "2020-09-01");
    Campaign campaign = engine.campaign();
    engine.settle();
    worklist(engine, campaign);
    StatementCount.begin();
    assertThat(worklist(engine, campaign).schools()).hasSize(60);
    assertThat(StatementCount.end()).isLessThanOrEqualTo(8);
  }

  @ParameterizedTest
  @EnumSource
  void schoolIsRemindedOfAnItemOnceADay(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.settle();
    ReminderService reminders = engine.engine.reminders();
    Worklist before = worklist(engine, campaign);
    Reminder reminder = reminders.prepare(campaign, before.schools(), Set.of(Item.PLAN));
    assertThat(reminder.people()).isEqualTo(1);
    assertThat(reminder.unreachable()).extracting(SchoolWork::code).containsExactly("s2");
    assertThat(reminders.send(campaign, reminder, "officer")).isEqualTo(1);
    assertThat(reminders.send(campaign, reminder, "officer")).isZero();
    assertThat(notices(engine)).extracting(Notice::key).containsExactly("notice.worklist.PLAN");

    Worklist after = worklist(engine, campaign);
    assertThat(after.schools().get(0).reminded()).containsOnlyKeys(Item.PLAN);
    Reminder rest = reminders.prepare(campaign, after.schools(), ALL);
    assertThat(rest.schools().get(0).items())
        .containsExactly(Item.TRAINING, Item.OPENING, Item.MONTHS, Item.FUNCTIONS);
    assertThat(reminders.send(campaign, rest, "officer")).isEqualTo(1);
    assertThat(notices(engine).get(0).key()).isEqualTo("notice.worklist.several");
    assertThat(notices(engine).get(0).arguments()).containsExactly("4");
    assertThat(reminders.prepare(campaign, worklist(engine, campaign).schools(), ALL).reminded())
        .isEqualTo(1);

    engine.clock.set("2021-01-21T00:00:00Z");
    assertThat(
            reminders
                .prepare(campaign, worklist(engine, campaign).schools(), Set.of(Item.PLAN))
                .people())
        .isEqualTo(1);
  }

  private static List<Notice> notices(TestEngine engine) {
    return engine.engine.notices().list("boss", 0, 20).notices();
  }
}

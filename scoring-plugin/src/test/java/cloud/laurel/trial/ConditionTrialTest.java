package cloud.laurel.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cloud.laurel.campaign.InvalidCondition;
import cloud.laurel.engine.Engine;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.plugin.PlatformAction.ObjectRef;
import cloud.laurel.store.Database;
import cloud.laurel.store.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionTrialTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @EnumSource
  void showsWhatTheConditionMakesOfPastActions(TestDatabase kind) {
    TestEngine t = new TestEngine(kind, "2020-12-02T01:00:00Z");
    t.accept(lesson(1, 3), lesson(2, 12));
    t.accept(t.action("course.studied", "p1", "2020-12-01T08:00:00Z"), lesson(3, 10));
    List<ConditionTrial.Row> rows =
        t.engine
            .trial()
            .run("attributes.pages >= 10 && hour == 8", List.of("lesson.prepared"), SHANGHAI);
    assertThat(rows)
        .extracting(ConditionTrial.Row::id, ConditionTrial.Row::holds)
        .containsExactly(tuple("lesson3", true), tuple("lesson2", true), tuple("lesson1", false));
    assertThat(rows.get(0).attributes())
        .isEqualTo(Map.of("pages", 10L, "rate", new BigDecimal("0.5")));
    assertThat(rows.get(0).objectName()).contains("Lesson 3");
    assertThat(rows.get(0).occurredAt()).isEqualTo(Instant.parse("2020-12-01T00:30:00Z"));
  }

  @ParameterizedTest
  @EnumSource
  void showsTheNewestFewOfHowEverMany(TestDatabase kind) {
    TestEngine t = new TestEngine(kind, "2020-12-02T01:00:00Z");
    t.accept(t.action("resource.uploaded", "t1", "2020-12-01T08:00:00Z"));
    List<PlatformAction> many = new ArrayList<>();
    for (int i = 0; i < ConditionTrial.LOOKED_AT; i++) {
      many.add(lesson(i, i));
    }
    t.engine.intake().accept(many);
    List<ConditionTrial.Row> rows =
        t.engine.trial().run("true", List.of("lesson.prepared"), SHANGHAI);
    assertThat(rows).hasSize(ConditionTrial.MOST);
    assertThat(rows.get(0).id()).isEqualTo("lesson" + (ConditionTrial.LOOKED_AT - 1));
    assertThat(t.engine.trial().run("true", List.of("resource.uploaded"), SHANGHAI)).isEmpty();
    assertThat(t.engine.trial().run("true", List.of(), SHANGHAI)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void findsWhatLiesBeforeAGapInTheJournal(TestDatabase kind) {
    TestEngine t = new TestEngine(kind, "2020-12-02T01:00:00Z");
    t.accept(lesson(1, 1));
    Database database = t.engine.database();
    for (int i = 0; i < 12; i++) { // as other nodes do, or repeats: a thousand numbers each
      database.<Long, RuntimeException>read(
          h -> h.createQuery("SELECT nextval('action_journal_seq')").mapTo(Long.class).one());
    }
    new Engine(database, t.clock).intake().accept(List.of(lesson(2, 2)));
    assertThat(t.engine.trial().run("true", List.of("lesson.prepared"), SHANGHAI))
        .extracting(ConditionTrial.Row::id)
        .containsExactly("lesson2", "lesson1");
  }

  @ParameterizedTest
  @EnumSource
  void aWrongConditionIsRefused(TestDatabase kind) {
    TestEngine t = new TestEngine(kind, "2020-12-02T01:00:00Z");
    assertThatThrownBy(() -> t.engine.trial().run("hour >", List.of("lesson.prepared"), SHANGHAI))
        .isInstanceOf(InvalidCondition.class);
  }

  private static PlatformAction lesson(int number, long pages) {
    return new PlatformAction(
        "lesson" + number,
        "lesson.prepared",
        "t1",
        Instant.parse("2020-12-01T00:30:00Z"),
        Optional.empty(),
        Optional.of(new ObjectRef("o" + number, Optional.of("Lesson " + number))),
        List.of(),
        Map.of("pages", pages, "rate", new BigDecimal("0.5")));
  }
}

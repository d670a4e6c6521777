package cloud.laurel.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.campaign.KnownAttribute.Kind;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.store.Database;
import cloud.laurel.store.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnownAttributesTest {

  @ParameterizedTest
  @EnumSource
  void whatActionsComeWithIsRemembered(TestDatabase kind) {
    TestEngine t = new TestEngine(kind, "2020-12-01T01:00:00Z");
    t.accept(
        action("a1", "lesson.prepared", Map.of("title", "x".repeat(120), "pages", 12L)),
        action("a2", "lesson.prepared", Map.of("pages", 13L, "score", new BigDecimal("1.5"))),
        action("a3", "course.studied", Map.of("done", true)));
    t.accept(action("a4", "lesson.prepared", Map.of("title", "other", "shared", false)));
    assertThat(t.engine.attributes().of(List.of("lesson.prepared")))
        .containsExactly(
            new KnownAttribute("lesson.prepared", "pages", Kind.NUMBER, "12"),
            new KnownAttribute("lesson.prepared", "score", Kind.NUMBER, "1.5"),
            new KnownAttribute("lesson.prepared", "shared", Kind.BOOLEAN, "false"),
            new KnownAttribute("lesson.prepared", "title", Kind.STRING, "x".repeat(100)));
    assertThat(t.engine.attributes().of(List.of("course.studied", "nothing.known"))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void onlySoManyNamesOfATypeAreTaken(TestDatabase kind) {
    KnownAttributes known = new KnownAttributes(kind.fresh());
    Map<String, Object> many = new HashMap<>();
    IntStream.range(0, 150).forEach(i -> many.put("n" + i, (long) i));
    known.learn(List.of(action("a1", "lesson.prepared", many)));
    known.learn(List.of(action("a2", "lesson.prepared", Map.of("late", 1L))));
    assertThat(known.of(List.of("lesson.prepared"))).hasSize(100);
    known.learn(List.of(action("a3", "course.studied", Map.of("n".repeat(101), 1L))));
    assertThat(known.of(List.of("course.studied"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void nodesShareWhatTheyLearn(TestDatabase kind) {
    Database database = kind.fresh();
    KnownAttributes one = new KnownAttributes(database);
    KnownAttributes other = new KnownAttributes(database);
    one.learn(List.of(action("a1", "lesson.prepared", Map.of("pages", 1L, "title", "x"))));
    other.learn(List.of(action("a2", "lesson.prepared", Map.of("pages", "many", "score", 2L))));
    one.learn(List.of(action("a3", "lesson.prepared", Map.of("score", 3L))));
    assertThat(one.of(List.of("lesson.prepared")))
        .extracting(a -> a.name() + "=" + a.example())
        .containsExactly("pages=1", "score=2", "title=x");
  }

  @ParameterizedTest
  @EnumSource
  void nodesMayLearnTheSameAtOnce(TestDatabase kind) {
    Database database = kind.fresh();
    Map<String, Object> twenty = new HashMap<>();
    IntStream.range(0, 20).forEach(i -> twenty.put("n" + i, (long) i));
    IntStream.range(0, 8)
        .parallel()
        .forEach(
            node ->
                new KnownAttributes(database)
                    .learn(List.of(action("a" + node, "lesson.prepared", twenty))));
    assertThat(new KnownAttributes(database).of(List.of("lesson.prepared"))).hasSize(20);
  }

  @ParameterizedTest
  @EnumSource
  void aFailureIsNoOnesConcernAndIsMadeUpFor(TestDatabase kind) {
    Database database = kind.fresh();
    KnownAttributes known = new KnownAttributes(database);
    List<PlatformAction> actions = List.of(action("a1", "lesson.prepared", Map.of("pages", 1L)));
    rename(database, "known_attribute", "away");
    known.learn(actions);
    rename(database, "away", "known_attribute");
    assertThat(known.of(List.of("lesson.prepared"))).isEmpty();
    known.learn(actions);
    assertThat(known.of(List.of("lesson.prepared"))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsRolledBackIsNotClaimed(TestDatabase kind) {
    TestEngine t = new TestEngine(kind, "2020-12-01T01:00:00Z");
    Database database = t.engine.database();
    PlatformAction action = action("a1", "lesson.prepared", Map.of("pages", 1L));
    rename(database, "action_counterpart", "away");
    PlatformAction invitation =
        TestEngine.named("a2", "teacher.invited", "t1", "2020-12-01T00:30:00Z", "t2");
    assertThatThrownBy(() -> t.accept(action, invitation)).isInstanceOf(RuntimeException.class);
    assertThat(t.engine.attributes().of(List.of("lesson.prepared"))).isEmpty();
    rename(database, "away", "action_counterpart");
    t.accept(action, invitation);
    assertThat(t.engine.attributes().of(List.of("lesson.prepared"))).hasSize(1);
  }

  private static void rename(Database database, String from, String to) {
    database.useTransaction(tx -> tx.execute("ALTER TABLE " + from + " RENAME TO " + to));
  }

  private static PlatformAction action(String id, String type, Map<String, Object> attributes) {
    return new PlatformAction(
        id,
        type,
        "t1",
        Instant.parse("2020-12-01T00:30:00Z"),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        attributes);
  }
}

package cloud.laurel.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.plugin.PlatformAction.ObjectRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static final PlatformAction LESSON =
      new PlatformAction(
          "a1",
          "lesson.prepared",
          "t1",
          Instant.parse("2020-12-01T16:30:00Z"), // half past midnight on the 2nd, a Wednesday
          Optional.of("s1"),
          Optional.of(new ObjectRef("o1", Optional.of("分数"))),
          List.of("t2", "t3"),
          Map.of(
              "pages",
              12L,
              "minutes",
              new BigDecimal("45.5"),
              "whole",
              new BigDecimal("2.0"),
              "title",
              "Fractions",
              "shared",
              true,
              "tags",
              List.of("maths", 3),
              "place",
              Map.of("room", Map.of("floor", 2))));

  private static final PlatformAction BARE =
      new PlatformAction(
          "a2",
          "lesson.prepared",
          "t1",
          LESSON.occurredAt(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Map.of());

  private static boolean holds(String text, PlatformAction action) {
    return Condition.compile(text).holds(action, SHANGHAI);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "type == 'lesson.prepared' && actor == 't1' && school == 's1'",
        "object.id == 'o1' && object.name == \"分数\"",
        "size(counterparts) == 2 && 't3' in counterparts",
        "counterparts.all(c, c != actor) && !counterparts.exists(c, c.startsWith('x'))",
        "counterparts.filter(c, c.endsWith('2')).map(c, size(c)).exists_one(n, n == 2)",
        "attributes.pages >= 12 && attributes.pages > 11.5 && attributes.pages == 12.0",
        "attributes.minutes > 45 && attributes.minutes < 46 && attributes.whole == 2",
        "attributes['title'].matches('^F[a-z]+$') && attributes.title.contains('ract')",
        "attributes.shared",
        "'maths' in attributes.tags && attributes.tags[1] == 3",
        "attributes.place.room.floor == 2",
        "has(attributes.pages) && !has(attributes.absent)",
        "!has(attributes.absent) || attributes.absent > 5",
        "attributes.exists(name, name == 'pages')",
        "day == '2020-12-02' && day >= \"2020-12-01\" && weekday == 3 && hour == 0",
        "hour in [0, 23] ? hour + 1 == 1 : false",
        "occurredAt > timestamp('2020-12-01T00:00:00Z') && occurredAt.getHours() == 16",
        "occurredAt - duration('25h') < timestamp('2020-12-01T00:00:00+08:00')",
        "occurredAt.getHours('Asia/Shanghai') == 0",
        "size(attributes.title) / 2 == 4 && -7 % 3 == -1 && 0.1 + 0.2 < 0.4",
        "double(attributes.pages) * 1.5 == 18.0 && int('12') == attributes.pages",
        "// of the night\nhour < 6 // or so",
      })
  void readsTheAction(String text) {
    assertThat(holds(text, LESSON)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attributes.absent > 3",
        "!(attributes.absent > 3)",
        "attributes.absent.deeper == 1",
        "attributes.title > 3",
        "attributes.title",
        "attributes.pages",
        "attributes.title && true",
        "attributes.pages.matches('1')",
        "attributes.pages == '12'",
        "attributes.tags == attributes.place",
        "attributes.pages.exists(p, p == 1)",
        "attributes.pages / (attributes.pages - 12) > 0",
        "attributes.pages % (attributes.pages - 12) > 0",
        "attributes.pages * 9223372036854775807 > 0",
        "occurredAt + duration('300000000000s') > occurredAt",
        "occurredAt.getHours('Nowhere/Atall') == 0",
        "counterparts[7] == 't2'",
        "counterparts[-1] == 't2'",
        "int(attributes.title) == 1",
        "timestamp(attributes.title) < occurredAt",
      })
  void doesNotHoldWhereItCannotBeComputed(String text) {
    assertThat(holds(text, LESSON)).isFalse();
  }

  @Test
  void whatIsAbsentIsEmpty() {
    assertThat(holds("school == '' && object.id == '' && object.name == ''", BARE)).isTrue();
    assertThat(holds("size(counterparts) == 0 && size(attributes) == 0", BARE)).isTrue();
  }

  @Test
  void endlessAttributesNeverMakeItFail() {
    Map<String, Object> endless = new HashMap<>();
    endless.put("self", endless);
    PlatformAction action = with(endless);
    assertThat(holds("attributes.self.self == 1", action)).isFalse();
    assertThat(holds("hour == 0", action)).isTrue();
    assertThat(holds("attributes.x > 1", with(Map.of("x", Double.NaN)))).isFalse();
    assertThat(holds("attributes.x == 1", with(Map.of("x", new Object())))).isFalse();
    assertThat(holds("attributes.x > 1e300", with(Map.of("x", new BigDecimal("1e999999")))))
        .isTrue();
  }

  @Test
  void loopsEndAtTheirLimit() {
    PlatformAction long1 = with(Map.of("list", Collections.nCopies(4_000, "x")));
    PlatformAction long2 = with(Map.of("list", Collections.nCopies(1_000_000, "x")));
    assertThat(holds("attributes.list.all(x, x == 'x')", long1)).isTrue();
    assertThat(holds("attributes.list.all(x, x == 'x')", long2)).isFalse();
  }

  @Test
  void patternsTakeLinearTime() {
    Condition evil = Condition.compile("attributes.text.matches('^(x+x+)+y$')");
    PlatformAction action = with(Map.of("text", "x".repeat(4_000)));
    long start = System.nanoTime();
    assertThat(evil.holds(action, SHANGHAI)).isFalse();
    assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
  }

  @Test
  void manyThreadsUseOneCondition() {
    Condition condition =
        Condition.compile(
            "attributes.n % 2 == 0 && counterparts.exists(c, c == attributes.name)"
                + " && attributes.name.matches('^n[0-9]+$')");
    List<Integer> wrong =
        IntStream.range(0, 20_000)
            .parallel()
            .filter(
                n -> {
                  PlatformAction action =
                      new PlatformAction(
                          "a" + n,
                          "lesson.prepared",
                          "t1",
                          LESSON.occurredAt(),
                          Optional.empty(),
                          Optional.empty(),
                          List.of("n" + n),
                          Map.of("n", (long) n, "name", "n" + n));
                  return condition.holds(action, SHANGHAI) != (n % 2 == 0);
                })
            .boxed()
            .toList();
    assertThat(wrong).isEmpty();
  }

  private static PlatformAction with(Map<String, Object> attributes) {
    return new PlatformAction(
        "a3",
        "lesson.prepared",
        "t1",
        LESSON.occurredAt(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        attributes);
  }
}

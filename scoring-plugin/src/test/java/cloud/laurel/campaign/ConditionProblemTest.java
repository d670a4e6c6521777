package cloud.laurel.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.laurel.campaign.ConditionProblem.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionProblemTest {

  private static final int SMALL_STACK = 256 * 1024;

  private static List<ConditionProblem> problems(String text) {
    InvalidCondition thrown =
        catchThrowableOfType(InvalidCondition.class, () -> Condition.compile(text));
    assertThat(thrown).as(text).isNotNull();
    return thrown.problems();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        bad("", 1, 1, Kind.EMPTY),
        bad(" \n ", 1, 1, Kind.EMPTY),
        bad("hour &&", 1, 8, Kind.INCOMPLETE),
        bad("(hour > 1", 1, 10, Kind.MISSING, "')'"),
        bad("hour > 1 and hour < 2", 1, 10, Kind.UNEXPECTED, "and"),
        bad("hour = 1", 1, 6, Kind.UNEXPECTED, "="),
        bad("type == 'lesson", 1, 9, Kind.UNCLOSED_TEXT),
        bad("时间 > 1", 1, 1, Kind.UNEXPECTED, "时"),
        bad("hour > 99999999999999999999", 1, 8, Kind.NUMBER, "99999999999999999999"),
        bad("has(type)", 1, 4, Kind.SYNTAX, "invalid argument to has() macro"),
        bad("'\ud800' == type", 1, 1, Kind.SYNTAX, "Invalid unicode code point"),
        bad("title == 'x'", 1, 1, Kind.UNKNOWN_NAME, "title"),
        bad("object.nme == 'x'", 1, 1, Kind.UNKNOWN_NAME, "object"),
        bad("receivedAt > occurredAt", 1, 1, Kind.UNKNOWN_NAME, "receivedAt"),
        bad("hour > 1 &&\n\n  '😀' == nope", 3, 10, Kind.UNKNOWN_NAME, "nope"),
        bad("now() > occurredAt", 1, 4, Kind.UNKNOWN_FUNCTION, "now"),
        bad("type.lowerAscii() == 'x'", 1, 16, Kind.UNKNOWN_FUNCTION, "lowerAscii"),
        bad("Runtime{x: 1} == 1", 1, 8, Kind.UNKNOWN_NAME, "Runtime"),
        bad("google.protobuf.Any{}", 1, 20, Kind.UNKNOWN_NAME, "google.protobuf.Any"),
        bad("hour == '8'", 1, 6, Kind.WRONG_TYPES, "==", "int, string"),
        bad("hour >\n 'x'", 1, 6, Kind.WRONG_TYPES, ">", "int, string"),
        bad("hour in [1.5]", 1, 6, Kind.WRONG_TYPES, "in", "int, list(double)"),
        bad("hour.size() > 1", 1, 10, Kind.WRONG_TYPES, "size", "int"),
        bad("hour > 1 ? true : 'x'", 1, 10, Kind.WRONG_TYPES, "?:", "bool, bool, string"),
        bad("hour + 1", 1, 6, Kind.NOT_YES_OR_NO, "int"),
        bad("'true'", 1, 1, Kind.NOT_YES_OR_NO, "string"),
        bad("counterparts", 1, 1, Kind.NOT_YES_OR_NO, "list(string)"),
        bad("x".repeat(2001), 1, 2001, Kind.TOO_LONG, "2000"),
        bad("true\n".repeat(500), 401, 1, Kind.TOO_LONG, "2000"),
        bad("true" + "||true".repeat(300), 1, 1501, Kind.TOO_MANY_PARTS, "500"),
        bad("counterparts.all(c, counterparts.exists(d, d == c))", 1, 40, Kind.NESTED_LOOP),
        bad("counterparts.map(c, c + c).size() == 2", 1, 23, Kind.GROWING_LOOP),
        bad(
            "counterparts.map(c, attributes.x + attributes.y).size() > 1",
            1,
            34,
            Kind.GROWING_LOOP),
        bad("counterparts.map(c, [c] + [c]).size() == 2", 1, 25, Kind.GROWING_LOOP),
        bad("counterparts.all(c, c in counterparts)", 1, 17, Kind.TOO_COSTLY),
        bad("type.matches(actor)", 1, 14, Kind.PATTERN_NOT_FIXED),
        bad("type.matches('a' + 'b')", 1, 18, Kind.PATTERN_NOT_FIXED),
        bad("type.matches('(')", 1, 14, Kind.PATTERN, "missing closing )"),
        bad("matches(type, '(?=a)')", 1, 15, Kind.PATTERN, "invalid or unsupported Perl syntax"),
        bad("type.matches('((a{100}){100}){100}')", 1, 14, Kind.PATTERN_TOO_LARGE),
        bad("type.matches('(a{1,1000}){1,1000}')", 1, 14, Kind.PATTERN_TOO_LARGE),
        bad("type.matches('(a{999}){2}')", 1, 14, Kind.PATTERN_TOO_LARGE),
        bad("1 / 0 == 1 || true", 1, 3, Kind.ALWAYS_FAILS, "/ by zero"),
        bad("9223372036854775807 + 1 > hour", 1, 21, Kind.ALWAYS_FAILS, "long overflow"),
        bad(
            "timestamp('today') > occurredAt",
            1,
            10,
            Kind.ALWAYS_FAILS,
            "Text 'today' could not be parsed at index 0"));
  }

  private static Arguments bad(String text, int line, int column, Kind kind, String... arguments) {
    return Arguments.of(text, new ConditionProblem(line, column, kind, arguments));
  }

  @ParameterizedTest
  @MethodSource
  void refused(String text, ConditionProblem expected) {
    assertThat(problems(text)).first().isEqualTo(expected);
  }

  @Test
  void everyProblemIsToldInTheOrderOfTheText() {
    assertThat(problems("nope > 1 &&\n now() > 2 && hour == 'x'"))
        .extracting(ConditionProblem::toString)
        .containsExactly(
            "line 1, column 1: The name nope is not known.",
            "line 2, column 5: There is no function now.",
            "line 2, column 20: == does not work on int, string.");
    assertThat(problems("a + b + c + d + e + f + g + h + i + j + k + l + m")).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "{",
        "f(",
        "a.f(",
        "{1:",
        "[[(({{",
        "(a?",
        "a?b:",
        "f(a,",
        "counterparts.all(c,"
      })
  void nestingIsRefusedWithoutExhaustingTheStack(String opening) throws InterruptedException {
    String hostile = opening.repeat(2000 / opening.length());
    onSmallStack(
        () ->
            assertThat(problems(hostile))
                .singleElement()
                .satisfies(
                    p -> {
                      assertThat(p.kind()).isEqualTo(Kind.TOO_DEEP);
                      assertThat(p.line()).isEqualTo(1);
                      assertThat(p.column()).isBetween(10, 45 * opening.length());
                    }));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[0]", ".a", "+1", "-1.5", "?1:2"})
  void longChainsAreRefusedWithoutExhaustingTheStack(String link) throws InterruptedException {
    onSmallStack(
        () ->
            assertThat(problems("hour" + link.repeat(1900 / link.length())))
                .extracting(ConditionProblem::kind)
                .containsExactly(Kind.TOO_DEEP));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"!", "-", "x\n", "\"", "'''", "\\", "😀", "\u0000", "//", "&&", "){", "\t"})
  void garbageIsRefusedOrHarmless(String piece) throws InterruptedException {
    onSmallStack(
        () -> {
          for (String text :
              List.of(piece.repeat(1900 / piece.length()), piece.repeat(400) + "true")) {
            assertThatNoException()
                .isThrownBy(
                    () -> {
                      try {
                        Condition.compile(text);
                      } catch (InvalidCondition e) {
                        assertThat(e.problems()).isNotEmpty().hasSizeLessThanOrEqualTo(10);
                      }
                    });
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attributes.tags.exists(t, t.matches('^[a-z]{3,20}$'))",
        "counterparts.all(c, attributes.n + 1 > 2)",
        "counterparts.all(c, attributes.title.contains(c))",
        "counterparts.filter(c, c != actor).map(c, size(c)).all(n, n > 3)",
        "attributes.title + ' ' + object.name != 'x'",
        "type.matches('^\\\\d{4}-\\\\d{2}-\\\\d{2}$')",
      })
  void ordinaryConditionsAreNotTooCostly(String text) {
    assertThat(Condition.compile(text).text()).isEqualTo(text);
  }

  private static void onSmallStack(Runnable work) throws InterruptedException {
    Throwable[] failure = new Throwable[1];
    Thread thread = new Thread(null, work, "small stack", SMALL_STACK);
    thread.setUncaughtExceptionHandler((t, e) -> failure[0] = e);
    thread.start();
    thread.join();
    assertThat(failure[0]).isNull();
  }
}

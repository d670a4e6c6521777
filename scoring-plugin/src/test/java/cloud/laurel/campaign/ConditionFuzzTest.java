package cloud.laurel.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.plugin.PlatformAction.ObjectRef;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever is written, a condition is refused with its problems or runs, and runs shortly. */
class ConditionFuzzTest {

  private static final long SEED = 20201201;
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static final String[] TOKENS = {
    "type",
    "actor",
    "object.id",
    "counterparts",
    "attributes",
    ".x",
    ".text",
    "['n']",
    "hour",
    "day",
    "occurredAt",
    "1",
    "0",
    "-1",
    "2.5",
    "9223372036854775807",
    "1u",
    "'a'",
    "\"\"",
    "b'x'",
    "true",
    "null",
    "c",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "?",
    ".",
    "+",
    "-",
    "*",
    "/",
    "%",
    "!",
    "==",
    "!=",
    "<",
    ">=",
    "&&",
    "||",
    " in ",
    ".all(c,",
    ".exists(c,",
    ".map(c,",
    ".filter(c,",
    "has(",
    "size(",
    ".size()",
    "int(",
    "string(",
    "dyn(",
    "timestamp(",
    "duration(",
    ".matches(",
    "'(a+)+$'",
    ".contains(",
    ".getHours(",
    "\n",
    "//",
    "\\",
    "\"",
    "😀",
    "r'\\d'",
    "'''",
    "@",
    "`",
    ";"
  };

  private static final PlatformAction LARGEST = largest();

  @Test
  void anyTextIsRefusedOrRuns() {
    Random random = new Random(SEED);
    for (int i = 0; i < 1_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(40) + 1; n > 0; n--) {
        text.append(TOKENS[random.nextInt(TOKENS.length)]);
      }
      tryOut(text.toString());
    }
  }

  @Test
  void anyExpressionIsRefusedOrRuns() {
    Random random = new Random(SEED);
    int accepted = 0;
    for (int i = 0; i < 1_000; i++) {
      accepted += tryOut(expression(random, 4)) ? 1 : 0;
    }
    assertThat(accepted).isGreaterThan(50);
  }

  @Test
  void theCostliestThatIsTakenIsStillShort() {
    for (String text :
        List.of(
            "counterparts.all(c, !attributes.text.contains(c) && !attributes.t1.contains(c))",
            "attributes.x.all(t, t.matches('^(a+a+)+$') && t.matches('^([a-z]{1,20})*$'))",
            "attributes.text.matches('^(a?){30}a{30}b$') || attributes.t1.matches('(x+x+)+y')",
            "counterparts.map(c, [c, c, c, c]).filter(l, l[0] != l[3]).size() == 0",
            "attributes.all(name, attributes[name] != 'b')")) {
      Condition condition = Condition.compile(text);
      condition.holds(LARGEST, SHANGHAI);
      long start = System.nanoTime();
      for (int i = 0; i < 10; i++) {
        condition.holds(LARGEST, SHANGHAI);
      }
      long took = (System.nanoTime() - start) / 10;
      assertThat(took).as(text).isLessThan(5_000_000_000L);
    }
  }

  private static boolean tryOut(String text) {
    long start = System.nanoTime();
    boolean accepted;
    try {
      Condition condition = Condition.compile(text);
      condition.holds(LARGEST, SHANGHAI);
      accepted = true;
    } catch (InvalidCondition e) {
      assertThat(e.problems())
          .as(text)
          .isNotEmpty()
          .allSatisfy(p -> assertThat(p.text()).isNotBlank());
      accepted = false;
    } catch (Throwable e) {
      throw new AssertionError("seed " + SEED + ": " + text, e);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as(text)
        .isLessThan(Duration.ofSeconds(30));
    return accepted;
  }

  private static String expression(Random random, int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return TOKENS[random.nextInt(23)].replaceFirst("^([.\\[])", "attributes$1");
    }
    String a = expression(random, depth - 1);
    String b = expression(random, depth - 1);
    return switch (random.nextInt(14)) {
      case 0 -> "(" + a + " && " + b + ")";
      case 1 -> "(" + a + " || " + b + ")";
      case 2 -> "(" + a + " == " + b + ")";
      case 3 -> "(" + a + " < " + b + ")";
      case 4 -> "(" + a + " + " + b + ")";
      case 5 -> "(" + a + " / " + b + ")";
      case 6 -> "(" + a + " in " + b + ")";
      case 7 -> "[" + a + ", " + b + "]";
      case 8 -> "dyn(" + a + ")";
      case 9 -> "attributes[" + a + "]";
      case 10 -> "(dyn(" + a + ") ? " + b + " : dyn(" + a + "))";
      case 11 -> "dyn(" + a + ").exists(c, " + b + ")";
      case 12 -> "dyn(" + a + ").map(c, " + b + ")";
      default -> "dyn(" + a + ").matches('^(a*)*$')";
    };
  }

  private static PlatformAction largest() {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("x", IntStream.range(0, 100).mapToObj(i -> "a".repeat(40)).toList());
    attributes.put("n", Long.MIN_VALUE);
    attributes.put("text", "a".repeat(4_000));
    IntStream.range(0, 97).forEach(i -> attributes.put("t" + i, "a".repeat(4_000)));
    return new PlatformAction(
        "a".repeat(128),
        "lesson.prepared",
        "a".repeat(128),
        Instant.parse("2020-12-01T16:30:00Z"),
        Optional.of("s".repeat(128)),
        Optional.of(new ObjectRef("o".repeat(128), Optional.of("n".repeat(500)))),
        IntStream.range(0, 500).mapToObj(i -> "c".repeat(120) + i).toList(),
        attributes);
  }
}

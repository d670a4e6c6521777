package cloud.laurel.campaign;

import cloud.laurel.campaign.ConditionProblem.Kind;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Refuses what could keep the engine busy: loops within loops, texts and lists that grow, large
 * patterns, and whatever the largest action would make expensive.
 *
 * <p>Costs are counted in steps of some twenty nanoseconds, for the largest values an action can
 * have: texts and lists by their length, a loop by the length of what it runs over.
 */
final class ConditionCostRule {

  /** Some 20 ms for an action that fills every limit; real ones take some microseconds. */
  static final long MAX_COST = 1_000_000;

  /** Instructions of a compiled pattern: {@code (a{100}){100}} has ten thousand. */
  private static final int MAX_PATTERN = 1_000;

  /** Characters compared in one step. */
  private static final int CHARACTERS = 10;

  /** Counted repetitions multiply: what they may come to before the pattern is even compiled. */
  private static final double MAX_REPEATED = 100_000;

  private static final java.util.regex.Pattern COUNT =
      java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{1,9}))?");

  private static final Value ATTRIBUTE = new Value(0, 4_000, 100);
  private static final Value SMALL = new Value(0, 1, 1);

  private static final Map<String, Value> NAMES =
      Map.of(
          "type", new Value(0, 64, 1),
          "actor", new Value(0, 128, 1),
          "school", new Value(0, 128, 1),
          "object.id", new Value(0, 128, 1),
          "object.name", new Value(0, 500, 1),
          "counterparts", new Value(0, 128L * 500, 500),
          "attributes", ATTRIBUTE);

  /**
   * What is known of a value before there is one.
   *
   * @param cost steps to compute it
   * @param length most characters in it, with all its elements
   * @param elements most elements, when it is a list or a map
   */
  private record Value(long cost, long length, long elements) {

    Value plus(Value other) {
      return new Value(cost + other.cost, length + other.length, elements + other.elements);
    }

    Value costing(long more) {
      return new Value(cost + more, length, elements);
    }

    /** One of its elements. */
    Value element() {
      return new Value(0, Math.max(1, length / Math.max(1, elements)), 1);
    }
  }

  private final CelAbstractSyntaxTree tree;
  private final List<ConditionProblem> problems = new ArrayList<>();
  private final Map<String, Value> loopNames = new HashMap<>();
  private boolean inLoop;
  private boolean tooCostly;

  private ConditionCostRule(CelAbstractSyntaxTree tree) {
    this.tree = tree;
  }

  /** What is wrong with a type-checked condition; empty when it may run. */
  static List<ConditionProblem> check(CelAbstractSyntaxTree tree) {
    ConditionCostRule rule = new ConditionCostRule(tree);
    rule.value(tree.getExpr());
    return rule.problems;
  }

  private Value value(CelExpr expr) {
    Value value =
        switch (expr.getKind()) {
          case CONSTANT -> constant(expr.constant());
          case IDENT -> name(expr);
          case SELECT -> select(expr);
          case CALL -> call(expr, expr.call());
          case LIST -> all(expr.list().elements().stream());
          case MAP ->
              all(expr.map().entries().stream().flatMap(e -> Stream.of(e.key(), e.value())));
          case COMPREHENSION -> loop(expr, expr.comprehension());
          default -> SMALL;
        };
    if (value.cost() > MAX_COST && !tooCostly) {
      tooCostly = true;
      problem(expr, Kind.TOO_COSTLY);
    }
    return value;
  }

  private static Value constant(CelConstant constant) {
    return constant.getKind() == CelConstant.Kind.STRING_VALUE
        ? new Value(1, Math.max(1, constant.stringValue().length()), 1)
        : SMALL.costing(1);
  }

  private Value name(CelExpr expr) {
    String name =
        tree.getReference(expr.id())
            .map(reference -> reference.name())
            .filter(n -> !n.isEmpty())
            .orElse(expr.ident().name());
    return loopNames.getOrDefault(name, NAMES.getOrDefault(name, SMALL)).costing(1);
  }

  private Value select(CelExpr expr) {
    String qualified = tree.getReference(expr.id()).map(r -> r.name()).orElse("");
    if (NAMES.containsKey(qualified)) {
      return NAMES.get(qualified).costing(1);
    }
    long cost = value(expr.select().operand()).cost() + 1;
    return (sized(expr) && !expr.select().testOnly() ? ATTRIBUTE : SMALL).costing(cost);
  }

  private Value call(CelExpr expr, CelCall call) {
    List<CelExpr> parts = Stream.concat(call.target().stream(), call.args().stream()).toList();
    Value all = all(parts.stream());
    long cost = all.cost() + 1 + all.length() / CHARACTERS;
    if (call.function().equals("matches")) {
      cost += all.length() * pattern(call.args().get(call.args().size() - 1));
    }
    if (parts.stream().allMatch(p -> p.getKind() == ExprKind.Kind.CONSTANT)) {
      ConditionLanguage.failure(tree, expr).ifPresent(f -> problem(expr, Kind.ALWAYS_FAILS, f));
    }
    if (inLoop && grows(expr, call)) {
      problem(expr, Kind.GROWING_LOOP);
    }
    return sized(expr) ? new Value(cost, all.length(), all.elements()) : SMALL.costing(cost);
  }

  /** Whether it makes a text or a list longer; what the loops themselves collect is bounded. */
  private boolean grows(CelExpr expr, CelCall call) {
    return call.function().equals("_+_")
        && sized(expr)
        && call.args().stream().noneMatch(a -> a.identOrDefault().name().startsWith("@"))
        && tree.getReference(expr.id()).stream()
            .flatMap(r -> r.overloadIds().stream())
            .anyMatch(id -> id.matches("add_(string|bytes|list)"));
  }

  /** Checks a fixed pattern and gives its weight: each character meets each instruction. */
  private long pattern(CelExpr expr) {
    if (expr.getKind() != ExprKind.Kind.CONSTANT) {
      problem(expr, Kind.PATTERN_NOT_FIXED);
      return 1;
    }
    String pattern = expr.constant().stringValue();
    if (repeated(pattern) > MAX_REPEATED) {
      problem(expr, Kind.PATTERN_TOO_LARGE);
      return 1;
    }
    try {
      int size = Pattern.compile(pattern).programSize();
      if (size > MAX_PATTERN) {
        problem(expr, Kind.PATTERN_TOO_LARGE);
      }
      return size;
    } catch (PatternSyntaxException e) {
      problem(expr, Kind.PATTERN, e.getDescription());
      return 1;
    }
  }

  /** At least the size the pattern would have, as if all its repetitions were nested. */
  private static double repeated(String pattern) {
    return COUNT
        .matcher(pattern)
        .results()
        .mapToDouble(
            count ->
                Math.max(
                    Integer.parseInt(count.group(1)),
                    count.group(2) == null ? 1 : Integer.parseInt(count.group(2))))
        .map(n -> Math.max(1, n))
        .reduce(pattern.length(), (x, y) -> x * y);
  }

  private Value loop(CelExpr expr, CelComprehension loop) {
    Value range = value(loop.iterRange());
    if (inLoop) {
      problem(expr, Kind.NESTED_LOOP);
      return SMALL;
    }
    loopNames.put(loop.iterVar(), range.element());
    inLoop = true;
    Value body = value(loop.loopCondition()).plus(value(loop.loopStep()));
    inLoop = false;
    loopNames.remove(loop.iterVar());
    long cost = range.cost() + range.elements() * (body.cost() + 1);
    return sized(expr)
        ? new Value(cost, range.elements() * body.length(), range.elements())
        : SMALL.costing(cost);
  }

  private Value all(Stream<CelExpr> parts) {
    return parts.map(this::value).reduce(new Value(0, 0, 0), Value::plus);
  }

  /** Whether a value of this type has a length. */
  private boolean sized(CelExpr expr) {
    CelKind kind = tree.getType(expr.id()).map(CelType::kind).orElse(CelKind.DYN);
    return switch (kind) {
      case STRING, BYTES, LIST, MAP, DYN, ANY -> true;
      default -> false;
    };
  }

  private void problem(CelExpr expr, Kind kind, String... arguments) {
    CelSourceLocation at =
        Optional.ofNullable(tree.getSource().getPositionsMap().get(expr.id()))
            .flatMap(offset -> tree.getSource().getOffsetLocation(offset))
            .orElse(CelSourceLocation.of(1, 0));
    problems.add(new ConditionProblem(at.getLine(), at.getColumn() + 1, kind, arguments));
  }
}

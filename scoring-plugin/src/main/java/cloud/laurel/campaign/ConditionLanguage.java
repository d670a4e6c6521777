package cloud.laurel.campaign;

import cloud.laurel.campaign.ConditionProblem.Kind;
import com.google.re2j.Pattern;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardIdentifier;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import dev.cel.runtime.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** CEL as conditions speak it: what they may read and call, and how large they may be. */
final class ConditionLanguage {

  private static final int MAX_LENGTH = 2_000;
  private static final int MAX_DEPTH = 40;
  private static final int MAX_PARTS = 500;

  /** All loops of one evaluation together; the costs that are checked first stay far below. */
  private static final int MAX_ITERATIONS = 5_000;

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(MAX_LENGTH)
          .maxParseRecursionDepth(MAX_DEPTH)
          .maxParseExpressionNodeCount(MAX_PARTS)
          .maxParseErrorRecoveryLimit(5)
          .comprehensionMaxIterations(MAX_ITERATIONS)
          .enableHeterogeneousNumericComparisons(true)
          .enableHiddenAccumulatorVar(true)
          .build();

  private static final CelCompiler COMPILER = compiler();
  private static final CelRuntime CONSTANTS = runtime();

  private ConditionLanguage() {}

  private static CelCompiler compiler() {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setStandardEnvironmentEnabled(false)
            // the names of types: "type" is the action's here
            .setStandardDeclarations(
                CelStandardDeclarations.newBuilder()
                    .excludeIdentifiers(StandardIdentifier.values())
                    .build())
            .setResultType(SimpleType.BOOL);
    ConditionFacts.TYPES.forEach(builder::addVar);
    return builder.build();
  }

  /**
   * Reads, type-checks and weighs a condition.
   *
   * @throws InvalidCondition with everything that is wrong
   */
  static CelAbstractSyntaxTree check(String text) {
    if (text.isBlank()) {
      throw new InvalidCondition(List.of(new ConditionProblem(1, 1, Kind.EMPTY)));
    }
    if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
      throw at(text, MAX_LENGTH, Kind.TOO_LONG, "" + MAX_LENGTH);
    }
    CelValidationResult result = COMPILER.compile(text);
    if (tooDeep(result)) {
      throw at(text, firstTooDeep(text), Kind.TOO_DEEP);
    }
    try {
      CelAbstractSyntaxTree checked = result.getAst();
      List<ConditionProblem> problems = ConditionCostRule.check(checked);
      if (!problems.isEmpty()) {
        throw new InvalidCondition(problems);
      }
      return checked;
    } catch (CelValidationException e) {
      throw new InvalidCondition(ConditionMessages.of(result.getErrors(), text, MAX_PARTS));
    }
  }

  /**
   * Makes a checked condition ready to run.
   *
   * @throws InvalidCondition when it cannot run, which the checks should have seen
   */
  static Program program(CelAbstractSyntaxTree checked) {
    try {
      return runtime().createProgram(checked);
    } catch (CelEvaluationException e) {
      throw new InvalidCondition(
          List.of(new ConditionProblem(1, 1, Kind.ALWAYS_FAILS, e.getMessage())));
    }
  }

  /** Why a part of a condition that reads nothing of the action fails, if it does. */
  static Optional<String> failure(CelAbstractSyntaxTree tree, CelExpr part) {
    try {
      CONSTANTS
          .createProgram(
              CelAbstractSyntaxTree.newCheckedAst(
                  part, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap()))
          .eval();
      return Optional.empty();
    } catch (CelEvaluationException | RuntimeException e) {
      return Optional.of(e.getMessage().replaceFirst("^evaluation error[^:]*:\\d+: ", ""));
    }
  }

  /**
   * CEL reads a pattern again for every action; a condition's patterns are few and fixed, so its
   * own runtime keeps them. The older of CEL's two interpreters, because the newer one copies a
   * list at every step of a loop over it: 500 elements take it 30 ms, and this one 1 ms.
   */
  private static CelRuntime runtime() {
    Map<String, Pattern> patterns = new ConcurrentHashMap<>();
    return CelRuntimeFactory.legacyCelRuntimeBuilder()
        .setOptions(OPTIONS)
        .setStandardEnvironmentEnabled(false)
        .setStandardFunctions(
            CelStandardFunctions.newBuilder().excludeFunctions(StandardFunction.MATCHES).build())
        .addFunctionBindings(
            CelFunctionBinding.fromOverloads(
                "matches", matches("matches", patterns), matches("matches_string", patterns)))
        .build();
  }

  private static CelFunctionBinding matches(String overload, Map<String, Pattern> patterns) {
    return CelFunctionBinding.from(
        overload,
        String.class,
        String.class,
        (text, pattern) ->
            patterns.computeIfAbsent(pattern, Pattern::compile).matcher(text).find());
  }

  private static boolean tooDeep(CelValidationResult result) {
    return result.getErrors().stream()
        .anyMatch(e -> e.getMessage().contains("recursion limit exceeded"));
  }

  /** CEL does not say where it gave up: the end of the shortest beginning that is too deep. */
  private static int firstTooDeep(String text) {
    int fits = 0;
    int tooDeep = text.codePointCount(0, text.length());
    while (tooDeep - fits > 1) {
      int middle = (fits + tooDeep) / 2;
      if (tooDeep(COMPILER.parse(text.substring(0, text.offsetByCodePoints(0, middle))))) {
        tooDeep = middle;
      } else {
        fits = middle;
      }
    }
    return fits;
  }

  /** A problem at the character that so many others precede. */
  private static InvalidCondition at(String text, int before, Kind kind, String... arguments) {
    String head = text.substring(0, text.offsetByCodePoints(0, before));
    int line = (int) head.chars().filter(c -> c == '\n').count() + 1;
    String lastLine = head.substring(head.lastIndexOf('\n') + 1);
    int column = lastLine.codePointCount(0, lastLine.length()) + 1;
    return new InvalidCondition(List.of(new ConditionProblem(line, column, kind, arguments)));
  }
}

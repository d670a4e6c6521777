package cloud.laurel.campaign;

import cloud.laurel.plugin.PlatformAction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.time.ZoneId;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * When an action is valid: an expression in CEL (<a href="https://cel.dev">cel.dev</a>) over the
 * action, for example {@code attributes.pages >= 2 && hour < 22}.
 *
 * <table>
 *   <caption>What it may read</caption>
 *   <tr><th>name</th><th>type</th><th>meaning</th></tr>
 *   <tr><td>{@code type}</td><td>string</td><td>the action's type, {@code lesson.prepared}</td></tr>
 *   <tr><td>{@code actor}</td><td>string</td><td>the account that acted</td></tr>
 *   <tr><td>{@code school}</td><td>string</td><td>the school in whose space it happened, {@code ""}
 *       when the platform did not say</td></tr>
 *   <tr><td>{@code object.id}, {@code object.name}</td><td>string</td><td>the thing acted on,
 *       {@code ""} when there is none</td></tr>
 *   <tr><td>{@code counterparts}</td><td>list(string)</td><td>other accounts that took part</td></tr>
 *   <tr><td>{@code attributes}</td><td>map(string, dyn)</td><td>further facts. Whole numbers are
 *       int, others double; both compare with each other</td></tr>
 *   <tr><td>{@code occurredAt}</td><td>timestamp</td><td>when it happened</td></tr>
 *   <tr><td>{@code day}</td><td>string</td><td>its local day, {@code "2020-12-01"}</td></tr>
 *   <tr><td>{@code weekday}</td><td>int</td><td>its local day of the week, 1 Monday to 7</td></tr>
 *   <tr><td>{@code hour}</td><td>int</td><td>its local hour, 0 to 23</td></tr>
 * </table>
 *
 * <p>Nothing else is readable, above all not the time of arrival (rule R15), and nothing can be
 * called but CEL's own functions. Where the expression cannot be computed for an action (an
 * attribute is missing, of another type, a division by zero), the condition does not hold. Safe for
 * use by many threads.
 */
public final class Condition {

  private static final Logger LOG = Logger.getLogger(Condition.class.getName());

  private final String text;
  private final Program program;

  private Condition(String text, Program program) {
    this.text = text;
    this.program = program;
  }

  /**
   * Reads and checks a condition.
   *
   * @throws InvalidCondition with everything that is wrong and where
   */
  public static Condition compile(String text) {
    CelAbstractSyntaxTree checked = ConditionLanguage.check(text);
    return new Condition(text, ConditionLanguage.program(checked));
  }

  /**
   * Whether the action is valid; false when that cannot be computed. Never fails.
   *
   * @param zone the campaign's, for {@code day}, {@code weekday} and {@code hour}
   */
  public boolean holds(PlatformAction action, ZoneId zone) {
    try {
      return Boolean.TRUE.equals(program.eval(new ConditionFacts(action, zone)));
    } catch (CelEvaluationException | RuntimeException e) {
      LOG.log(Level.FINEST, e, () -> "LRL-03090 not computed for " + action.id() + ": " + text);
      return false;
    }
  }

  /** The expression as written. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Condition condition && condition.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}

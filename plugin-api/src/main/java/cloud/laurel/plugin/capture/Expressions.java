package cloud.laurel.plugin.capture;

import jakarta.el.ELException;
import jakarta.el.ExpressionFactory;
import jakarta.el.ValueExpression;

/** Jakarta EL as hooks use it: one expression without braces, parsed once, run at each call. */
final class Expressions {

  private static final ExpressionFactory FACTORY = factory();

  private Expressions() {}

  /** The server's EL comes with this module, whatever the deployment brings. */
  private static ExpressionFactory factory() {
    Thread thread = Thread.currentThread();
    ClassLoader deployment = thread.getContextClassLoader();
    try {
      thread.setContextClassLoader(Expressions.class.getClassLoader());
      return ExpressionFactory.newInstance();
    } finally {
      thread.setContextClassLoader(deployment);
    }
  }

  static boolean isValid(String text) {
    try {
      parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Parses one.
   *
   * @throws IllegalArgumentException when it is not an expression, or one in braces
   */
  static ValueExpression parse(String text) {
    if (text.contains("${") || text.contains("#{")) {
      throw new IllegalArgumentException(text + ": is written without ${}");
    }
    try {
      return FACTORY.createValueExpression(
          new CallContext(new Call("", new Object[0], null)), "${" + text + "}", Object.class);
    } catch (ELException e) {
      throw new IllegalArgumentException(text + ": " + e.getMessage(), e);
    }
  }
}

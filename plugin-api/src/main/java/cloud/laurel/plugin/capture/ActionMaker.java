package cloud.laurel.plugin.capture;

import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.plugin.PlatformAction.ObjectRef;
import jakarta.el.ValueExpression;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes the action out of a hooked call. */
final class ActionMaker {

  private final Hook hook;
  private final UnaryOperator<String> accountOf;
  private final Map<String, ValueExpression> parts = new LinkedHashMap<>();
  private final Map<String, ValueExpression> attributes = new LinkedHashMap<>();

  /**
   * Parses the hook's expressions.
   *
   * @param accountOf finds the account of a caller's name
   * @throws IllegalArgumentException when one is not an expression
   */
  ActionMaker(Hook hook, UnaryOperator<String> accountOf) {
    this.hook = hook;
    this.accountOf = accountOf;
    parse("actor", hook.actor());
    parse("object", hook.object());
    parse("objectName", hook.objectName());
    parse("school", hook.school());
    parse("counterparts", hook.counterparts());
    hook.attributes().forEach((name, text) -> attributes.put(name, Expressions.parse(text)));
  }

  private void parse(String part, String text) {
    if (!text.isBlank()) {
      parts.put(part, Expressions.parse(text));
    }
  }

  Hook hook() {
    return hook;
  }

  /**
   * The action of a call.
   *
   * @throws RuntimeException when an expression fails or gives no valid action
   */
  PlatformAction make(Call call, Instant now) {
    CallContext context = new CallContext(call);
    Map<String, Object> facts = new LinkedHashMap<>();
    attributes.forEach(
        (name, expression) ->
            fact(expression.getValue(context)).ifPresent(value -> facts.put(name, value)));
    Optional<String> name = text("objectName", context);
    return new PlatformAction(
        ActionIds.next(now),
        hook.type(),
        actor(call, context),
        now,
        text("school", context),
        text("object", context).map(id -> new ObjectRef(id, name)),
        counterparts(context),
        facts);
  }

  private String actor(Call call, CallContext context) {
    if (hook.actor().isBlank() || hook.actor().equals(Hook.CALLER)) {
      if (call.principal().isEmpty()) {
        throw new IllegalStateException("actor: nobody is signed in");
      }
      return accountOf.apply(call.principal());
    }
    return text("actor", context)
        .orElseThrow(() -> new IllegalStateException("actor: " + hook.actor() + " gives nothing"));
  }

  private Optional<String> text(String part, CallContext context) {
    ValueExpression expression = parts.get(part);
    return expression == null ? Optional.empty() : text(expression.getValue(context));
  }

  private List<String> counterparts(CallContext context) {
    ValueExpression expression = parts.get("counterparts");
    Object value = expression == null ? null : expression.getValue(context);
    List<String> accounts = new ArrayList<>();
    if (value instanceof Collection<?> collection) {
      collection.forEach(element -> text(element).ifPresent(accounts::add));
    } else if (value != null && value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        text(Array.get(value, i)).ifPresent(accounts::add);
      }
    } else {
      text(value).ifPresent(accounts::add);
    }
    return accounts;
  }

  private static Optional<String> text(@Nullable Object value) {
    Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    return Optional.ofNullable(plain).map(String::valueOf).filter(text -> !text.isBlank());
  }

  private static Optional<Object> fact(@Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.flatMap(ActionMaker::fact);
    }
    if (value == null || value instanceof Boolean || value instanceof BigDecimal) {
      return Optional.ofNullable(value);
    }
    if (value instanceof BigInteger integer) {
      return Optional.of(new BigDecimal(integer));
    }
    if (value instanceof Double || value instanceof Float) {
      return Optional.of(new BigDecimal(value.toString()));
    }
    if (value instanceof Number number) {
      return Optional.of(number.longValue());
    }
    return Optional.of(String.valueOf(value));
  }
}

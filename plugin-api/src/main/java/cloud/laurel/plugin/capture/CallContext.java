package cloud.laurel.plugin.capture;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.PropertyNotFoundException;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.VariableMapper;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Resolves {@code principal}, {@code args} and {@code result} and the properties of what they hold:
 * map entries, list and array elements, getters and record components.
 *
 * <p>Not the resolvers of Jakarta EL: their caches live as long as the server and would keep an
 * undeployed platform's classes.
 */
final class CallContext extends ELContext {

  private final ELResolver resolver;

  CallContext(Call call) {
    this.resolver = new Resolver(call);
  }

  @Override
  public ELResolver getELResolver() {
    return resolver;
  }

  @Override
  public @Nullable FunctionMapper getFunctionMapper() {
    return null;
  }

  @Override
  public @Nullable VariableMapper getVariableMapper() {
    return null;
  }

  private static final class Resolver extends ELResolver {

    private final Call call;

    Resolver(Call call) {
      this.call = call;
    }

    @Override
    public @Nullable Object getValue(
        ELContext context, @Nullable Object base, @Nullable Object property) {
      Object value = base == null ? variable(property) : member(base, property);
      context.setPropertyResolved(base, property);
      return value;
    }

    private @Nullable Object variable(@Nullable Object name) {
      return switch (String.valueOf(name)) {
        case "principal" -> call.principal();
        case "args" -> call.args();
        case "result" -> call.result();
        default -> throw new PropertyNotFoundException(name + " is not principal, args or result");
      };
    }

    private static @Nullable Object member(Object base, @Nullable Object property) {
      if (base instanceof Map<?, ?> map) {
        return map.get(property);
      }
      if (base instanceof List<?> list && property instanceof Number index) {
        return list.get(index.intValue());
      }
      if (base.getClass().isArray()) {
        return property instanceof Number index
            ? Array.get(base, index.intValue())
            : Array.getLength(base);
      }
      return Members.read(base, String.valueOf(property));
    }

    @Override
    public @Nullable Object invoke(
        ELContext context,
        @Nullable Object base,
        @Nullable Object method,
        Class<?> @Nullable [] types,
        @Nullable Object @Nullable [] params) {
      if (base == null || params != null && params.length > 0) {
        throw new PropertyNotFoundException(method + ": only methods without arguments are called");
      }
      Object value = Members.call(base, String.valueOf(method));
      context.setPropertyResolved(base, method);
      return value;
    }

    @Override
    public Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
      return Object.class;
    }

    @Override
    public void setValue(
        ELContext context,
        @Nullable Object base,
        @Nullable Object property,
        @Nullable Object value) {
      throw new PropertyNotWritableException(property + " is read only");
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
      return true;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
      return Object.class;
    }
  }
}

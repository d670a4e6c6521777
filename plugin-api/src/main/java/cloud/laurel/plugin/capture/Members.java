package cloud.laurel.plugin.capture;

import jakarta.el.ELException;
import jakarta.el.PropertyNotFoundException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads properties of platform objects by their public methods, without keeping any class. */
final class Members {

  private Members() {}

  /** A getter's value, or that of a method with the property's own name, as records have them. */
  static @Nullable Object read(Object base, String property) {
    String capital =
        property.isEmpty()
            ? ""
            : property.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + property.substring(1);
    return Stream.of("get" + capital, "is" + capital, property)
        .map(name -> find(base.getClass(), name))
        .flatMap(Optional::stream)
        .findFirst()
        .map(method -> new Value(invoke(method, base)))
        .orElseThrow(() -> missing(base, property))
        .value();
  }

  /** What a public method without arguments returns. */
  static @Nullable Object call(Object base, String method) {
    return invoke(find(base.getClass(), method).orElseThrow(() -> missing(base, method)), base);
  }

  private static PropertyNotFoundException missing(Object base, String name) {
    return new PropertyNotFoundException(base.getClass().getName() + " has no readable " + name);
  }

  private static Optional<Method> find(Class<?> type, String name) {
    try {
      Method method = type.getMethod(name);
      if (method.getReturnType() == void.class || Modifier.isStatic(method.getModifiers())) {
        return Optional.empty();
      }
      if (Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
        return Optional.of(method);
      }
      return declaredPublicly(type, name)
          .or(() -> Optional.of(method).filter(Method::trySetAccessible));
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }

  /** The same method in a public supertype, where the object's own class is hidden. */
  private static Optional<Method> declaredPublicly(Class<?> type, String name) {
    for (Class<?> face : type.getInterfaces()) {
      if (Modifier.isPublic(face.getModifiers())) {
        try {
          return Optional.of(face.getMethod(name));
        } catch (NoSuchMethodException e) {
          // the next one may have it
        }
      }
    }
    return type.getSuperclass() == null
        ? Optional.empty()
        : declaredPublicly(type.getSuperclass(), name);
  }

  private static @Nullable Object invoke(Method method, Object base) {
    try {
      return method.invoke(base);
    } catch (InvocationTargetException e) {
      throw new ELException(method.getName() + " failed: " + e.getCause(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new ELException(method.getName() + " is not accessible", e);
    }
  }

  private record Value(@Nullable Object value) {}
}

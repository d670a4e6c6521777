package cloud.laurel.plugin.capture;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The hooked methods of one deployment; lives and dies with the deployment's extension. */
final class Hooks {

  private final Map<Class<?>, Map<Signature, List<HookedMethod>>> byClass =
      new ConcurrentHashMap<>();
  private final Set<Class<?>> beans = new HashSet<>();

  /** Names of a class and of all its supertypes. */
  static Set<String> names(Class<?> type) {
    Set<String> names = new LinkedHashSet<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      names.add(c.getName());
      addInterfaces(c, names);
    }
    return names;
  }

  private static void addInterfaces(Class<?> type, Set<String> names) {
    for (Class<?> face : type.getInterfaces()) {
      names.add(face.getName());
      addInterfaces(face, names);
    }
  }

  /** Whether CDI can intercept the method; a final one would fail the deployment. */
  static boolean interceptable(Class<?> type, Method method) {
    int modifiers = method.getModifiers();
    return !Modifier.isFinal(type.getModifiers())
        && !Modifier.isFinal(modifiers)
        && !Modifier.isPrivate(modifiers)
        && !Modifier.isStatic(modifiers)
        && !method.isBridge();
  }

  /** One call is one action: a type also lists the default methods that it overrides. */
  void add(Class<?> type, Method method, HookedMethod hooked) {
    List<HookedMethod> known =
        byClass
            .computeIfAbsent(type, t -> new ConcurrentHashMap<>())
            .computeIfAbsent(Signature.of(method), s -> new ArrayList<>());
    HookBook.Entry entry = hooked.entry();
    if (known.stream()
        .map(HookedMethod::entry)
        .noneMatch(e -> e.hook().equals(entry.hook()) && e.method().equals(entry.method()))) {
      known.add(hooked);
    }
  }

  /** A class turned out to be a bean, so that its hooks really hold. */
  boolean confirm(Class<?> type) {
    boolean hooked = byClass.containsKey(type);
    if (hooked) {
      beans.add(type);
    }
    return hooked;
  }

  /** What hooks a method of an object; the object's class may be the container's subclass. */
  List<HookedMethod> of(Class<?> target, Method method) {
    for (Class<?> c = target; c != null; c = c.getSuperclass()) {
      Map<Signature, List<HookedMethod>> methods = byClass.get(c);
      if (methods != null) {
        return methods.getOrDefault(Signature.of(method), List.of());
      }
    }
    return List.of();
  }

  /** The hooks of methods of beans. */
  List<HookedMethod> confirmed() {
    return beans.stream()
        .flatMap(type -> byClass.get(type).values().stream())
        .flatMap(List::stream)
        .toList();
  }

  /** The hooks by name with their failures, for the health check. */
  Map<String, HookedMethod> failing() {
    Map<String, HookedMethod> failing = new LinkedHashMap<>();
    confirmed().stream()
        .filter(hooked -> hooked.failures() > 0)
        .forEach(
            hooked -> failing.put(hooked.entry().hook() + " " + hooked.entry().method(), hooked));
    return failing;
  }

  private record Signature(String name, List<Class<?>> parameters) {
    static Signature of(Method method) {
      return new Signature(method.getName(), List.of(method.getParameterTypes()));
    }
  }
}

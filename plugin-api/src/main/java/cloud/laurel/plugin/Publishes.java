package cloud.laurel.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a method of a platform bean, when it returns normally and its transaction is not marked
 * for rollback, is an action of the caller.
 *
 * <p>Each expression is Jakarta EL over {@code principal} (the caller's name), {@code args} (the
 * arguments, {@code args[0]} the first) and {@code result} (what the method returned). An empty
 * expression means: not given.
 *
 * @since 1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Publishes {

  /** The action's type, for example {@code lesson.prepared}. */
  String value();

  /** The acting account; by default that of the caller, see {@link PlatformDirectory}. */
  String actor() default "principal";

  /** Id of the thing acted on. */
  String object() default "";

  /** Name of the thing acted on. */
  String objectName() default "";

  /** Other accounts: a text, an array or a collection. */
  String counterparts() default "";

  /** Further facts, each {@code name=expression}. */
  String[] attributes() default {};
}

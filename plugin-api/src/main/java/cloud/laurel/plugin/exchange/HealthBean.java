package cloud.laurel.plugin.exchange;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * A readiness check that an extension of this module adds to a deployment.
 *
 * <p>Not made with CDI's configurator, because that puts a bean into the archive of the extension,
 * which the server's health subsystem does not see; a bean of this kind belongs to the archive of
 * its bean class.
 *
 * @param anchor a class of the deployment
 * @param check makes the check
 */
public record HealthBean(Class<?> anchor, Supplier<HealthCheck> check)
    implements Bean<HealthCheck> {

  @Override
  public Class<?> getBeanClass() {
    return anchor;
  }

  @Override
  public HealthCheck create(CreationalContext<HealthCheck> context) {
    return check.get();
  }

  @Override
  public void destroy(HealthCheck instance, CreationalContext<HealthCheck> context) {
    context.release();
  }

  @Override
  public Set<InjectionPoint> getInjectionPoints() {
    return Set.of();
  }

  @Override
  public Set<Type> getTypes() {
    return Set.of(HealthCheck.class, Object.class);
  }

  @Override
  public Set<Annotation> getQualifiers() {
    return Set.of(Readiness.Literal.INSTANCE, Any.Literal.INSTANCE);
  }

  @Override
  public Class<? extends Annotation> getScope() {
    return Dependent.class;
  }

  @Override
  public @Nullable String getName() {
    return null;
  }

  @Override
  public Set<Class<? extends Annotation>> getStereotypes() {
    return Set.of();
  }

  @Override
  public boolean isAlternative() {
    return false;
  }
}

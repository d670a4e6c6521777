package cloud.laurel.plugin.capture;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;

/**
 * Runs around hooked methods, inside the transaction that the container opened for them.
 *
 * <p>Serializable, because beans of passivating scopes accept no other interceptor.
 */
@Interceptor
@Captured
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class CaptureInterceptor implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private BeanManager manager;

  /** For the container. */
  public CaptureInterceptor() {}

  /** Lets the platform's method return, then writes down what it did. */
  @AroundInvoke
  public Object capture(InvocationContext context) throws Exception {
    Object result = context.proceed();
    manager.getExtension(CaptureExtension.class).returned(context, result, manager);
    return result;
  }
}

package cloud.laurel.plugin;

/**
 * Publishes an action from platform code, where neither configuration nor {@link Publishes} can say
 * it. Inject it: {@code @Inject ActionPublisher publisher}.
 *
 * @since 1.0
 */
public interface ActionPublisher {

  /**
   * Writes the action to the platform's outbox in the caller's JTA transaction, if one is open: it
   * commits or rolls back with the caller's work. Without a transaction it is written at once.
   *
   * <p>Never throws because of the outbox: if the row cannot be written, the action goes to the
   * local spool after the caller's transaction has committed, and the health check turns DOWN.
   *
   * @param action what happened, never {@code null}
   */
  void publish(PlatformAction action);
}

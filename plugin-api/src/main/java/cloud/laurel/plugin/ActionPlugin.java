package cloud.laurel.plugin;

import java.util.List;

/**
 * A plugin that wants to know what people do on the platform.
 *
 * <p>Register by being a CDI bean ({@code @ApplicationScoped}) of a deployment: the relay of this
 * module finds it when the deployment starts and stops delivering when it stops; what happens in
 * between waits in the outbox. The name must stand in the platform's setting {@code
 * laurel.outbox.plugins}, so that actions are kept for it while it is away.
 *
 * @since 1.0
 */
public interface ActionPlugin {

  /** The plugin's name, constant, the same after each redeployment; never {@code null}. */
  String name();

  /**
   * Takes a batch of actions in the order in which the relay read them, which need not be the order
   * in which they happened.
   *
   * <p>Called on a managed thread of the plugin's own deployment, by several threads at once and on
   * several nodes. No transaction is open. An action may come more than once: the plugin recognises
   * it by its id. Returning means that every action of the batch is durable with the plugin. After
   * an exception the relay offers smaller parts, down to single actions, those that fail again
   * after a growing pause, and finally parks the one that keeps failing; it never drops one. While
   * the plugin takes nothing at all it is left alone, and no action's failures are counted.
   *
   * @param batch 1 to 1000 actions, unmodifiable, never {@code null}
   */
  void onActions(List<PlatformAction> batch);
}

package cloud.laurel.plugin.delivery;

import cloud.laurel.plugin.ActionPlugin;
import cloud.laurel.plugin.PlatformAction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Offers one batch to a plugin and finds out whose fault a failure is.
 *
 * <p>When the whole batch fails, up to {@value #PROBES} of its actions, chosen at random, are
 * offered alone. If the plugin takes one of them it is in order: the rest is offered by halves, and
 * an action that fails alone is to blame. If it takes none, the plugin is away and no action is to
 * blame. A batch of one action leaves that open.
 */
final class Offering {

  static final int PROBES = 4;

  private final ActionPlugin plugin;
  private final Random random;
  private final List<String> delivered = new ArrayList<>();
  private final Map<String, String> failed = new LinkedHashMap<>();

  Offering(ActionPlugin plugin, Random random) {
    this.plugin = plugin;
    this.random = random;
  }

  /** Offers the batch; never throws. */
  Outcome offer(List<PlatformAction> batch) {
    Optional<String> error = call(batch);
    if (error.isEmpty()) {
      return new Outcome(delivered, Map.of(), Optional.empty());
    }
    if (batch.size() == 1) {
      return new Outcome(List.of(), Map.of(batch.get(0).id(), error.get()), error);
    }
    List<PlatformAction> rest = new ArrayList<>(batch);
    Collections.shuffle(rest, random);
    for (int i = 0; i < PROBES && !rest.isEmpty() && delivered.isEmpty(); i++) {
      halves(List.of(rest.remove(rest.size() - 1)));
    }
    if (delivered.isEmpty()) {
      return new Outcome(List.of(), Map.of(), error);
    }
    if (!rest.isEmpty()) {
      halves(rest);
    }
    return new Outcome(delivered, failed, Optional.empty());
  }

  private void halves(List<PlatformAction> part) {
    Optional<String> error = call(part);
    if (error.isPresent() && part.size() == 1) {
      failed.put(part.get(0).id(), error.get());
    } else if (error.isPresent()) {
      halves(part.subList(0, part.size() / 2));
      halves(part.subList(part.size() / 2, part.size()));
    }
  }

  private Optional<String> call(List<PlatformAction> part) {
    try {
      plugin.onActions(List.copyOf(part));
    } catch (Throwable e) {
      // whatever a plugin throws must not end the relay
      return Optional.of(describe(e));
    }
    part.forEach(action -> delivered.add(action.id()));
    return Optional.empty();
  }

  static String describe(Throwable failure) {
    StringBuilder text = new StringBuilder(failure.toString());
    Throwable cause = failure.getCause();
    for (int depth = 0; cause != null && depth < 5; depth++) {
      text.append("; because of ").append(cause);
      cause = cause.getCause();
    }
    return text.toString();
  }

  /**
   * What became of a batch.
   *
   * @param delivered ids that the plugin has
   * @param blamed ids that failed alone, with the error
   * @param away the error when the plugin took nothing; {@code blamed} then has an entry only for a
   *     batch of one, where nobody can tell yet whose fault it is
   */
  record Outcome(List<String> delivered, Map<String, String> blamed, Optional<String> away) {
    Outcome {
      delivered = List.copyOf(delivered);
      blamed = Map.copyOf(blamed);
    }
  }
}

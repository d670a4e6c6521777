package cloud.laurel.plugin.outbox;

import cloud.laurel.plugin.PlatformAction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Actions for tests. */
public final class Actions {

  /** When tests begin. */
  public static final Instant START = Instant.parse("2020-12-01T00:00:00Z");

  private Actions() {}

  /** An action with this id. */
  public static PlatformAction action(String id) {
    return new PlatformAction(
        id,
        "lesson.prepared",
        "t1",
        START,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of("subject", "语文"));
  }

  /** So many actions. */
  public static List<PlatformAction> actions(int count) {
    return IntStream.range(0, count).mapToObj(i -> action("a" + i)).toList();
  }
}

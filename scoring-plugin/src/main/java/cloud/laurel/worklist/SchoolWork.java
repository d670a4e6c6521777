package cloud.laurel.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A school's worklist.
 *
 * @param central the central school it belongs to
 * @param entries in the items' order
 * @param reminded when the school was last reminded of an item
 */
public record SchoolWork(
    String code,
    String name,
    Optional<CentralSchool> central,
    List<Entry> entries,
    Map<Item, Reminded> reminded) {

  /** Copies its lists. */
  public SchoolWork {
    entries = List.copyOf(entries);
    reminded = Map.copyOf(reminded);
  }

  /**
   * A reminder that was sent.
   *
   * @param by the user name of who did it
   */
  public record Reminded(Instant at, String by) {}

  /** A township's group of schools. */
  public record CentralSchool(String code, String name) {}

  /** The entry of an item; empty when the campaign does not ask for it. */
  public Optional<Entry> entry(Item item) {
    return entries.stream().filter(e -> e.item() == item).findFirst();
  }

  /** How many entries have this status. */
  public long count(Status status) {
    return entries.stream().filter(e -> e.status() == status).count();
  }

  /** Whether an item has this status. */
  public boolean is(Item item, Status status) {
    return entry(item).filter(e -> e.status() == status).isPresent();
  }
}

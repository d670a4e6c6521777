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
    Map<Item, Instant> reminded) {

  /** Copies its lists. */
  public SchoolWork {
    entries = List.copyOf(entries);
    reminded = Map.copyOf(reminded);
  }

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

  /** How many entries of an item have this status: 0 or 1. */
  public boolean is(Item item, Status status) {
    return entry(item).filter(e -> e.status() == status).isPresent();
  }
}

package cloud.laurel.worklist;

import java.time.Instant;
import java.util.List;

/**
 * The worklist of a campaign.
 *
 * @param asOf when it was put together
 * @param items what the campaign asks for, in order
 * @param schools by name
 */
public record Worklist(Instant asOf, List<Item> items, List<SchoolWork> schools) {

  /** Nothing to do for nobody. */
  public static final Worklist NONE = new Worklist(Instant.EPOCH, List.of(), List.of());

  /** Copies its lists. */
  public Worklist {
    items = List.copyOf(items);
    schools = List.copyOf(schools);
  }

  /** How many schools are so far with an item. */
  public long count(Item item, Status status) {
    return schools.stream().filter(s -> s.is(item, status)).count();
  }
}

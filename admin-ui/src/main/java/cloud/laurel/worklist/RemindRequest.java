package cloud.laurel.worklist;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whom an officer wants to remind of what, as an address or a form says it.
 *
 * @param query the filter of the worklist
 * @param ticked codes of ticked schools; empty for all that the filter leaves
 * @param items of what
 */
record RemindRequest(WorklistQuery query, List<String> ticked, Set<Item> items) {

  /** Says that only ticked schools are meant. */
  private static final String TICKED = "ticked";

  /** Without any item it is the filter's own, or all. */
  static RemindRequest of(HttpServletRequest request, String campaign) {
    WorklistQuery query = WorklistQuery.of(request, campaign);
    EnumSet<Item> items = EnumSet.noneOf(Item.class);
    values(request, "of")
        .flatMap(v -> WorklistQuery.one(Item.values(), v).stream())
        .forEach(items::add);
    if (items.isEmpty()) {
      items.addAll(query.item().map(EnumSet::of).orElse(EnumSet.allOf(Item.class)));
    }
    boolean only = TICKED.equals(request.getParameter("scope"));
    return new RemindRequest(
        query, only ? values(request, "school").distinct().toList() : List.of(), items);
  }

  private static Stream<String> values(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameterValues(name)).stream().flatMap(Arrays::stream);
  }

  /** The schools that are meant, in the page's order. */
  List<SchoolWork> select(Worklist worklist) {
    return ticked.isEmpty()
        ? query.select(worklist)
        : worklist.schools().stream().filter(s -> ticked.contains(s.code())).toList();
  }
}

package cloud.laurel.worklist;

import cloud.laurel.web.PageNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which schools of the worklist are wanted, in which order, as an address says it; page, reminder
 * and export read the same.
 *
 * @param campaign the campaign's code, empty for the one that is shown without being asked
 * @param item only schools with this item in the status; empty for any item
 * @param status empty for any
 * @param central code of the central school, empty for all
 * @param name part of the school's name or code, empty for all
 * @param sort {@code late}, {@code name} or an item
 * @param page which page
 */
public record WorklistQuery(
    String campaign,
    Optional<Item> item,
    Optional<Status> status,
    String central,
    String name,
    String sort,
    PageNumber page) {

  static final String LATE_FIRST = "late";
  static final String BY_NAME = "name";

  /** What an address without wishes asks for. */
  static final WorklistQuery ALL =
      new WorklistQuery(
          "", Optional.empty(), Optional.empty(), "", "", LATE_FIRST, PageNumber.FIRST);

  /** Reads an address; nonsense in it counts as not given. */
  static WorklistQuery of(HttpServletRequest request, String campaign) {
    String sort = parameter(request, "sort");
    return new WorklistQuery(
        campaign,
        one(Item.values(), parameter(request, "item")),
        one(Status.values(), parameter(request, "status")),
        parameter(request, "central"),
        parameter(request, "name").strip(),
        sort.equals(BY_NAME) || one(Item.values(), sort).isPresent() ? sort : LATE_FIRST,
        PageNumber.of(request.getParameter("page")));
  }

  static <E extends Enum<E>> Optional<E> one(E[] values, String name) {
    return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
  }

  private static String parameter(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("");
  }

  /** The schools that are wanted, on all pages. */
  List<SchoolWork> select(Worklist worklist) {
    String part = name.toLowerCase(Locale.ROOT);
    return worklist.schools().stream()
        .filter(
            s ->
                s.name().toLowerCase(Locale.ROOT).contains(part)
                    || s.code().toLowerCase(Locale.ROOT).contains(part))
        .filter(
            s -> central.isEmpty() || s.central().filter(c -> c.code().equals(central)).isPresent())
        .filter(wanted())
        .sorted(order())
        .toList();
  }

  private Predicate<SchoolWork> wanted() {
    return s -> {
      Stream<Entry> entries =
          s.entries().stream().filter(e -> item.isEmpty() || item.get() == e.item());
      return status.isEmpty() || entries.anyMatch(e -> e.status() == status.get());
    };
  }

  private Comparator<SchoolWork> order() {
    Comparator<SchoolWork> lateFirst =
        Comparator.<SchoolWork>comparingLong(s -> s.count(Status.LATE))
            .thenComparingLong(s -> s.count(Status.DUE))
            .reversed();
    Comparator<SchoolWork> byName =
        Comparator.comparing(SchoolWork::name).thenComparing(SchoolWork::code);
    if (sort.equals(BY_NAME)) {
      return byName;
    }
    return one(Item.values(), sort)
        .map(
            i ->
                Comparator.<SchoolWork>comparingInt(
                        s -> s.entry(i).map(e -> e.status().ordinal()).orElse(0))
                    .reversed()
                    .thenComparing(lateFirst))
        .orElse(lateFirst)
        .thenComparing(byName);
  }

  /** The wanted item's name, empty for any. */
  public String itemName() {
    return item.map(Item::name).orElse("");
  }

  /** The wanted status' name, empty for any. */
  public String statusName() {
    return status.map(Status::name).orElse("");
  }

  /** Whether any school is left out. */
  public boolean isFiltered() {
    return status.isPresent() || !central.isEmpty() || !name.isEmpty();
  }

  /** The query string of the schools that are so far with an item. */
  public String with(Item other, Status so) {
    return new WorklistQuery(
            campaign, Optional.of(other), Optional.of(so), central, name, sort, PageNumber.FIRST)
        .toQuery();
  }

  /** The query string of the same schools in another order. */
  public String sortedBy(String column) {
    return new WorklistQuery(campaign, item, status, central, name, column, PageNumber.FIRST)
        .toQuery();
  }

  /** The query string of another page of the same schools. */
  public String onPage(int number) {
    return new WorklistQuery(
            campaign, item, status, central, name, sort, new PageNumber(number, number, 0))
        .toQuery();
  }

  /** What assistive technology says of a column's order. */
  public String orderOf(String column) {
    return !column.equals(sort) ? "none" : column.equals(BY_NAME) ? "ascending" : "descending";
  }

  /** As query string, beginning with a question mark. */
  public String toQuery() {
    return "?item="
        + itemName()
        + "&status="
        + statusName()
        + "&central="
        + WorkLinks.encoded(central)
        + "&name="
        + WorkLinks.encoded(name)
        + "&sort="
        + sort
        + "&page="
        + page.number()
        + (campaign.isEmpty() ? "" : "&campaign=" + WorkLinks.encoded(campaign));
  }
}

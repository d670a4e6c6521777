package cloud.laurel.signal;

import cloud.laurel.signal.SignalFilter.Column;
import cloud.laurel.web.PageNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which signals are wanted, as an address says it.
 *
 * @param campaign the campaign's code, empty for the one that is shown without being asked
 * @param filter which of its signals, in which order
 * @param page which page
 */
public record SignalsQuery(String campaign, SignalFilter filter, PageNumber page) {

  /** What an address without wishes asks for. */
  static final SignalsQuery ALL = new SignalsQuery("", SignalFilter.ALL, PageNumber.FIRST);

  /** Reads an address; nonsense in it counts as not given. */
  static SignalsQuery of(HttpServletRequest request, String campaign) {
    Optional<Column> by = one(request, "sort", Column.values());
    return new SignalsQuery(
        campaign,
        new SignalFilter(
            one(request, "kind", Kind.values()),
            one(request, "state", Signal.State.values()),
            parameter(request, "school").strip(),
            by.orElse(Column.SEVERITY),
            by.isEmpty() || parameter(request, "order").equals("desc")),
        PageNumber.of(request.getParameter("page")));
  }

  private static <E extends Enum<E>> Optional<E> one(
      HttpServletRequest request, String name, E[] values) {
    return Arrays.stream(values)
        .filter(value -> value.name().equals(request.getParameter(name)))
        .findFirst();
  }

  private static String parameter(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("");
  }

  /** The wanted kind, empty for all. */
  public String kind() {
    return filter.kind().map(Kind::name).orElse("");
  }

  /** The wanted state, empty for all. */
  public String state() {
    return filter.state().map(Signal.State::name).orElse("");
  }

  /** Whether anything is left out. */
  public boolean isFiltered() {
    return filter.kind().isPresent() || filter.state().isPresent() || !filter.school().isEmpty();
  }

  /** The query string of another kind, empty for all. */
  public String ofKind(String kind) {
    Optional<Kind> other = kind.isEmpty() ? Optional.empty() : Optional.of(Kind.valueOf(kind));
    return with(
        new SignalFilter(other, filter.state(), filter.school(), filter.by(), filter.descending()),
        PageNumber.FIRST);
  }

  /** The query string of the same signals ordered by a column; the same column again turns it. */
  public String sortedBy(String column) {
    Column by = Column.valueOf(column);
    boolean descending =
        by == filter.by() ? !filter.descending() : by == Column.SEVERITY || by == Column.LAST_DAY;
    return with(
        new SignalFilter(filter.kind(), filter.state(), filter.school(), by, descending),
        PageNumber.FIRST);
  }

  /** The query string of another page of the same signals. */
  public String onPage(int number) {
    return with(filter, new PageNumber(number, number, 0));
  }

  /** What assistive technology says of a column's order. */
  public String orderOf(String column) {
    return !filter.by().name().equals(column)
        ? "none"
        : filter.descending() ? "descending" : "ascending";
  }

  private String with(SignalFilter other, PageNumber number) {
    return "?kind="
        + other.kind().map(Kind::name).orElse("")
        + "&state="
        + other.state().map(Signal.State::name).orElse("")
        + "&school="
        + URLEncoder.encode(other.school(), StandardCharsets.UTF_8)
        + "&sort="
        + other.by()
        + "&order="
        + (other.descending() ? "desc" : "asc")
        + "&page="
        + number.number()
        + (campaign.isEmpty()
            ? ""
            : "&campaign=" + URLEncoder.encode(campaign, StandardCharsets.UTF_8));
  }
}

package cloud.laurel.standing;

import cloud.laurel.web.PageNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which schools of the heat map are wanted, in which order, as an address says it; the page and the
 * export read the same.
 *
 * @param campaign the campaign's code, empty for the one that is shown without being asked
 * @param name part of the school's name or code, empty for all
 * @param central code of a central school, empty for all
 * @param month the month that {@code tier} is about, empty for any
 * @param tier 0 to 3, or empty for all
 * @param sort {@code name}, {@code mean} or a month
 * @param descending the order of {@code sort}
 * @param page which page
 */
public record ParticipationQuery(
    String campaign,
    String name,
    String central,
    String month,
    String tier,
    String sort,
    boolean descending,
    PageNumber page) {

  /** What an address without wishes asks for. */
  static final ParticipationQuery ALL =
      new ParticipationQuery("", "", "", "", "", "name", false, PageNumber.FIRST);

  /** Reads an address; nonsense in it counts as not given. */
  static ParticipationQuery of(HttpServletRequest request) {
    String sort = parameter(request, "sort");
    String tier = parameter(request, "tier");
    return new ParticipationQuery(
        parameter(request, "campaign"),
        parameter(request, "name").strip(),
        parameter(request, "central"),
        month(parameter(request, "month")).map(YearMonth::toString).orElse(""),
        List.of("0", "1", "2", "3").contains(tier) ? tier : "",
        sort.equals("mean") || month(sort).isPresent() ? sort : "name",
        parameter(request, "order").equals("desc"),
        PageNumber.of(request.getParameter("page")));
  }

  /**
   * The rows that are wanted, on all pages.
   *
   * @param centrals the central school of each school that has one
   */
  List<HeatRow> select(List<HeatRow> rows, Map<String, String> centrals) {
    String part = name.toLowerCase(Locale.ROOT);
    Comparator<HeatRow> order = order();
    return rows.stream()
        .filter(
            row ->
                row.name().toLowerCase(Locale.ROOT).contains(part)
                    || row.code().toLowerCase(Locale.ROOT).contains(part))
        .filter(row -> central.isEmpty() || central.equals(centrals.get(row.code())))
        .filter(row -> tier.isEmpty() || row.cells().stream().anyMatch(this::wanted))
        .sorted((descending ? order.reversed() : order).thenComparing(HeatRow::name))
        .toList();
  }

  private boolean wanted(HeatRow.Cell cell) {
    return (month.isEmpty() || cell.month().toString().equals(month))
        && tier.equals(String.valueOf(cell.tier()));
  }

  private Comparator<HeatRow> order() {
    return switch (sort) {
      case "name" -> Comparator.comparing(HeatRow::name);
      case "mean" -> Comparator.comparing(HeatRow::mean);
      default -> HeatRow.by(YearMonth.parse(sort));
    };
  }

  /** The query string of the same rows ordered by a column; again the same column turns it. */
  public String sortedBy(String column) {
    boolean turn = column.equals(sort) ? !descending : !column.equals("name");
    return new ParticipationQuery(
            campaign, name, central, month, tier, column, turn, PageNumber.FIRST)
        .toQuery();
  }

  /** The query string of another page of the same rows. */
  public String onPage(int number) {
    return new ParticipationQuery(
            campaign,
            name,
            central,
            month,
            tier,
            sort,
            descending,
            new PageNumber(number, number, 0))
        .toQuery();
  }

  /** What assistive technology says of a column's order. */
  public String orderOf(String column) {
    return !column.equals(sort) ? "none" : descending ? "descending" : "ascending";
  }

  /** As query string, beginning with a question mark. */
  public String toQuery() {
    return "?name="
        + encoded(name)
        + "&central="
        + encoded(central)
        + "&month="
        + month
        + "&tier="
        + tier
        + "&sort="
        + sort
        + "&order="
        + (descending ? "desc" : "asc")
        + "&page="
        + page.number()
        + (campaign.isEmpty() ? "" : "&campaign=" + encoded(campaign));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Optional<YearMonth> month(String text) {
    try {
      return Optional.of(YearMonth.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String parameter(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("");
  }
}

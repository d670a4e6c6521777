package cloud.laurel.course;

import cloud.laurel.standing.Rate;
import cloud.laurel.web.PageNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which schools of the participation table are wanted, in which order, as an address says it; the
 * page and the export read the same.
 *
 * @param campaign the campaign's code, empty for the one that is shown without being asked
 * @param central code of a central school, empty for all
 * @param name part of the school's name or code, empty for all
 * @param tier 0 to 3 in the newest month, empty for all
 * @param sort {@code name}, or a month such as 2026-11
 * @param descending the order
 * @param page which page
 */
public record ParticipationQuery(
    String campaign,
    String central,
    String name,
    String tier,
    String sort,
    boolean descending,
    PageNumber page) {

  static ParticipationQuery of(HttpServletRequest request) {
    String tier = parameter(request, "tier");
    String sort = parameter(request, "sort");
    return new ParticipationQuery(
        parameter(request, "campaign"),
        parameter(request, "central").strip(),
        parameter(request, "name").strip(),
        tier.matches("[0-3]") ? tier : "",
        sort.matches("\\d{4}-\\d{2}") ? sort : "name",
        parameter(request, "order").equals("desc"),
        PageNumber.of(request.getParameter("page")));
  }

  private static String parameter(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("");
  }

  /**
   * The rows that are wanted, on all pages.
   *
   * @param months of the cells, as texts
   */
  List<HeatRow> select(List<HeatRow> rows, List<String> months) {
    String part = name.toLowerCase(Locale.ROOT);
    int at = months.indexOf(sort);
    Comparator<HeatRow> order =
        at < 0
            ? Comparator.comparing(HeatRow::name)
            : Comparator.comparing(row -> row.cells().get(at).rate(), Rate.BY_SHARE);
    return rows.stream()
        .filter(
            row ->
                row.name().toLowerCase(Locale.ROOT).contains(part)
                    || row.code().toLowerCase(Locale.ROOT).contains(part))
        .filter(row -> tier.isEmpty() || isOfTier(row))
        .sorted(
            (descending ? order.reversed() : order)
                .thenComparing(HeatRow::name)
                .thenComparing(HeatRow::code))
        .toList();
  }

  private boolean isOfTier(HeatRow row) {
    return row.cells().stream()
        .skip(Math.max(0, row.cells().size() - 1))
        .anyMatch(cell -> cell.there() && String.valueOf(cell.tier()).equals(tier));
  }

  /** The query string of the same rows ordered by a column; the same column again turns it. */
  public String sortedBy(String column) {
    boolean turn = column.equals(sort) ? !descending : !column.equals("name");
    return new ParticipationQuery(campaign, central, name, tier, column, turn, PageNumber.FIRST)
        .toQuery();
  }

  /** What assistive technology says of a column's order. */
  public String orderOf(String column) {
    return !column.equals(sort) ? "none" : descending ? "descending" : "ascending";
  }

  /** The query string of another page of the same rows. */
  public String onPage(int number) {
    return new ParticipationQuery(
            campaign, central, name, tier, sort, descending, new PageNumber(number, number, 0))
        .toQuery();
  }

  /** As query string, beginning with a question mark. */
  public String toQuery() {
    return "?central="
        + encoded(central)
        + "&name="
        + encoded(name)
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
}

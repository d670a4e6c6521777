package cloud.laurel.standing;

import cloud.laurel.campaign.Role;
import cloud.laurel.standing.PeopleOrder.Column;
import cloud.laurel.web.PageNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of a school's people are wanted, in which order, as an address says it.
 *
 * @param school the school's code
 * @param campaign the campaign's code, empty for the one that is shown without being asked
 * @param role administrators or teachers
 * @param order their order
 * @param page which page
 */
public record PeopleQuery(
    String school, String campaign, Role role, PeopleOrder order, PageNumber page) {

  /** Reads an address; nonsense in it counts as not given. */
  static PeopleQuery of(HttpServletRequest request, String school, String campaign) {
    Optional<Column> by =
        Arrays.stream(Column.values())
            .filter(column -> name(column).equals(request.getParameter("sort")))
            .findFirst();
    return new PeopleQuery(
        school,
        campaign,
        "administrators".equals(request.getParameter("people")) ? Role.ADMINISTRATOR : Role.TEACHER,
        by.map(column -> new PeopleOrder(column, "desc".equals(request.getParameter("order"))))
            .orElse(PeopleOrder.BEST_FIRST),
        PageNumber.of(request.getParameter("page")));
  }

  /** The query string of the people of another role. */
  public String of(Role other) {
    return new PeopleQuery(school, campaign, other, PeopleOrder.BEST_FIRST, PageNumber.FIRST)
        .toQuery();
  }

  /** The query string of the same people ordered by a column; the same column again turns it. */
  public String sortedBy(String column) {
    Column by = Column.valueOf(column.toUpperCase(Locale.ROOT));
    boolean descending = by == order.by() ? !order.descending() : by != Column.NAME;
    return new PeopleQuery(
            school, campaign, role, new PeopleOrder(by, descending), PageNumber.FIRST)
        .toQuery();
  }

  /** What assistive technology says of a column's order. */
  public String orderOf(String column) {
    return !column.equals(name(order.by()))
        ? "none"
        : order.descending() ? "descending" : "ascending";
  }

  /** The query string of another page of the same people. */
  public String onPage(int number) {
    return new PeopleQuery(school, campaign, role, order, new PageNumber(number, number, 0))
        .toQuery();
  }

  /** As query string, beginning with a question mark and leading to the table. */
  public String toQuery() {
    return "?code="
        + URLEncoder.encode(school, StandardCharsets.UTF_8)
        + (campaign.isEmpty()
            ? ""
            : "&campaign=" + URLEncoder.encode(campaign, StandardCharsets.UTF_8))
        + "&people="
        + (role == Role.ADMINISTRATOR ? "administrators" : "teachers")
        + "&sort="
        + name(order.by())
        + "&order="
        + (order.descending() ? "desc" : "asc")
        + "&page="
        + page.number()
        + "#people";
  }

  private static String name(Column column) {
    return column.name().toLowerCase(Locale.ROOT);
  }
}

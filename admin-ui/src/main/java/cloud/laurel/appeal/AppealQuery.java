package cloud.laurel.appeal;

import cloud.laurel.appeal.Appeal.Kind;
import cloud.laurel.appeal.Appeal.State;
import cloud.laurel.appeal.AppealOrder.Column;
import cloud.laurel.roster.RosterService;
import cloud.laurel.roster.School;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.PageNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which appeals the bureau wants to see, in which order, as an address says it.
 *
 * @param campaign the campaign's code, empty for the one that is shown without being asked
 * @param state empty for all; without a word in the address the open ones
 * @param kind empty for all
 * @param school name or code, empty for all
 */
public record AppealQuery(
    String campaign,
    Optional<State> state,
    Optional<Kind> kind,
    String school,
    AppealOrder order,
    PageNumber page) {

  static final AppealQuery OPEN =
      new AppealQuery(
          "",
          Optional.of(State.OPEN),
          Optional.empty(),
          "",
          AppealOrder.DUE_FIRST,
          PageNumber.FIRST);

  /** Reads an address; nonsense in it counts as not given. */
  static AppealQuery of(HttpServletRequest request, String campaign) {
    String state = request.getParameter("state");
    return new AppealQuery(
        campaign,
        state == null ? OPEN.state() : constant(State.values(), state),
        constant(Kind.values(), FormInput.text(request, "kind")),
        FormInput.text(request, "school").strip(),
        constant(Column.values(), FormInput.text(request, "sort"))
            .map(by -> new AppealOrder(by, FormInput.text(request, "order").equals("desc")))
            .orElse(AppealOrder.DUE_FIRST),
        PageNumber.of(request.getParameter("page")));
  }

  private static <E extends Enum<E>> Optional<E> constant(E[] all, String name) {
    return Arrays.stream(all).filter(e -> name(e).equals(name)).findFirst();
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** What to look for; a school that nobody knows leaves nothing. */
  AppealFilter filter(int campaignId, RosterService roster) {
    Optional<String> code =
        Optional.of(school)
            .filter(s -> !s.isEmpty())
            .map(
                s ->
                    roster
                        .school(s)
                        .or(() -> roster.schoolsNamed(s).stream().findFirst())
                        .map(School::code)
                        .orElse(s));
    return AppealFilter.of(campaignId).only(state, kind, code);
  }

  /** The chosen state as the address says it, empty for all. */
  public String stateName() {
    return state.map(AppealQuery::name).orElse("");
  }

  /** The chosen kind as the address says it, empty for all. */
  public String kindName() {
    return kind.map(AppealQuery::name).orElse("");
  }

  /** The chosen column as the address says it. */
  public String sort() {
    return name(order.by());
  }

  /** The query string of the same appeals ordered by a column; the same column again turns it. */
  public String sortedBy(String column) {
    Column by = Column.valueOf(column.toUpperCase(Locale.ROOT));
    boolean descending = by == order.by() && !order.descending();
    return new AppealQuery(
            campaign, state, kind, school, new AppealOrder(by, descending), PageNumber.FIRST)
        .toQuery();
  }

  /** What assistive technology says of a column's order. */
  public String orderOf(String column) {
    return !column.equals(sort()) ? "none" : order.descending() ? "descending" : "ascending";
  }

  /** The query string of another page of the same appeals. */
  public String onPage(int number) {
    return new AppealQuery(campaign, state, kind, school, order, new PageNumber(number, number, 0))
        .toQuery();
  }

  /** As query string, beginning with a question mark. */
  public String toQuery() {
    return "?state="
        + stateName()
        + "&kind="
        + kindName()
        + "&school="
        + AppealLinks.encoded(school)
        + "&sort="
        + sort()
        + "&order="
        + (order.descending() ? "desc" : "asc")
        + "&page="
        + page.number()
        + (campaign.isEmpty() ? "" : "&campaign=" + AppealLinks.encoded(campaign));
  }
}

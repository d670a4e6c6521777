package cloud.laurel.plan;

import cloud.laurel.plan.Plan.State;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.PageNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which schools' plans the bureau wants to see, in which order, as an address says it; the page and
 * the exports read the same.
 *
 * @param campaign the campaign's code, empty for the one that is shown without being asked
 * @param name part of the school's name or code, or of its central school's name; empty for all
 * @param state a state in small letters, {@code none} for schools that wrote nothing, empty for all
 * @param training {@code yes}, {@code no} or empty for all
 * @param sort a column
 */
public record PlansQuery(
    String campaign,
    String name,
    String state,
    String training,
    String sort,
    boolean descending,
    PageNumber page) {

  static final PlansQuery ALL = new PlansQuery("", "", "", "", "name", false, PageNumber.FIRST);

  private static final Set<String> STATES =
      Set.of("", "none", "draft", "submitted", "returned", "accepted");

  private static final Map<String, Comparator<PlanRow>> COLUMNS =
      Map.of(
          "name", Comparator.comparing(PlanRow::name),
          "central", Comparator.comparing(PlanRow::central),
          "state", Comparator.comparing(PlanRow::stateName),
          "submitted", Comparator.comparing(PlanRow::submittedAt),
          "trainings", Comparator.comparing(PlanRow::trainings),
          "participants", Comparator.comparing(PlanRow::participants));

  /** Reads an address; nonsense in it counts as not given. */
  static PlansQuery of(HttpServletRequest request, String campaign) {
    String state = FormInput.text(request, "state");
    String training = FormInput.text(request, "training");
    String sort = FormInput.text(request, "sort");
    return new PlansQuery(
        campaign,
        FormInput.text(request, "name").strip(),
        STATES.contains(state) ? state : "",
        Set.of("yes", "no").contains(training) ? training : "",
        COLUMNS.containsKey(sort) ? sort : "name",
        FormInput.text(request, "order").equals("desc"),
        PageNumber.of(request.getParameter("page")));
  }

  /** The rows that are wanted, on all pages. */
  List<PlanRow> select(List<PlanRow> rows) {
    Comparator<PlanRow> order = COLUMNS.get(sort);
    String part = name.toLowerCase(Locale.ROOT);
    return rows.stream()
        .filter(row -> row.names().toLowerCase(Locale.ROOT).contains(part))
        .filter(row -> state.isEmpty() || row.stateName().equals(state))
        .filter(row -> training.isEmpty() || (row.trainings() > 0) == training.equals("yes"))
        .sorted((descending ? order.reversed() : order).thenComparing(PlanRow::name))
        .toList();
  }

  /** How an address names a state. */
  static String nameOf(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** The query string of the same rows ordered by a column; again the same column turns it. */
  public String sortedBy(String column) {
    boolean turn = column.equals(sort) && !descending;
    return new PlansQuery(campaign, name, state, training, column, turn, PageNumber.FIRST)
        .toQuery();
  }

  /** What assistive technology says of a column's order. */
  public String orderOf(String column) {
    return !column.equals(sort) ? "none" : descending ? "descending" : "ascending";
  }

  /** The query string of another page of the same rows. */
  public String onPage(int number) {
    return new PlansQuery(
            campaign, name, state, training, sort, descending, new PageNumber(number, number, 0))
        .toQuery();
  }

  /** As query string, beginning with a question mark. */
  public String toQuery() {
    return "?name="
        + encoded(name)
        + "&state="
        + state
        + "&training="
        + training
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

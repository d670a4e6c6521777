package cloud.laurel.selection;

import cloud.laurel.web.FormInput;
import cloud.laurel.web.PageNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the selection page shows, as an address says it.
 *
 * @param campaign the campaign's code, empty for the one that is shown without being asked
 * @param honour code, empty for the first
 * @param name part of a candidate's or school's name or code, empty for all
 * @param all whether candidates without a place are listed too
 * @param tried a scheme that is only tried
 */
public record SelectionQuery(
    String campaign,
    String honour,
    String name,
    boolean all,
    Optional<Scheme> tried,
    PageNumber page) {

  static final SelectionQuery ALL =
      new SelectionQuery("", "", "", false, Optional.empty(), PageNumber.FIRST);

  /** Reads an address; nonsense in it counts as not given. */
  static SelectionQuery of(HttpServletRequest request, String campaign) {
    return new SelectionQuery(
        campaign,
        FormInput.text(request, "honour"),
        FormInput.text(request, "name").strip(),
        FormInput.text(request, "all").equals("yes"),
        request.getParameter("places") == null ? Optional.empty() : Optional.of(scheme(request)),
        PageNumber.of(request.getParameter("page")));
  }

  /** The scheme of a form; whatever is beyond the limits is brought to them. */
  static Scheme scheme(HttpServletRequest request) {
    return new Scheme(
        number(request, "places"),
        number(request, "perSchool"),
        number(request, "perCentral"),
        number(request, "primary"),
        number(request, "junior"),
        number(request, "senior"));
  }

  private static int number(HttpServletRequest request, String field) {
    return (int) Math.min(Scheme.MOST, FormInput.number(request, field));
  }

  /** The scheme that is only tried, by honour. */
  Map<String, Scheme> whatIf() {
    return tried.map(scheme -> Map.of(honour, scheme)).orElse(Map.of());
  }

  /** The rows that are wanted, on all pages. */
  List<SelectionRow> select(HonourSelection selection) {
    String part = name.toLowerCase(Locale.ROOT);
    return selection.rows().stream()
        .filter(r -> all || !part.isEmpty() || r.computed() || r.decision().isPresent())
        .filter(r -> words(r.candidate()).contains(part))
        .toList();
  }

  private static String words(Candidate candidate) {
    return String.join(" ", candidate.code(), candidate.name(), candidate.schoolName())
        .toLowerCase(Locale.ROOT);
  }

  /** The query string of another page of the same rows. */
  public String onPage(int number) {
    return new SelectionQuery(campaign, honour, name, all, tried, new PageNumber(number, number, 0))
        .toQuery();
  }

  /** As query string, beginning with a question mark. */
  public String toQuery() {
    return "?honour="
        + encoded(honour)
        + "&name="
        + encoded(name)
        + (all ? "&all=yes" : "")
        + tried.map(SelectionQuery::toQuery).orElse("")
        + "&page="
        + page.number()
        + (campaign.isEmpty() ? "" : "&campaign=" + encoded(campaign));
  }

  private static String toQuery(Scheme scheme) {
    return "&places=%d&perSchool=%d&perCentral=%d&primary=%d&junior=%d&senior=%d"
        .formatted(
            scheme.places(),
            scheme.perSchool(),
            scheme.perCentral(),
            scheme.primary(),
            scheme.junior(),
            scheme.senior());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

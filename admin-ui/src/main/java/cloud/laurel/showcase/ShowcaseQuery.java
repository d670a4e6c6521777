package cloud.laurel.showcase;

import cloud.laurel.web.FormInput;
import cloud.laurel.web.PageNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Which published cases somebody wants to see, as an address says it.
 *
 * @param q words to be found
 * @param school a school's code or part of its name
 * @param theme a theme's code
 * @param campaign a campaign's code
 */
public record ShowcaseQuery(
    String q, String school, String theme, String campaign, PageNumber page) {

  static final ShowcaseQuery ALL = new ShowcaseQuery("", "", "", "", PageNumber.FIRST);

  /** Reads an address. */
  static ShowcaseQuery of(HttpServletRequest request) {
    return new ShowcaseQuery(
        FormInput.text(request, "q").strip(),
        FormInput.text(request, "school").strip(),
        FormInput.text(request, "theme"),
        FormInput.text(request, "campaign"),
        PageNumber.of(request.getParameter("page")));
  }

  /**
   * What the engine is asked for.
   *
   * @param of internal key of the campaign, empty for all
   */
  ShowcaseFilter filter(Optional<Integer> of) {
    return ShowcaseFilter.published().in(of).only(theme, school, q);
  }

  /** Whether anything narrows the list. */
  public boolean isNarrow() {
    return !(q + school + theme + campaign).isEmpty();
  }

  /** The query string of another page of the same cases. */
  public String onPage(int number) {
    return "?q="
        + encoded(q)
        + "&school="
        + encoded(school)
        + "&theme="
        + encoded(theme)
        + (campaign.isEmpty() ? "" : "&campaign=" + encoded(campaign))
        + "&page="
        + number;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

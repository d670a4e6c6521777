package cloud.laurel.showcase;

import cloud.laurel.showcase.Showcase.State;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.PageNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which cases the bureau wants to see, as an address says it.
 *
 * @param state a state in small letters, {@code waiting} for what the bureau has to do something
 *     about, empty for all
 * @param school a school's code or part of its name
 * @param theme a theme's code, empty for all
 */
public record QueueQuery(String state, String school, String theme, PageNumber page) {

  /** What is published and shall be withdrawn, beside the states. */
  static final String ASKED = "asked";

  static final String WAITING = "waiting";
  static final QueueQuery START = new QueueQuery(WAITING, "", "", PageNumber.FIRST);

  /** The states that can be filtered by, as an address names them. */
  static final List<String> STATES =
      Stream.concat(Stream.of(WAITING, ""), Arrays.stream(State.values()).map(QueueQuery::nameOf))
          .toList();

  /** Reads an address; nonsense in it counts as not given. */
  static QueueQuery of(HttpServletRequest request) {
    String state = Optional.ofNullable(request.getParameter("state")).orElse(WAITING);
    return new QueueQuery(
        STATES.contains(state) ? state : WAITING,
        FormInput.text(request, "school").strip(),
        FormInput.text(request, "theme"),
        PageNumber.of(request.getParameter("page")));
  }

  /** How an address names a state. */
  static String nameOf(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /**
   * What the engine is asked for.
   *
   * @param of internal key of the campaign, empty for all
   */
  ShowcaseFilter filter(Optional<Integer> of) {
    boolean one = !state.isEmpty() && !state.equals(WAITING);
    ShowcaseFilter filter =
        ShowcaseFilter.of(one ? Set.of(State.valueOf(state.toUpperCase(Locale.ROOT))) : Set.of())
            .in(of)
            .only(theme, school, "");
    return state.equals(WAITING) ? filter.onlyWaiting() : filter;
  }

  /** Whether anything but what waits is wanted. */
  public boolean isNarrow() {
    return !state.equals(WAITING) || !(school + theme).isEmpty();
  }

  /** The query string of another page of the same cases. */
  public String onPage(int number) {
    return "?state="
        + state
        + "&school="
        + URLEncoder.encode(school, StandardCharsets.UTF_8)
        + "&theme="
        + URLEncoder.encode(theme, StandardCharsets.UTF_8)
        + "&page="
        + number;
  }
}

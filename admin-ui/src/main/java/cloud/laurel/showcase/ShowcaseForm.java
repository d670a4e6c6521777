package cloud.laurel.showcase;

import cloud.laurel.web.FormInput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of the form of a case. */
final class ShowcaseForm {

  private static final String ALT = "alt-";

  private ShowcaseForm() {}

  /** Everything as it was sent. */
  static ShowcaseChange change(HttpServletRequest request) {
    return new ShowcaseChange(
        FormInput.text(request, "slip"),
        (int) FormInput.number(request, "version"),
        draft(request),
        FormInput.files(request),
        alts(request),
        values(request, "removed").stream()
            .filter(number -> number.matches("\\d{1,18}"))
            .map(Long::valueOf)
            .collect(Collectors.toSet()));
  }

  private static ShowcaseDraft draft(HttpServletRequest request) {
    return padded(
        new ShowcaseDraft(
            FormInput.text(request, "theme"),
            FormInput.text(request, "title"),
            FormInput.text(request, "summary"),
            FormInput.text(request, "body"),
            values(request, "links").stream().limit(ShowcaseService.MAX_LINKS).toList()));
  }

  /** What is stored, with free lines for addresses. */
  static ShowcaseDraft of(Showcase.Content content) {
    return padded(
        new ShowcaseDraft(
            content.theme(), content.title(), content.summary(), content.body(), content.links()));
  }

  private static ShowcaseDraft padded(ShowcaseDraft draft) {
    List<String> links = new ArrayList<>(draft.links());
    links.addAll(Collections.nCopies(ShowcaseService.MAX_LINKS - links.size(), ""));
    return new ShowcaseDraft(draft.theme(), draft.title(), draft.summary(), draft.body(), links);
  }

  /** What can be seen on the pictures, as it was sent, by number. */
  static Map<Long, String> alts(HttpServletRequest request) {
    Set<String> names = request.getParameterMap().keySet();
    return names.stream()
        .filter(name -> name.matches(ALT + "\\d{1,18}"))
        .collect(
            Collectors.toMap(
                name -> Long.valueOf(name.substring(ALT.length())),
                name -> FormInput.text(request, name)));
  }

  private static List<String> values(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values == null ? List.of() : Arrays.asList(values);
  }
}

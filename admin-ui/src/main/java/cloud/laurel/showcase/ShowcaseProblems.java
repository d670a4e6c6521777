package cloud.laurel.showcase;

import cloud.laurel.input.FileRefused;
import cloud.laurel.plugin.Problem;
import cloud.laurel.showcase.ShowcaseRefused.Why;
import cloud.laurel.store.InvalidInput;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** Why a form about a case was not taken, in plain words, each with the field. */
final class ShowcaseProblems {

  private static final String LINK = "links-";
  private static final String ALT = "alt-";

  private ShowcaseProblems() {}

  /**
   * One of them.
   *
   * @param anchor id of the field on the page
   * @param words what is wrong and the way out
   */
  public record One(String anchor, String words) {}

  /**
   * Of words that are not in order.
   *
   * @param pictures those that are there, in the order in which the page numbers them
   */
  static List<One> of(InvalidInput invalid, List<Picture> pictures, Texts text) {
    return invalid.problems().stream().map(problem -> one(problem, pictures, text)).toList();
  }

  static List<One> of(FileRefused refused, Texts text) {
    return List.of(new One("files", text.of("showcase.file." + refused.why(), refused.file())));
  }

  static List<One> of(ShowcaseRefused refused, Texts text) {
    String anchor =
        switch (refused.why()) {
          case TOO_MANY_PICTURES -> "files";
          case WORDS_MISSING, WORDS_TOO_LONG -> "words";
          default -> "main";
        };
    return List.of(new One(anchor, text.of("showcase.why." + refused.why())));
  }

  /**
   * Of a form that stood on an older version: by now the page may have no place for what it wants,
   * and then nothing else would say so.
   */
  static List<One> ofLate(HttpServletRequest request, Optional<Showcase> stored, Texts text) {
    boolean late =
        request.getMethod().equals("POST")
            && stored.filter(s -> s.version() != FormInput.number(request, "version")).isPresent();
    return late ? List.of(new One("main", text.of("showcase.why." + Why.CHANGED))) : List.of();
  }

  private static One one(Problem problem, List<Picture> pictures, Texts text) {
    String field = problem.field();
    if (field.equals("consent")) {
      return new One(field, text.of("showcase.problem.consent"));
    }
    return new One(
        field, text.of("showcase.problem." + problem.problem(), label(field, pictures, text)));
  }

  private static String label(String field, List<Picture> pictures, Texts text) {
    if (field.startsWith(LINK)) {
      return text.of("showcase.linkNumber", Integer.parseInt(field.substring(LINK.length())) + 1);
    }
    if (field.startsWith(ALT)) {
      long id = Long.parseLong(field.substring(ALT.length()));
      List<Long> ids = pictures.stream().map(Picture::id).toList();
      return text.of("showcase.altNumber", ids.indexOf(id) + 1);
    }
    return text.of("showcase.field." + field);
  }
}

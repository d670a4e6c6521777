package cloud.laurel.bulletin;

import cloud.laurel.web.FormInput;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The form in which a bulletin is written. Each block sends all of its fields. */
final class BulletinForm {

  private BulletinForm() {}

  /** As it was sent. */
  static Content read(HttpServletRequest request) {
    List<String> kinds = values(request, "kind");
    List<Part> parts = new ArrayList<>();
    Set<String> unordered = Set.copyOf(values(request, "unordered"));
    for (int i = 0; i < kinds.size(); i++) {
      Optional<Part.Kind> kind = kind(kinds.get(i));
      if (kind.isPresent()) {
        parts.add(
            new Part(
                kind.get(),
                at(values(request, "head"), i),
                at(values(request, "text"), i),
                at(values(request, "code"), i),
                number(at(values(request, "places"), i)),
                unordered.contains(String.valueOf(i))));
      }
    }
    return new Content(
        FormInput.text(request, "issuer"),
        FormInput.text(request, "number"),
        FormInput.text(request, "title"),
        date(FormInput.text(request, "date")),
        parts);
  }

  /** A day as browsers send it; empty when it is none. */
  static Optional<LocalDate> date(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * What a button other than save does to the blocks.
   *
   * @param action {@code up-3}, {@code down-3}, {@code remove-3} or {@code add}
   * @param added what is to be added: a kind, a colon, and a code where it has one
   */
  static Content changed(Content content, String action, String added) {
    List<Part> parts = new ArrayList<>(content.parts());
    String[] words = action.split("-", 2);
    int at = words.length == 2 ? number(words[1]) : parts.size();
    boolean there = at < parts.size();
    switch (words[0]) {
      case "up" -> swap(parts, there, at, at - 1);
      case "down" -> swap(parts, there, at, at + 1);
      case "remove" -> {
        if (there) {
          parts.remove(at);
        }
      }
      case "add" -> {
        String[] what = (added + ":").split(":", 2);
        kind(what[0]).map(k -> Part.empty(k, what[1].replace(":", ""))).ifPresent(parts::add);
      }
      default -> {
        return content;
      }
    }
    return content.with(parts);
  }

  private static void swap(List<Part> parts, boolean there, int one, int other) {
    if (there && other >= 0 && other < parts.size()) {
      Collections.swap(parts, one, other);
    }
  }

  private static Optional<Part.Kind> kind(String name) {
    return Arrays.stream(Part.Kind.values()).filter(k -> k.name().equals(name)).findFirst();
  }

  private static int number(String text) {
    return text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
  }

  private static List<String> values(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values == null ? List.of() : Arrays.asList(values);
  }

  private static String at(List<String> values, int index) {
    return index < values.size() ? values.get(index) : "";
  }
}

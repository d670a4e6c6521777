package cloud.laurel.bulletin;

import cloud.laurel.bulletin.Finding.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures in texts: by name where they are written, as numbers where they are printed. */
public final class FigureRule {

  private static final Pattern NAMED = Pattern.compile("\\{([^{}\\n]*)\\}");

  /** A number on its own: no part of a date, of an ordinal or of a longer number. */
  private static final Pattern TYPED =
      Pattern.compile("(?<![\\d.第〔—-])(\\d{1,3}(?:,\\d{3})+|\\d{2,})(\\.\\d+)?%?(?![\\d.年月日〕—-])");

  /** In what leads to a board, the number of its places. */
  private static final String PLACES = "places";

  private final Map<String, String> figures;

  /**
   * For texts of one result.
   *
   * @param figures printed forms by name
   */
  public FigureRule(Map<String, String> figures) {
    this.figures = figures;
  }

  /** The text of a block as it is printed; a name that nobody knows stays as it is. */
  public String printed(Part part) {
    return NAMED
        .matcher(part.text())
        .replaceAll(m -> Matcher.quoteReplacement(figure(part, m.group(1)).orElse(m.group())));
  }

  private Optional<String> figure(Part part, String name) {
    return part.kind() == Part.Kind.BOARD && name.strip().equals(PLACES)
        ? Optional.of(String.valueOf(part.number()))
        : Optional.ofNullable(figures.get(name.strip()));
  }

  /** The names in a block that nobody knows. */
  List<Finding> unknown(int index, Part part) {
    List<Finding> found = new ArrayList<>();
    Matcher named = NAMED.matcher(part.text());
    while (named.find()) {
      if (figure(part, named.group(1)).isEmpty()) {
        found.add(
            Finding.in(
                index,
                Kind.UNKNOWN_FIGURE,
                named.group(1),
                String.valueOf(1 + part.text().codePointCount(0, named.start()))));
      }
    }
    return found;
  }

  /** Numbers in a block that were typed where a figure would print the same. */
  List<Finding> typed(int index, Part part) {
    Map<String, String> byPrint = new LinkedHashMap<>();
    figures.forEach((name, print) -> byPrint.putIfAbsent(print, name));
    Map<String, String> found = new LinkedHashMap<>();
    Matcher typed = TYPED.matcher(NAMED.matcher(part.words()).replaceAll(" "));
    while (typed.find()) {
      String name = byPrint.get(typed.group().replace(",", ""));
      if (name != null) {
        found.put(typed.group(), name);
      }
    }
    return found.entrySet().stream()
        .map(e -> Finding.in(index, Kind.TYPED_FIGURE, e.getKey(), e.getValue()))
        .toList();
  }
}

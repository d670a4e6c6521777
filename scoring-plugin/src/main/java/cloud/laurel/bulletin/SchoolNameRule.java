package cloud.laurel.bulletin;

import cloud.laurel.bulletin.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names of schools in running text: other names than the official ones, and what is one
 * character off. The longest name at a place is what is meant there, so that 市实验小学 is never
 * reported for the 实验小学 in it.
 */
final class SchoolNameRule {

  private static final int SHORTEST_GUESSED = 5;
  private static final Pattern END = Pattern.compile("小学|中学|学校|幼儿园");
  private static final Pattern LOOKS_LIKE =
      Pattern.compile("[\\p{IsHan}&&[^全各本该市镇乡]]{2,3}[镇乡][\\p{IsHan}&&[^市镇乡各的和与]]{1,8}?(?:小学|中学)");

  private final Map<String, String> officialOf;
  private final Map<String, String> oneOff = new HashMap<>();
  private int longest;

  /**
   * For one roster.
   *
   * @param officialOf official names by every name there is, official or not
   */
  SchoolNameRule(Map<String, String> officialOf) {
    this.officialOf = Map.copyOf(officialOf);
    for (String name : officialOf.keySet()) {
      longest = Math.max(longest, name.length());
      if (name.length() >= SHORTEST_GUESSED) {
        oneOff(name).forEach(other -> oneOff.putIfAbsent(other, officialOf.get(name)));
      }
    }
  }

  /** The name with one character standing for any, and with one left out. */
  private static List<String> oneOff(String name) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < name.length(); i++) {
      others.add(name.substring(0, i) + "?" + name.substring(i + 1));
      others.add(name.substring(0, i) + name.substring(i + 1));
    }
    return others;
  }

  /** What is not an official name in a block. */
  List<Finding> check(int index, String text) {
    Set<Finding> found = new LinkedHashSet<>();
    String rest = withoutKnown(index, text, found);
    Matcher end = END.matcher(rest);
    StringBuilder unexplained = new StringBuilder(rest);
    while (end.find()) {
      guess(rest, end.end())
          .ifPresent(
              name -> {
                found.add(
                    Finding.in(index, Kind.SCHOOL_SUSPICIOUS, name, oneOff(name, officialOf)));
                blank(unexplained, end.end() - name.length(), end.end());
              });
    }
    Matcher unknown = LOOKS_LIKE.matcher(unexplained);
    while (unknown.find()) {
      found.add(Finding.in(index, Kind.SCHOOL_UNKNOWN, unknown.group()));
    }
    return List.copyOf(found);
  }

  /** The text with every name that is known blanked out, official or not. */
  private String withoutKnown(int index, String text, Set<Finding> found) {
    StringBuilder rest = new StringBuilder(text);
    for (int from = 0; from < text.length(); from++) {
      for (int to = Math.min(text.length(), from + longest); to > from; to--) {
        String name = text.substring(from, to);
        String official = officialOf.get(name);
        if (official != null) {
          if (!official.equals(name)) {
            found.add(Finding.in(index, Kind.SCHOOL_VARIANT, name, official));
          }
          blank(rest, from, to);
          from = to - 1;
          break;
        }
      }
    }
    return rest.toString();
  }

  private static void blank(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      text.setCharAt(i, '\n');
    }
  }

  /** The longest text up to a place that is one character off a name. */
  private Optional<String> guess(String text, int end) {
    for (int from = Math.max(0, end - longest); from <= end - SHORTEST_GUESSED + 1; from++) {
      String name = text.substring(from, end);
      if (name.indexOf('\n') < 0 && !oneOff(name, officialOf).isEmpty()) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** The official name that a text is one character off, at its beginning last of all. */
  private String oneOff(String text, Map<String, String> known) {
    for (int i = text.length() - 1; i > 0; i--) {
      String near = oneOff.get(text.substring(0, i) + "?" + text.substring(i + 1));
      if (near != null) {
        return near;
      }
      String more = known.get(text.substring(0, i) + text.substring(i + 1));
      if (more != null && text.length() > SHORTEST_GUESSED) {
        return more;
      }
    }
    return oneOff.getOrDefault(text, "");
  }
}

package cloud.laurel.bulletin;

import cloud.laurel.bulletin.Finding.Kind;
import java.util.Comparator;
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
      Pattern.compile(
          "[\\p{IsHan}&&[^全各本该市镇乡]]{2,3}[镇乡](?!中小学)[\\p{IsHan}&&[^市镇乡各的和与]]{1,8}?(?:小学|中学)");

  private final Map<String, String> officialOf;
  private final List<String> guessed;
  private final int longest;

  /**
   * For one roster.
   *
   * @param officialOf official names by every name there is, official or not
   */
  SchoolNameRule(Map<String, String> officialOf) {
    this.officialOf = Map.copyOf(officialOf);
    longest = officialOf.keySet().stream().mapToInt(String::length).max().orElse(0);
    guessed =
        officialOf.keySet().stream()
            .filter(name -> name.length() >= SHORTEST_GUESSED)
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(n -> n))
            .toList();
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
              near -> {
                String name = rest.substring(near.from(), end.end());
                found.add(Finding.in(index, Kind.SCHOOL_SUSPICIOUS, name, near.official()));
                blank(unexplained, near.from(), end.end());
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

  /** Where something begins that is almost a name, and the official one. */
  private record Near(int from, String official) {}

  /** The longest name that the text up to a place is one character off. */
  private Optional<Near> guess(String text, int end) {
    for (String name : guessed) {
      for (int length = name.length(); length >= name.length() - 1; length--) {
        if (isOneOff(text, end - length, end, name)) {
          return Optional.of(new Near(end - length, officialOf.get(name)));
        }
      }
      if (isOneOff(text, end - name.length() - 1, end, name)) {
        return Optional.of(new Near(end - name.length() - 1, officialOf.get(name)));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a stretch of text is a name with one character exchanged, missing or too much; what
   * comes before a name is no part of it, so that its first character is neither exchanged nor too
   * much.
   */
  private static boolean isOneOff(String text, int from, int end, String name) {
    if (from < 0 || text.substring(from, end).indexOf('\n') >= 0) {
      return false;
    }
    int same = 0;
    while (from + same < end
        && same < name.length()
        && text.charAt(from + same) == name.charAt(same)) {
      same++;
    }
    int difference = end - from - name.length();
    int inText = from + same + (difference >= 0 ? 1 : 0);
    int inName = same + (difference <= 0 ? 1 : 0);
    return (same > 0 || difference < 0)
        && end - inText == name.length() - inName
        && text.regionMatches(inText, name, inName, name.length() - inName);
  }
}

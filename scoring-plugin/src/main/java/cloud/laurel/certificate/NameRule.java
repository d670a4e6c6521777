package cloud.laurel.certificate;

import cloud.laurel.certificate.NameFinding.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name as it is printed, and what is wrong with it. The separator of names is U+00B7, and name
 * fields hold 50 characters (民委发〔2016〕33号).
 */
final class NameRule {

  /** Characters of the longest name of a person that is printed. */
  static final int LONGEST = 50;

  private static final int SHOWN = 40;
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}\\p{Cs}]");
  private static final Pattern PADDING =
      Pattern.compile("(?<=\\p{IsHan})[\\s\\p{Z}]+(?=\\p{IsHan})");
  private static final Pattern DOT =
      Pattern.compile(
          "[\\s\\p{Z}]*[\\u2022\\u2027\\u2219\\u22C5\\u30FB\\uFF65\\uFF0E\\u25CF\\u00B7][\\s\\p{Z}]*");
  private static final Pattern UNUSUAL =
      Pattern.compile("[\\p{N}\\p{S}&&[^\\u3007]]|[<>{}\\[\\]&;:/\\\\]");

  private final Function<String, List<String>> unprintable;

  NameRule(Function<String, List<String>> unprintable) {
    this.unprintable = unprintable;
  }

  /** A checked name. */
  record Checked(String name, List<NameFinding> findings) {}

  /** Checks a name of a person or school. */
  Checked check(String given) {
    List<NameFinding> findings = new ArrayList<>();
    if (given.codePointCount(0, given.length()) > LookupRule.LONGEST) {
      findings.add(finding(Kind.TOO_LONG, Integer.toString(LONGEST)));
      return new Checked(given.substring(0, given.offsetByCodePoints(0, SHOWN)) + "…", findings);
    }
    List<String> unseen = codes(UNSEEN.matcher(given));
    if (!unseen.isEmpty()) {
      findings.add(new NameFinding(Kind.INVISIBLE, unseen));
    }
    String name = Normalizer.normalize(given, Normalizer.Form.NFC).strip();
    String joined = PADDING.matcher(name).replaceAll("").replaceAll("[\\s\\p{Z}]+", " ");
    if (!joined.equals(name)) {
      findings.add(finding(Kind.PADDED, joined));
    }
    String dotted = DOT.matcher(joined).replaceAll("\u00B7");
    if (!dotted.equals(joined)) {
      findings.add(finding(Kind.DOT, dotted));
    }
    if (dotted.isBlank()) {
      findings.add(new NameFinding(Kind.MISSING, List.of()));
    }
    if (dotted.codePointCount(0, dotted.length()) > LONGEST) {
      findings.add(finding(Kind.TOO_LONG, Integer.toString(LONGEST)));
    }
    List<String> missing =
        unprintable.apply(UNSEEN.matcher(dotted).replaceAll("")).stream().distinct().toList();
    if (!missing.isEmpty()) {
      findings.add(new NameFinding(Kind.UNPRINTABLE, missing));
    } else if (UNUSUAL.matcher(dotted).find()) {
      findings.add(new NameFinding(Kind.UNUSUAL, List.of()));
    }
    return new Checked(dotted, List.copyOf(findings));
  }

  private static NameFinding finding(Kind kind, String word) {
    return new NameFinding(kind, List.of(word));
  }

  private static List<String> codes(Matcher found) {
    return found
        .results()
        .map(match -> "U+%04X".formatted(match.group().codePointAt(0)))
        .distinct()
        .toList();
  }
}

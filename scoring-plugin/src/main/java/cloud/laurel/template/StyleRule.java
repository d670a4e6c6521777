package cloud.laurel.template;

import cloud.laurel.template.TemplateProblem.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template's style sheet may hold: properties that place and paint text and boxes. Nothing
 * that fetches, hides or makes text.
 */
final class StyleRule {

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern RULE = Pattern.compile("([^{}]*)\\{([^{}]*)}");
  private static final Pattern SELECTOR =
      Pattern.compile("@page(\\s*:(first|left|right))?|[\\w\\s.,#*>+:()-]+");
  private static final Pattern DATA_PICTURE =
      Pattern.compile("url\\(\\s*[\"']?data:image/png;base64,[A-Za-z0-9+/=]{1,80000}[\"']?\\s*\\)");
  private static final Pattern FUNCTION = Pattern.compile("([\\w-]+)\\s*\\(");
  private static final Set<String> FUNCTIONS = Set.of("rgb", "rotate", "scale", "translate");
  private static final Pattern BOX =
      Pattern.compile(
          "(margin|padding|border)(-(top|right|bottom|left))?(-(width|style|color))?"
              + "|border(-(top|bottom)-(left|right))?-radius|(max-|min-)?(width|height)"
              + "|border-(collapse|spacing)|box-sizing");
  private static final Set<String> PROPERTIES =
      Set.of(
          "background",
          "background-color",
          "background-image",
          "background-position",
          "background-repeat",
          "background-size",
          "bottom",
          "clear",
          "color",
          "display",
          "float",
          "font",
          "font-family",
          "font-size",
          "font-weight",
          "left",
          "letter-spacing",
          "line-height",
          "position",
          "right",
          "size",
          "table-layout",
          "text-align",
          "text-indent",
          "top",
          "transform",
          "transform-origin",
          "vertical-align",
          "white-space",
          "word-wrap",
          "z-index");

  private StyleRule() {}

  /**
   * What is wrong with a style sheet.
   *
   * @param line of its first character
   */
  static List<TemplateProblem> problems(String sheet, int line) {
    String plain = blanked(sheet, COMMENT);
    List<TemplateProblem> problems = new ArrayList<>();
    Matcher rule = RULE.matcher(plain);
    int end = 0;
    while (rule.find()) {
      String selector = rule.group(1).strip();
      if (!SELECTOR.matcher(selector).matches()) {
        problems.add(at(plain, rule.start(1), line, 0, Why.STYLE, selector));
      }
      int brace = rule.start(2);
      int before = brace - plain.lastIndexOf('\n', brace - 1) - 1;
      problems.addAll(declarations(rule.group(2), lineOf(plain, brace, line), before));
      end = rule.end();
    }
    if (!plain.substring(end).isBlank()) {
      problems.add(at(plain, end, line, 0, Why.STYLE, plain.substring(end).strip()));
    }
    return problems;
  }

  /** The same for the content of a {@code style} attribute or of a rule's braces. */
  static List<TemplateProblem> declarations(String text, int line) {
    return declarations(text, line, 0);
  }

  private static List<TemplateProblem> declarations(String text, int line, int before) {
    List<TemplateProblem> problems = new ArrayList<>();
    String plain = blanked(text, DATA_PICTURE);
    int from = 0;
    for (String declaration : plain.split(";", -1)) {
      if (!declaration.isBlank()) {
        int begin = from + declaration.length() - declaration.stripLeading().length();
        problem(declaration.strip())
            .ifPresent(
                why -> problems.add(at(plain, begin, line, before, why, declaration.strip())));
      }
      from += declaration.length() + 1;
    }
    return problems;
  }

  private static Optional<Why> problem(String declaration) {
    int colon = declaration.indexOf(':');
    String property = declaration.substring(0, Math.max(0, colon)).strip();
    String value = declaration.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
    if (colon < 1 || value.matches("(?s).*[\\\\<>@{}].*")) {
      return Optional.of(Why.STYLE);
    }
    boolean known = PROPERTIES.contains(property) || BOX.matcher(property).matches();
    boolean hides =
        property.equals("display") && value.contains("none")
            || property.equals("position") && !value.matches("static|relative|absolute");
    boolean calls =
        FUNCTION.matcher(value).results().anyMatch(found -> !FUNCTIONS.contains(found.group(1)));
    return known && !hides && !calls ? Optional.empty() : Optional.of(Why.PROPERTY);
  }

  /** The same text with blanks in place of what matches; every line stays where it is. */
  private static String blanked(String text, Pattern pattern) {
    return pattern.matcher(text).replaceAll(found -> found.group().replaceAll("[^\n]", " "));
  }

  /**
   * A problem in a text.
   *
   * @param line of the text's first character
   * @param before how many characters stand before it on its line
   */
  private static TemplateProblem at(
      String text, int at, int line, int before, Why why, String detail) {
    int begin = at + text.substring(at).length() - text.substring(at).stripLeading().length();
    int lineEnd = text.lastIndexOf('\n', begin - 1);
    int column = begin - lineEnd + (lineEnd < 0 ? before : 0);
    return new TemplateProblem(lineOf(text, begin, line), column, why, shortened(detail));
  }

  private static int lineOf(String text, int at, int line) {
    return line + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  private static String shortened(String detail) {
    return detail.length() > 60 ? detail.substring(0, 60) + "…" : detail;
  }
}

package cloud.laurel.roster;

import cloud.laurel.campaign.Role;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write into the cells of the template. Pure. */
final class TemplateRule {

  private static final String DIGITS = "一二三四五六七八九";
  private static final Pattern NUMBER = Pattern.compile("0?([1-9]|1[0-2])(年级|年)?");
  private static final Pattern PRIMARY = Pattern.compile("小?学?([一二三四五六七八九])年?级?");
  private static final Pattern LOWER = Pattern.compile("初([一二三])(年级)?");
  private static final Pattern UPPER = Pattern.compile("高([一二三])(年级)?");

  /** What a spreadsheet makes of a long number that it takes for one. */
  private static final Pattern ROUNDED = Pattern.compile("\\d(\\.\\d+)?[eE]\\+\\d{1,2}");

  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?"
              + "(?:[ T](\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?");
  private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d+)?");
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  private TemplateRule() {}

  /** The parts of a list, however they are parted. */
  static List<String> parts(String cell) {
    return Arrays.stream(cell.split("[,，、;；|/\\n]"))
        .map(TidyText::of)
        .filter(part -> !part.isEmpty())
        .distinct()
        .toList();
  }

  /** A role by one of its words. */
  static Optional<Role> role(String word) {
    return switch (plain(word)) {
      case "管理员", "学校管理员", "校级管理员", "校管理员", "administrator", "admin" ->
          Optional.of(Role.ADMINISTRATOR);
      case "教师", "老师", "teacher" -> Optional.of(Role.TEACHER);
      case "学生", "student", "pupil" -> Optional.of(Role.STUDENT);
      default -> UserRoles.of(plain(word));
    };
  }

  /** The school year of a grade's name, 1 to 12. */
  static Optional<Integer> grade(String text) {
    String plain = plain(text);
    Matcher number = NUMBER.matcher(plain);
    if (number.matches()) {
      return Optional.of(Integer.valueOf(number.group(1)));
    }
    return digit(PRIMARY, plain, 0)
        .or(() -> digit(LOWER, plain, 6))
        .or(() -> digit(UPPER, plain, 9));
  }

  private static Optional<Integer> digit(Pattern pattern, String text, int before) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches()
        ? Optional.of(before + DIGITS.indexOf(matcher.group(1)) + 1)
        : Optional.empty();
  }

  /** Whether a spreadsheet has rounded a long number, so that nobody knows it any more. */
  static boolean isRounded(String text) {
    return ROUNDED.matcher(text).matches();
  }

  /** Whether a cell holds a formula's error. */
  static boolean isError(String text) {
    return text.startsWith("#") && text.matches("#(N/A|REF!|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!)");
  }

  /** A moment as people write it, or as a spreadsheet counts days. */
  static Optional<Instant> time(String text) {
    if (SERIAL.matcher(text).matches()) {
      BigDecimal days = new BigDecimal(text);
      long seconds = days.multiply(BigDecimal.valueOf(86_400)).longValue();
      return SpaceTime.parse(
          SERIAL_ZERO.atStartOfDay().plusSeconds(seconds).toString().substring(0, 16));
    }
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      return SpaceTime.parse(text);
    }
    String day =
        "%s-%02d-%02d"
            .formatted(
                date.group(1), Integer.valueOf(date.group(2)), Integer.valueOf(date.group(3)));
    return SpaceTime.parse(
        date.group(4) == null
            ? day
            : "%sT%02d:%s:%s"
                .formatted(
                    day,
                    Integer.valueOf(date.group(4)),
                    date.group(5),
                    date.group(6) == null ? "00" : date.group(6)));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Zs}]", "")
        .toLowerCase(Locale.ROOT);
  }
}

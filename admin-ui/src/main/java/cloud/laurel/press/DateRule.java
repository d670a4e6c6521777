package cloud.laurel.press;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Dates as certificates have them. */
final class DateRule {

  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  /** With 〇 U+3007, neither 零 nor the letter O. */
  private static final String DIGITS = "〇一二三四五六七八九";

  private static final int TEN = 10;

  private DateRule() {}

  /** 二〇二一年七月十二日. */
  static String chinese(LocalDate day) {
    return String.valueOf(day.getYear())
            .chars()
            .mapToObj(digit -> DIGITS.substring(digit - '0', digit - '0' + 1))
            .collect(Collectors.joining())
        + "年"
        + number(day.getMonthValue())
        + "月"
        + number(day.getDayOfMonth())
        + "日";
  }

  private static String number(int value) {
    int tens = value / TEN;
    int ones = value % TEN;
    return (tens > 1 ? digit(tens) : "") + (tens > 0 ? "十" : "") + (ones > 0 ? digit(ones) : "");
  }

  private static String digit(int value) {
    return DIGITS.substring(value, value + 1);
  }

  /** 12 July 2021. */
  static String english(LocalDate day) {
    return ENGLISH.format(day);
  }
}

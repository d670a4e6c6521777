package cloud.laurel.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** What pages say, in the chosen language; {@code text} in pages. */
@Named("text")
@RequestScoped
public class Texts {

  static final String BUNDLE = "cloud.laurel.web.messages";
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  @Inject private Preferences preferences;

  private Optional<Locale> fixed = Optional.empty();

  /** The texts of one language, for answers that do not go by the reader's preferences. */
  public static Texts in(Locale locale) {
    Texts texts = new Texts();
    texts.fixed = Optional.of(locale);
    return texts;
  }

  /** A text. */
  public String of(String key) {
    return bundle().getString(key);
  }

  /** A text with one value in it. */
  public String of(String key, Object first) {
    return format(key, first);
  }

  /** A text with two values in it. */
  public String of(String key, Object first, Object second) {
    return format(key, first, second);
  }

  /** A text with three values in it. */
  public String of(String key, Object first, Object second, Object third) {
    return format(key, first, second, third);
  }

  /** Whether there is such a text. */
  public boolean has(String key) {
    return bundle().containsKey(key);
  }

  /** The keys with a prefix, without it, sorted. */
  public List<String> keys(String prefix) {
    return bundle().keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .sorted()
        .toList();
  }

  /** A text with as many values as it takes. */
  public String filled(String key, List<?> values) {
    return format(key, values.toArray());
  }

  /** A text, or the code itself when there is none, for codes that are data. */
  public String ofCode(String prefix, String code) {
    return bundle().containsKey(prefix + code) ? of(prefix + code) : code;
  }

  /** A whole number with thousands separators. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(Locale.ROOT).format(number);
  }

  /** A time to the minute. */
  public String time(Instant instant, ZoneId zone) {
    return MINUTE.format(instant.atZone(zone));
  }

  /** A time to the second, for "as of". */
  public String seconds(Instant instant, ZoneId zone) {
    return SECOND.format(instant.atZone(zone));
  }

  /** The time of the day to the minute. */
  public String clock(Instant instant, ZoneId zone) {
    return CLOCK.format(instant.atZone(zone));
  }

  private String format(String key, Object... values) {
    return new MessageFormat(of(key), Locale.ROOT).format(values);
  }

  private ResourceBundle bundle() {
    // Chinese is the root bundle: the server's own locale must not come in between.
    return ResourceBundle.getBundle(
        BUNDLE,
        fixed.orElseGet(() -> preferences.getLocale()),
        Texts.class.getClassLoader(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}

package cloud.laurel.notice;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * What a mail says: plain text, first in Chinese, then in English, because nobody has told here in
 * which language they read. It names no person and no school.
 */
final class MailWords {

  private static final List<Locale> LANGUAGES = List.of(Locale.ROOT, Locale.ENGLISH);
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private MailWords() {}

  static String subject() {
    return text(Locale.ROOT, "mail.subject", List.of())
        + " / "
        + text(Locale.ENGLISH, "mail.subject", List.of());
  }

  static String body(Notice notice, Optional<String> home) {
    StringBuilder body = new StringBuilder();
    for (Locale language : LANGUAGES) {
      body.append(text(language, notice.key(), notice.arguments())).append('\n');
      home.ifPresent(
          h ->
              body.append(text(language, "mail.more", List.of()))
                  .append(' ')
                  .append(h)
                  .append(notice.path())
                  .append('\n'));
      body.append(text(language, "mail.auto", List.of())).append("\n\n");
    }
    return body.toString().strip() + "\n";
  }

  private static String text(Locale language, String key, List<String> arguments) {
    String pattern =
        ResourceBundle.getBundle(
                "cloud.laurel.web.messages", language, MailWords.class.getClassLoader(), EXACT)
            .getString(key);
    return new MessageFormat(pattern, Locale.ROOT).format(arguments.toArray());
  }
}

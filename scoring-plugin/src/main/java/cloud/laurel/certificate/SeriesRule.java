package cloud.laurel.certificate;

import cloud.laurel.campaign.Rules.Honour.Of;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Readable series (证书编号): the issuer's mark, the deciding document's year and number where there is
 * one, else the year of the decision, and the kind of honour; the serial follows.
 */
final class SeriesRule {

  private static final Pattern DOCUMENT =
      Pattern.compile("[\u3014\\[（(](\\d{4})[\u3015\\]）)]第?(\\d{1,6})号");

  private SeriesRule() {}

  /** What comes before the serial, such as {@code LR-2021-12-T}. */
  static String head(String mark, String document, LocalDate issuedOn, Of of) {
    Matcher numbered = DOCUMENT.matcher(document);
    String decision =
        numbered.find()
            ? numbered.group(1) + "-" + Integer.parseInt(numbered.group(2))
            : Integer.toString(issuedOn.getYear());
    return mark + "-" + decision + "-" + letter(of);
  }

  /** The whole series, such as {@code LR-2021-12-T-0001}. */
  static String series(String head, int serial) {
    return "%s-%04d".formatted(head, serial);
  }

  private static char letter(Of of) {
    return switch (of) {
      case TEACHER -> 'T';
      case ADMINISTRATOR -> 'A';
      case SCHOOL -> 'S';
      case CENTRAL_SCHOOL -> 'C';
    };
  }
}

package cloud.laurel.announcement;

import cloud.laurel.web.Texts;
import java.util.Locale;

/**
 * Why one of a page's forms was not taken, in plain words.
 *
 * @param form its id; empty when all is in order
 * @param field which of its fields has to change, in small letters; {@code none} for the whole
 * @param words what is wrong and the way out
 */
public record FormState(String form, String field, String words) {

  /** All in order. */
  static final FormState GOOD = new FormState("", "", "");

  static FormState refused(String form, AnnouncementRefused refused, Texts text) {
    return new FormState(
        form,
        refused.why().field().name().toLowerCase(Locale.ROOT),
        text.of("announce.why." + refused.why()));
  }

  /** Whether a field of a form has to change. */
  public boolean at(String name, String part) {
    return form.equals(name) && field.equals(part);
  }
}

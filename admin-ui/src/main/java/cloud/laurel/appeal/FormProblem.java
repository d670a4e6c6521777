package cloud.laurel.appeal;

import cloud.laurel.web.Texts;
import java.util.Locale;

/**
 * Why a form was not taken, in plain words.
 *
 * @param field which of its fields has to change, in small letters; {@code none} for the whole
 */
public record FormProblem(String field, String words) {

  /** All in order. */
  static final FormProblem NONE = new FormProblem("", "");

  static FormProblem of(AppealRefused refused, Texts text) {
    return new FormProblem(
        refused.why().field().name().toLowerCase(Locale.ROOT),
        text.of("appeal.why." + refused.why(), refused.subject()));
  }
}

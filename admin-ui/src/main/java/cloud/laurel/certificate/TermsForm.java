package cloud.laurel.certificate;

import cloud.laurel.web.FormInput;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What certificates shall say, as an address or a form says it.
 *
 * @param issuedOn day of the decision, such as {@code 2021-07-12}; may be nonsense
 * @param template key of a template's version
 * @param seal key of a seal's picture; 0 for none
 */
public record TermsForm(
    String issuedOn, String document, String issuer, String phrase, long template, long seal) {

  /** What was filled in; empty before. */
  static Optional<TermsForm> of(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter("issuedOn"))
        .map(
            day ->
                new TermsForm(
                    day.strip(),
                    FormInput.text(request, "document").strip(),
                    FormInput.text(request, "issuer").strip(),
                    FormInput.text(request, "phrase").strip(),
                    key(FormInput.text(request, "template")),
                    key(FormInput.text(request, "seal"))));
  }

  /** Templates that Laurel brings along have negative keys. */
  private static long key(String typed) {
    return typed.matches("-?\\d{1,18}") ? Long.parseLong(typed) : 0;
  }

  /** The same for forms. */
  static TermsForm of(Terms terms) {
    return new TermsForm(
        terms.issuedOn().toString(),
        terms.document(),
        terms.issuer(),
        terms.reason(),
        terms.design().template(),
        terms.design().seal().orElse(0));
  }

  /** The same for the engine; empty when the day is none. */
  Optional<Terms> terms() {
    try {
      return Optional.of(
          new Terms(
              LocalDate.parse(issuedOn),
              document,
              issuer,
              phrase,
              new Design(template, seal == 0 ? OptionalLong.empty() : OptionalLong.of(seal))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The same as part of an address. */
  public String toQuery() {
    return "&issuedOn="
        + encoded(issuedOn)
        + "&document="
        + encoded(document)
        + "&issuer="
        + encoded(issuer)
        + "&phrase="
        + encoded(phrase)
        + "&template="
        + template
        + "&seal="
        + seal;
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}

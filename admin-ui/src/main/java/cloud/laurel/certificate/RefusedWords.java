package cloud.laurel.certificate;

import cloud.laurel.certificate.CertificateRefused.Field;
import cloud.laurel.plugin.Problem;
import cloud.laurel.store.InvalidInput;
import cloud.laurel.web.ProblemDetail;
import java.util.List;
import java.util.Locale;

/** What callers of the interface are told when something cannot be done. */
final class RefusedWords {

  private RefusedWords() {}

  /** The member of a request's body. */
  static String member(Field field) {
    return switch (field) {
      case NONE -> "";
      case HONOUR -> "honour";
      case ISSUED_ON -> "issuedOn";
      case DOCUMENT -> "document";
      case ISSUER -> "issuer";
      case RECIPIENTS -> "recipients";
      case NAME -> "name";
      case SCHOOL -> "school";
      case PHRASE, REASON -> "reason";
    };
  }

  static String of(CertificateRefused refused) {
    return switch (refused.why()) {
      case UNKNOWN -> "does not exist";
      case HONOUR_UNKNOWN -> "is none of this campaign's honours";
      case DRAFT -> "The campaign is a draft: nobody can have been honoured.";
      case NOT_PUBLISHED -> "The honours are not published, or were reopened since.";
      case NOBODY -> "nobody is left to issue to";
      case TOO_MANY -> "at most " + refused.detail() + " are taken at once";
      case OPEN_ALREADY -> "An order for the same honour is not over yet.";
      case OTHER_STATE -> "It was replaced, revoked or changed meanwhile; read it again.";
      case NO_PRESS -> "Nothing can be printed now: " + refused.detail();
      case UNPRINTABLE ->
          "Campaign, honour, issuer, document or reason have characters that cannot be printed: "
              + refused.detail();
      case DATE_RANGE -> "must be a day from 1990 to today";
      case DOCUMENT_TOO_LONG, ISSUER_TOO_LONG, PHRASE_TOO_LONG ->
          "must have at most " + Terms.LONGEST + " characters";
      case ISSUER_MISSING, REASON_MISSING -> "is missing";
      case NAME -> "cannot be printed: " + refused.detail();
      case NAME_TAKEN -> "is on the certificate " + refused.detail() + " already";
      case REASON_TOO_LONG -> "must have at most " + ChangeService.MAX_REASON + " characters";
    };
  }

  /** As the answer: a field that has to change, or a state that does not allow it. */
  static RuntimeException asException(CertificateRefused e) {
    return switch (e.why().field()) {
      case NONE ->
          new ProblemDetail(
                  409,
                  "certificates-" + e.why().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                  "Certificates cannot be issued or changed like this now",
                  of(e))
              .asException();
      default -> new InvalidInput(List.of(new Problem(member(e.why().field()), of(e))));
    };
  }
}

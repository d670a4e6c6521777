package cloud.laurel.certificate;

import cloud.laurel.plugin.Problem;
import cloud.laurel.store.InvalidInput;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An order as it comes over HTTP.
 *
 * @param document empty for the usual one, likewise issuer and reason
 */
record IssueRequest(
    String honour,
    LocalDate issuedOn,
    Optional<String> document,
    Optional<String> issuer,
    Optional<String> reason,
    List<Recipient> recipients) {

  /**
   * Reads one.
   *
   * @throws InvalidInput naming every field that is missing or of a wrong kind
   */
  static IssueRequest of(JsonObject json) {
    Reader reader = new Reader();
    IssueRequest request =
        new IssueRequest(
            reader.text(json, "honour", "honour"),
            reader.date(json, "issuedOn"),
            reader.optional(json, "document", "document"),
            reader.optional(json, "issuer", "issuer"),
            reader.optional(json, "reason", "reason"),
            reader.recipients(json));
    if (!reader.problems.isEmpty()) {
      throw new InvalidInput(reader.problems);
    }
    return request;
  }

  /** What the certificates are to say. */
  Terms terms(Terms usual) {
    return new Terms(
        issuedOn,
        document.orElse(usual.document()),
        issuer.orElse(usual.issuer()),
        reason.orElse(usual.reason()),
        usual.design());
  }

  private static final class Reader {
    private final List<Problem> problems = new ArrayList<>();

    Optional<String> optional(JsonObject json, String member, String field) {
      JsonValue value = json.get(member);
      if (value == null || value == JsonValue.NULL) {
        return Optional.empty();
      }
      if (value instanceof JsonString text) {
        return Optional.of(text.getString());
      }
      problems.add(new Problem(field, "must be a text"));
      return Optional.empty();
    }

    String text(JsonObject json, String member, String field) {
      int before = problems.size();
      Optional<String> text = optional(json, member, field);
      if (text.isEmpty() && problems.size() == before) {
        problems.add(new Problem(field, "is missing"));
      }
      return text.orElse("");
    }

    LocalDate date(JsonObject json, String member) {
      String text = text(json, member, member);
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        if (!text.isEmpty()) {
          problems.add(new Problem(member, "must be a date like 2021-07-12"));
        }
        return LocalDate.EPOCH;
      }
    }

    List<Recipient> recipients(JsonObject json) {
      if (!(json.get("recipients") instanceof JsonArray array)) {
        problems.add(new Problem("recipients", "must be a list of {name, school, account?}"));
        return List.of();
      }
      List<Recipient> recipients = new ArrayList<>();
      for (int i = 0; i < array.size(); i++) {
        String at = "recipients[" + i + "]";
        if (array.get(i) instanceof JsonObject one) {
          recipients.add(
              new Recipient(
                  text(one, "name", at + ".name"),
                  optional(one, "school", at + ".school").orElse(""),
                  optional(one, "account", at + ".account").orElse("")));
        } else {
          problems.add(new Problem(at, "must be an object {name, school, account?}"));
        }
      }
      return recipients;
    }
  }
}

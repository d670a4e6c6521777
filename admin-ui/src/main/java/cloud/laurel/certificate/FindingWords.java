package cloud.laurel.certificate;

/** What callers of the interface are told about a name. */
final class FindingWords {

  private FindingWords() {}

  static String of(NameFinding finding) {
    String words = String.join(", ", finding.words());
    return switch (finding.kind()) {
      case MISSING -> "name is missing";
      case TOO_LONG -> "name is longer than " + words + " characters";
      case INVISIBLE -> "name has characters that nobody sees: " + words + "; send it without them";
      case UNPRINTABLE -> "these characters cannot be printed as they should be: " + words;
      case PADDED -> "printed without padding: " + words;
      case DOT -> "printed with the standard dot: " + words;
      case UNUSUAL -> "has digits or signs, which names rarely have";
      case ACCOUNT_UNKNOWN -> "account " + words + " is on no roster";
      case ROSTER_NAME -> "the roster has the account as " + words;
      case ROSTER_SCHOOL -> "on the day of the decision the account belongs to " + words;
      case SCHOOL_NAME -> "printed as the roster writes it: " + words;
      case SCHOOL_UNKNOWN -> "no school has this name or code";
      case SCHOOL_AMBIGUOUS -> "several schools have this name; send the code: " + words;
      case TWICE -> "the same name and school come twice; send the accounts";
      case NOT_PRINTED -> "could not be printed; the order waits at the bureau's certificates";
      case NAMESAKE -> "somebody else of the same school has this name";
    };
  }
}

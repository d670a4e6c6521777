package cloud.laurel.document;

/**
 * The head of an issued paper (GB/T 9704-2012, 7.2): the issuer's name in red, the paper's number,
 * and a red line below.
 *
 * @param issuer full name of the authority
 * @param number such as 石教〔2021〕12号; may be empty in a draft
 */
public record Letterhead(String issuer, String number) {

  private static final int LARGEST = 48;

  /** Width of the text in points, with some air at both ends. */
  private static final int WIDTH = 420;

  /** Checks itself. */
  public Letterhead {
    if (issuer.isBlank()) {
      throw new IllegalArgumentException("issuer: must not be empty");
    }
  }

  /** The size in points in which the name fills one line at most. */
  int points() {
    return (int) Math.min(LARGEST, WIDTH / OfficialDocument.width(issuer));
  }
}

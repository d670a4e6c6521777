package cloud.laurel.appeal;

/**
 * Somebody who reads an appeal or adds to it.
 *
 * @param bureau whether it is an officer
 * @param name an officer's sign-in name, else an account
 */
public record Party(boolean bureau, String name) {

  /** An officer of the bureau. */
  public static Party officer(String signInName) {
    return new Party(true, signInName);
  }

  /** Somebody on the roster. */
  public static Party person(String account) {
    return new Party(false, account);
  }
}

package cloud.laurel.notice;

/** Carries a notice to a mail address; {@code admin-ui} has the one that knows the mail server. */
@FunctionalInterface
public interface MailSender {

  /**
   * Sends one mail; returns when the mail server has taken it. Called by a background thread,
   * outside of any transaction.
   *
   * @throws MailFailure when the mail server has not taken it; it is tried again later
   */
  void send(Notice notice, String address) throws MailFailure;

  /** A mail that was not taken. */
  final class MailFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** With what the mail server, or the way to it, said. */
    public MailFailure(String message, Throwable cause) {
      super(message, cause);
    }
  }
}

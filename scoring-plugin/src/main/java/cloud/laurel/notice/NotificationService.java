package cloud.laurel.notice;

import cloud.laurel.notice.MailSender.MailFailure;
import cloud.laurel.notice.NoticeRepository.Due;
import cloud.laurel.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Tells people what concerns them: on the pages at once, by mail in the background. */
public class NotificationService {

  private static final Logger LOG = Logger.getLogger(NotificationService.class.getName());

  private final Database database;
  private final InstantSource clock;
  private final NoticeRepository notices = new NoticeRepository();

  /** One for a database. */
  public NotificationService(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Notes something for somebody, in the caller's transaction; whoever has a mail address is told
   * by mail as well.
   *
   * @param key of the text
   * @param arguments of the text, in order
   * @param path of the page that says more, within this application
   */
  public void tell(Handle tx, String account, String key, List<String> arguments, String path) {
    Instant now = now();
    long notice = notices.insert(tx, account, now, key, arguments, path);
    notices.queue(tx, notice, account, now);
  }

  /** How many notices somebody has not looked at. */
  public long unread(String account) {
    return database.read(tx -> notices.unread(tx, account));
  }

  /**
   * Somebody's notices, newest first.
   *
   * @param offset notices to skip, at least 0
   * @param size notices wanted, 1 to 200
   */
  public NoticePage list(String account, int offset, int size) {
    return database.read(
        tx -> new NoticePage(notices.count(tx, account), notices.list(tx, account, offset, size)));
  }

  /** Notes that somebody has looked at everything up to a notice. */
  public void markRead(String account, long upTo) {
    database.useTransaction(tx -> notices.read(tx, account, upTo, now()));
  }

  /**
   * Tries one mail that is due. A mail whose outcome is unknown, because the server went down over
   * it, is tried again: twice is better than never.
   *
   * @return whether there was one
   */
  public boolean sendOne(MailSender sender) {
    Instant now = now();
    Optional<Due> next = database.read(tx -> notices.due(tx, now));
    next.ifPresent(due -> send(due, sender, now));
    return next.isPresent();
  }

  private void send(Due due, MailSender sender, Instant now) {
    Optional<Instant> again = BackOffRule.next(due.notice().toldAt(), due.attempts() + 1, now);
    boolean taken =
        database.inTransaction(
            tx -> notices.take(tx, due, again.orElse(now.plus(BackOffRule.LONGEST))));
    if (!taken) {
      return;
    }
    try {
      boolean late = now.isAfter(due.notice().toldAt().plus(BackOffRule.LONGEST));
      if (!late && !due.address().isEmpty()) {
        sender.send(due.notice(), due.address());
      }
      drop(due);
    } catch (MailFailure e) {
      LOG.log(
          again.isPresent() ? Level.INFO : Level.WARNING,
          e,
          () ->
              "LRL-08001 mail of notice "
                  + due.notice().id()
                  + " was not taken; "
                  + again.map(t -> "next attempt at " + t).orElse("given up"));
      if (again.isEmpty()) {
        drop(due);
      }
    }
  }

  private void drop(Due due) {
    database.useTransaction(tx -> notices.drop(tx, due.notice().id()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

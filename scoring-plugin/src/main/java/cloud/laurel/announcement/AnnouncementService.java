package cloud.laurel.announcement;

import cloud.laurel.announcement.Announcement.Afterwards;
import cloud.laurel.announcement.Announcement.State;
import cloud.laurel.announcement.AnnouncementEvent.What;
import cloud.laurel.announcement.AnnouncementRefused.Why;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.input.WordsRule;
import cloud.laurel.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * What officers do about the winners before the public: a notice is started, extended or ended,
 * honours are published without one, taken down as a whole or by the line. A campaign has one list
 * before the public at a time. Whatever is done is noted in the same transaction.
 */
public class AnnouncementService {

  private final Database database;
  private final InstantSource clock;
  private final Function<Campaign, Optional<HonourRoll>> confirmed;
  private final AnnouncementRepository announcements = new AnnouncementRepository();

  /**
   * One for a database.
   *
   * @param confirmed the winners of a campaign as a second officer has confirmed them; empty while
   *     none has
   */
  public AnnouncementService(
      Database database, InstantSource clock, Function<Campaign, Optional<HonourRoll>> confirmed) {
    this.database = database;
    this.clock = clock;
    this.confirmed = confirmed;
  }

  /**
   * A notice that an officer wants.
   *
   * @param hash of the winners that the officer has looked at
   */
  public record Draft(
      String hash,
      String title,
      Optional<LocalDate> first,
      Optional<LocalDate> last,
      Afterwards afterwards) {}

  /**
   * The winners that can be announced; empty until a second officer has confirmed them, and while
   * the campaign runs.
   */
  public Optional<HonourRoll> confirmed(Campaign campaign) {
    return campaign.state().isSettled() ? confirmed.apply(campaign) : Optional.empty();
  }

  /** The days that a notice takes unless an officer wants others. */
  public NoticeDays usualDays(Campaign campaign) {
    return NoticeDaysRule.usual(today(campaign));
  }

  /** A campaign's announcements, the newest first; at most one is before the public. */
  public List<Announcement> of(Campaign campaign) {
    return database.read(tx -> announcements.of(tx, campaign.id()));
  }

  /** What happened to a campaign's announcements, the newest first. */
  public List<AnnouncementEvent> history(Campaign campaign) {
    return database.read(tx -> announcements.history(tx, campaign.id()));
  }

  /** Every line of an announcement, those out of sight too. */
  public HonourRoll roll(Announcement of) {
    return database.read(tx -> announcements.roll(tx, of));
  }

  /**
   * Starts a notice. Of several at once one is started; the same form sent twice is one notice.
   *
   * @return its number
   * @throws AnnouncementRefused when it cannot be
   */
  public long start(Campaign campaign, Draft draft, String officer) {
    String title = title(draft.title());
    LocalDate first = draft.first().orElseThrow(refused(Why.FIRST_DAY_MISSING));
    LocalDate last = draft.last().orElseThrow(refused(Why.LAST_DAY_MISSING));
    NoticeDaysRule.obstacle(first, last, today(campaign)).ifPresent(AnnouncementService::refuse);
    HonourRoll roll = look(campaign, draft.hash());
    Announcement wanted =
        new Announcement(
            0,
            campaign.id(),
            title,
            roll.hash(),
            Optional.of(new NoticeDays(first, last)),
            draft.afterwards(),
            State.NOTICE,
            Optional.empty());
    return database.inTransaction(
        tx ->
            add(tx, wanted, roll, What.STARTED, officer, "")
                .or(() -> same(tx, wanted).map(Announcement::id))
                .orElseThrow(refused(Why.OPEN_ALREADY)));
  }

  private Optional<Announcement> same(Handle tx, Announcement wanted) {
    return announcements.of(tx, wanted.campaign()).stream()
        .filter(one -> one.state() == State.NOTICE)
        .filter(one -> one.hash().equals(wanted.hash()) && one.title().equals(wanted.title()))
        .filter(one -> one.days().equals(wanted.days()))
        .findFirst();
  }

  /**
   * Publishes the winners without a notice, for a campaign that was held before, or whose notice
   * was given elsewhere.
   *
   * @throws AnnouncementRefused when they cannot be
   */
  public long publish(Campaign campaign, String hash, String title, String reason, String officer) {
    String why = reason(reason);
    HonourRoll roll = look(campaign, hash);
    Announcement wanted =
        new Announcement(
            0,
            campaign.id(),
            title(title),
            roll.hash(),
            Optional.empty(),
            Afterwards.PUBLISH,
            State.PUBLISHED,
            Optional.of(now()));
    return database.inTransaction(
        tx ->
            add(tx, wanted, roll, What.PUBLISHED, officer, why)
                .orElseThrow(refused(Why.OPEN_ALREADY)));
  }

  private Optional<Long> add(
      Handle tx, Announcement wanted, HonourRoll roll, What what, String officer, String words) {
    Optional<Long> added = announcements.insert(tx, wanted);
    added.ifPresent(
        id -> {
          announcements.insertEntries(tx, id, roll);
          note(tx, id, what, officer, words);
        });
    return added;
  }

  private HonourRoll look(Campaign campaign, String hash) {
    HonourRoll roll = confirmed(campaign).orElseThrow(refused(Why.NOT_CONFIRMED));
    if (!roll.hash().equals(hash)) {
      throw new AnnouncementRefused(Why.CHANGED);
    }
    if (roll.size() == 0) {
      throw new AnnouncementRefused(Why.NOBODY);
    }
    return roll;
  }

  /** Gives a notice a later last day, also while it waits for an objection to be decided. */
  public void extend(
      Campaign campaign, long id, Optional<LocalDate> last, String reason, String officer) {
    String why = reason(reason);
    LocalDate until = last.orElseThrow(refused(Why.LAST_DAY_MISSING));
    database.useTransaction(
        tx -> {
          NoticeDays days = require(tx, campaign, id, State.NOTICE).days().orElseThrow();
          NoticeDaysRule.obstacleToExtending(days, until, today(campaign))
              .ifPresent(AnnouncementService::refuse);
          announcements.days(tx, id, new NoticeDays(days.first(), until));
          note(tx, id, What.EXTENDED, officer, days.last() + " → " + until + " " + why);
        });
  }

  /** Takes a notice down before its time. */
  public void end(Campaign campaign, long id, String reason, String officer) {
    String why = reason(reason);
    database.useTransaction(
        tx -> {
          require(tx, campaign, id, State.NOTICE);
          announcements.close(tx, id, State.ENDED);
          note(tx, id, What.ENDED, officer, why);
        });
  }

  /** Takes published honours down as a whole. */
  public void takeDown(Campaign campaign, long id, String reason, String officer) {
    String why = reason(reason);
    database.useTransaction(
        tx -> {
          require(tx, campaign, id, State.PUBLISHED);
          announcements.close(tx, id, State.TAKEN_DOWN);
          note(tx, id, What.TAKEN_DOWN, officer, why);
        });
  }

  /** Takes one line of published honours out of the public's sight, as the person wishes. */
  public void remove(Campaign campaign, long id, long entry, String reason, String officer) {
    String why = reason(reason);
    database.useTransaction(
        tx -> {
          Announcement of = require(tx, campaign, id, State.PUBLISHED);
          String name =
              announcements.roll(tx, of).sections().stream()
                  .flatMap(section -> section.entries().stream())
                  .filter(e -> e.id() == entry && e.shown())
                  .findFirst()
                  .orElseThrow(refused(Why.UNKNOWN))
                  .name();
          announcements.remove(tx, id, entry, now());
          note(tx, id, What.ENTRY_REMOVED, officer, name + " " + why);
        });
  }

  private Announcement require(Handle tx, Campaign campaign, long id, State state) {
    Announcement found =
        announcements
            .lock(tx, id)
            .filter(one -> one.campaign() == campaign.id())
            .orElseThrow(refused(Why.UNKNOWN));
    if (found.state() != state) {
      throw new AnnouncementRefused(Why.OTHER_STATE);
    }
    return found;
  }

  private void note(Handle tx, long id, What what, String officer, String words) {
    announcements.note(tx, new AnnouncementEvent(id, now(), what, officer, words));
  }

  private static String title(String raw) {
    String title = WordsRule.line(raw);
    if (title.isEmpty()) {
      throw new AnnouncementRefused(Why.TITLE_MISSING);
    }
    if (title.length() > Announcement.MAX_TITLE) {
      throw new AnnouncementRefused(Why.TITLE_TOO_LONG);
    }
    return title;
  }

  private static String reason(String raw) {
    String reason = WordsRule.tidy(raw);
    if (reason.isEmpty()) {
      throw new AnnouncementRefused(Why.REASON_MISSING);
    }
    if (reason.length() > WordsRule.MAX_WORDS) {
      throw new AnnouncementRefused(Why.REASON_TOO_LONG);
    }
    return reason;
  }

  private static Supplier<AnnouncementRefused> refused(Why why) {
    return () -> new AnnouncementRefused(why);
  }

  private static void refuse(Why why) {
    throw new AnnouncementRefused(why);
  }

  private LocalDate today(Campaign campaign) {
    return campaign.dayOf(clock.instant());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

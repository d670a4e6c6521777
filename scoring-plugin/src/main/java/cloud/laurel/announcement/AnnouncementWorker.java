package cloud.laurel.announcement;

import cloud.laurel.announcement.Announcement.Afterwards;
import cloud.laurel.announcement.Announcement.State;
import cloud.laurel.announcement.AnnouncementEvent.What;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Does what time brings: a notice whose days are over comes down for good or becomes the published
 * honours, one whose selection was opened again ends, and who objected is forgotten in the end.
 */
public final class AnnouncementWorker {

  private static final Logger LOG = Logger.getLogger(AnnouncementWorker.class.getName());

  /** So long after the decision a name and a contact are kept. */
  private static final Duration KEPT = Duration.ofDays(180);

  /** Reading what is confirmed costs more than whoever calls all the time should pay. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private static final Duration BETWEEN_ERASURES = Duration.ofMinutes(10);

  private final Database database;
  private final InstantSource clock;
  private final CampaignService campaigns;
  private final AnnouncementService service;
  private final AnnouncementRepository announcements = new AnnouncementRepository();
  private final ObjectionRepository objections = new ObjectionRepository();
  private Instant nextLook = Instant.MIN;
  private Instant nextErasure = Instant.MIN;

  /** One for a database. */
  public AnnouncementWorker(
      Database database,
      InstantSource clock,
      CampaignService campaigns,
      AnnouncementService service) {
    this.database = database;
    this.clock = clock;
    this.campaigns = campaigns;
    this.service = service;
  }

  /**
   * Does what waits; to be called again and again by one thread, which has other work too: what
   * fails here is logged and tried again.
   */
  public void tick() {
    try {
      work();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "LRL-03060 announcements wait; they will be tried again", e);
    }
  }

  private void work() {
    Instant now = clock.instant();
    if (!now.isBefore(nextLook)) {
      nextLook = now.plus(BETWEEN_LOOKS);
      settle();
    }
    if (!now.isBefore(nextErasure)) {
      nextErasure = now.plus(BETWEEN_ERASURES);
      erase(now);
    }
  }

  /** Does what waits about notices. */
  void settle() {
    List<Announcement> waiting = database.read(tx -> announcements.in(tx, State.NOTICE));
    if (!waiting.isEmpty()) {
      List<Campaign> all = campaigns.all();
      for (Announcement one : waiting) {
        all.stream().filter(c -> c.id() == one.campaign()).forEach(c -> settle(c, one));
      }
    }
  }

  private void settle(Campaign campaign, Announcement seen) {
    LocalDate today = campaign.dayOf(clock.instant());
    boolean stands =
        service.confirmed(campaign).filter(roll -> roll.hash().equals(seen.hash())).isPresent();
    if (stands && !seen.isWaiting(today)) {
      return;
    }
    database.useTransaction(
        tx -> {
          Optional<Announcement> now =
              announcements.lock(tx, seen.id()).filter(one -> one.state() == State.NOTICE);
          if (now.isPresent() && !stands) {
            close(tx, now.get(), What.SUPERSEDED);
          } else if (now.filter(one -> one.isWaiting(today)).isPresent()) {
            over(tx, now.get());
          }
        });
  }

  private void over(Handle tx, Announcement list) {
    if (list.afterwards() == Afterwards.COME_DOWN) {
      close(tx, list, What.OVER);
    } else if (objections.holding(tx, list) == 0) {
      announcements.publish(tx, list.id(), now());
      note(tx, list, What.PUBLISHED);
    }
  }

  private void close(Handle tx, Announcement list, What what) {
    announcements.close(tx, list.id(), State.ENDED);
    note(tx, list, what);
  }

  private void note(Handle tx, Announcement list, What what) {
    announcements.note(tx, new AnnouncementEvent(list.id(), now(), what, "", ""));
  }

  private void erase(Instant now) {
    List<Integer> archived =
        campaigns.all().stream()
            .filter(c -> c.state() == Campaign.State.ARCHIVED)
            .map(Campaign::id)
            .toList();
    database.useTransaction(tx -> objections.erase(tx, now.minus(KEPT), archived, now()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

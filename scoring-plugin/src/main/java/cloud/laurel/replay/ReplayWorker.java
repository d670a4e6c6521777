package cloud.laurel.replay;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.journal.ActionJournal;
import cloud.laurel.replay.Replay.Kind;
import cloud.laurel.replay.Replay.State;
import cloud.laurel.scoring.Difference;
import cloud.laurel.scoring.ScoringService;
import cloud.laurel.standing.SchoolTotalsCheck;
import cloud.laurel.store.Database;
import cloud.laurel.store.Stripes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Does the work of replays, one portion of accounts and one transaction at a time. Where it stands
 * is in the database; of several nodes only one works on a replay.
 */
public final class ReplayWorker {

  private static final Logger LOG = Logger.getLogger(ReplayWorker.class.getName());

  /** Few: the embedded database compares every row it finds with every account asked for. */
  private static final int MOST_ACCOUNTS = 200;

  private static final long MOST_ACTIONS = 10_000;

  /** Campaigns check themselves once a night, after this local time. */
  private static final LocalTime NIGHT = LocalTime.of(2, 0);

  /** Whoever proposes rules has this long to publish them; until then they cost work. */
  private static final Duration PROPOSALS_KEPT = Duration.ofDays(14);

  private static final Duration BETWEEN_TICKS = Duration.ofMinutes(1);

  private final Database database;
  private final CampaignService campaigns;
  private final ActionJournal journal;
  private final ScoringService scoring;
  private final SchoolTotalsCheck schools;
  private final ReplayService service;
  private final InstantSource clock;
  private final ReplayRepository replays = new ReplayRepository();
  private Instant nextTick = Instant.MIN;

  /** One for a database. */
  public ReplayWorker(
      Database database,
      CampaignService campaigns,
      ActionJournal journal,
      ScoringService scoring,
      SchoolTotalsCheck schools,
      ReplayService service,
      InstantSource clock) {
    this.database = database;
    this.campaigns = campaigns;
    this.journal = journal;
    this.scoring = scoring;
    this.schools = schools;
    this.service = service;
    this.clock = clock;
  }

  /** Starts the nightly checks that are due and gives up proposals that nobody published. */
  public void tick() {
    Instant now = clock.instant();
    if (now.isBefore(nextTick)) {
      return;
    }
    nextTick = now.plus(BETWEEN_TICKS);
    for (Campaign campaign : database.read(campaigns::running)) {
      if (checkDue(campaign)) {
        service.check(campaign, "");
      }
      database
          .read(tx -> replays.forgotten(tx, campaign.id(), now.minus(PROPOSALS_KEPT)))
          .forEach(id -> service.discard(campaign, id));
    }
  }

  private boolean checkDue(Campaign campaign) {
    ZonedDateTime now = clock.instant().atZone(campaign.zone());
    ZonedDateTime night = now.with(NIGHT);
    Instant last = (night.isAfter(now) ? night.minusDays(1) : night).toInstant();
    return campaign.createdAt().isBefore(last)
        && database
            .read(tx -> replays.lastCheck(tx, campaign.id()))
            .map(check -> check.isBefore(last))
            .orElse(true);
  }

  /**
   * Works off one portion.
   *
   * @return whether there was anything to do
   */
  public boolean work() {
    Optional<Replay> next = database.inTransaction(replays::next);
    next.ifPresent(
        replay -> {
          try {
            work(replay.id(), replay.kind());
          } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "LRL-03040 replay " + replay.id() + " failed", e);
            database.useTransaction(
                tx -> replays.setState(tx, replay.id(), State.FAILED, clock.instant(), problem(e)));
          }
        });
    return next.isPresent();
  }

  private static String problem(RuntimeException e) {
    String text = String.valueOf(e.getMessage());
    return text.substring(0, Math.min(text.length(), 1000));
  }

  /** A check reads one state of the database and holds nobody up; a proposal holds its portion. */
  private void work(long id, Kind kind) {
    boolean last =
        kind == Kind.CHECK
            ? database.inSnapshot(tx -> portion(tx, id))
            : database.inTransaction(tx -> portion(tx, id));
    if (last) {
      finish(id, kind);
    }
  }

  /** Whether nothing is left. */
  private boolean portion(Handle tx, long id) {
    Replay replay = replays.lock(tx, id).orElseThrow();
    Optional<Campaign> judged = judged(tx, replay);
    if (replay.state() != State.RUNNING || judged.isEmpty()) {
      return replay.state() == State.RUNNING;
    }
    if (replay.total() == 0) {
      replays.setTotal(tx, id, journal.parts(tx));
    }
    LinkedHashMap<String, Long> next = journal.accountsAfter(tx, replay.position(), MOST_ACCOUNTS);
    Set<String> accounts = new LinkedHashSet<>();
    long actions = 0;
    String position = replay.position();
    for (var entry : next.entrySet()) {
      if (!accounts.isEmpty() && actions + entry.getValue() > MOST_ACTIONS) {
        break;
      }
      accounts.add(entry.getKey());
      actions += entry.getValue();
      position = entry.getKey();
    }
    if (accounts.isEmpty()) {
      return true;
    }
    if (replay.kind() == Kind.CHECK) {
      replays.addDifferences(tx, replay, scoring.differences(tx, judged.get(), accounts));
    } else {
      Stripes.lock(tx, accounts);
      scoring.rejudge(tx, judged.get(), accounts);
    }
    replays.advance(tx, id, position, actions);
    return false;
  }

  /** What is judged: the campaign itself, or its trial; empty when it ended meanwhile. */
  private Optional<Campaign> judged(Handle tx, Replay replay) {
    return campaigns.judging(tx).stream()
        .filter(c -> c.id() == replay.campaign())
        .filter(c -> replay.book().map(book -> c.book() == book).orElse(!c.isOnTrial()))
        .findFirst();
  }

  private void finish(long id, Kind kind) {
    List<Difference> found =
        kind == Kind.CHECK
            ? database
                .read(tx -> judged(tx, replays.find(tx, id).orElseThrow()))
                .map(this::differences)
                .orElse(List.of())
            : List.of();
    database.useTransaction(
        tx -> {
          Replay replay = replays.lock(tx, id).orElseThrow();
          if (replay.state() != State.RUNNING) {
            return;
          }
          Optional<Campaign> judged = judged(tx, replay);
          replays.addDifferences(tx, replay, found);
          if (kind == Kind.CHECK && judged.isPresent()) {
            report(judged.get(), replay, replay.differences() + found.size());
          }
          State state = judged.isPresent() ? State.DONE : State.DISCARDED;
          replays.setState(tx, id, state, clock.instant(), "");
        });
  }

  private List<Difference> differences(Campaign campaign) {
    return schools.wrong(campaign).stream()
        .map(
            w ->
                new Difference(
                    Difference.Kind.SCHOOL, w.school(), "", w.item(), w.stored(), w.expected()))
        .toList();
  }

  private static void report(Campaign campaign, Replay replay, long differences) {
    if (differences > 0) {
      LOG.severe(
          () ->
              "LRL-03041 the self-check of campaign "
                  + campaign.code()
                  + " found "
                  + differences
                  + " differences; see replay "
                  + replay.id());
    } else {
      LOG.info(() -> "LRL-03042 the self-check of campaign " + campaign.code() + " found none");
    }
  }
}

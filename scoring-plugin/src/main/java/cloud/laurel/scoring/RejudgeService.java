package cloud.laurel.scoring;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignObserver;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.roster.RosterObserver;
import cloud.laurel.scoring.RejudgeRepository.Waiting;
import cloud.laurel.standing.Totals;
import cloud.laurel.store.Database;
import cloud.laurel.store.Stripes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Judges accounts again whose verdicts may have changed: everybody when a campaign is created (rule
 * R18), those whom a roster touches (rule R17). What waits is in the database, so that a restart
 * loses nothing; several nodes may work at once.
 */
public final class RejudgeService {

  private static final int MOST_ACCOUNTS = 500;
  private static final long MOST_ACTIONS = 5_000;

  private final Database database;
  private final CampaignService campaigns;
  private final ScoringService scoring;
  private final RejudgeRepository waiting = new RejudgeRepository();

  /** One that works off the queue of a database. */
  public RejudgeService(Database database, CampaignService campaigns, ScoringService scoring) {
    this.database = database;
    this.campaigns = campaigns;
    this.scoring = scoring;
  }

  /**
   * Works off one portion, one transaction.
   *
   * @return whether anything was waiting
   */
  public boolean work() {
    return database.inTransaction(
        tx -> {
          List<Waiting> next = waiting.next(tx, MOST_ACCOUNTS);
          if (next.isEmpty()) {
            return false;
          }
          work(tx, next.get(0).book(), portion(next));
          return true;
        });
  }

  private static Set<String> portion(List<Waiting> next) {
    Set<String> accounts = new LinkedHashSet<>();
    long actions = 0;
    for (Waiting row : next) {
      if (row.book() == next.get(0).book()) {
        actions += row.actions();
        if (!accounts.isEmpty() && actions > MOST_ACTIONS) {
          break;
        }
        accounts.add(row.account());
      }
    }
    return accounts;
  }

  /** Another node may have been quicker: what no longer waits when the lock is held is done. */
  private void work(Handle tx, int book, Set<String> accounts) {
    Stripes.lock(tx, accounts);
    Set<String> still = waiting.waiting(tx, book, accounts);
    Optional<Campaign> judging =
        campaigns.judging(tx).stream().filter(c -> c.book() == book).findFirst();
    if (judging.isPresent() && !still.isEmpty()) {
      scoring.rejudge(tx, judging.get(), still);
    }
    waiting.delete(tx, book, accounts);
  }

  /** Queues what campaigns and rosters touch, in their own transactions. */
  public static final class Trigger implements CampaignObserver, RosterObserver {

    private final Totals totals;
    private final InstantSource clock;
    private final RejudgeRepository waiting = new RejudgeRepository();
    private final Function<Handle, List<Campaign>> judging;

    /**
     * One for both kinds of change.
     *
     * @param judging everything that judges actions, as a transaction sees it
     */
    public Trigger(Totals totals, InstantSource clock, Function<Handle, List<Campaign>> judging) {
      this.totals = totals;
      this.clock = clock;
      this.judging = judging;
    }

    @Override
    public void onJudging(Handle tx, Campaign campaign) {
      Stripes.lockAll(tx);
      if (campaign.isOnTrial()) {
        totals.carryClosedMonths(tx, campaign);
      } else {
        waiting.enqueue(tx, campaign, Optional.empty(), Instant.MIN, Instant.MAX);
      }
      totals.recount(tx, campaign, Optional.empty(), clock.instant());
    }

    @Override
    public void onMonthDecided(Handle tx, Campaign campaign, YearMonth month) {
      Stripes.lockAll(tx);
      totals.reopen(tx, campaign, month);
      waiting.enqueue(
          tx,
          campaign,
          Optional.empty(),
          month.atDay(1).atStartOfDay(campaign.zone()).toInstant(),
          month.plusMonths(1).atDay(1).atStartOfDay(campaign.zone()).toInstant());
      totals.recount(tx, campaign, Optional.empty(), clock.instant());
    }

    /** Rule R5: a month whose time is over is closed first, also before the clock has done it. */
    @Override
    public void beforeRosterChange(Handle tx) {
      for (Campaign campaign : judging.apply(tx)) {
        LocalDate today = campaign.dayOf(clock.instant());
        if (!totals.countedFor(tx, campaign.book()).equals(Optional.of(today))) {
          Stripes.lockAll(tx);
          totals.recount(tx, campaign, Optional.empty(), clock.instant());
        }
      }
    }

    @Override
    public void onRosterChange(Handle tx, Change change) {
      Stripes.lockAll(tx);
      for (Campaign campaign : judging.apply(tx)) {
        if (!change.accounts().isEmpty()) {
          waiting.enqueue(
              tx,
              campaign,
              Optional.of(change.accounts()),
              change.effective().atStartOfDay(campaign.zone()).toInstant(),
              Instant.MAX);
        }
        LocalDate today = campaign.dayOf(clock.instant());
        boolean current = totals.countedFor(tx, campaign.book()).equals(Optional.of(today));
        totals.recount(
            tx,
            campaign,
            current ? Optional.of(change.schools()) : Optional.empty(),
            clock.instant());
      }
    }
  }
}

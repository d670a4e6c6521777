package cloud.laurel.replay;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Campaign.State;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.RuleVersion;
import cloud.laurel.campaign.Rules;
import cloud.laurel.plugin.Problem;
import cloud.laurel.replay.Replay.Kind;
import cloud.laurel.scoring.Difference;
import cloud.laurel.standing.DiffService;
import cloud.laurel.standing.SnapshotService;
import cloud.laurel.standing.StandingDiff;
import cloud.laurel.standing.StandingService;
import cloud.laurel.store.Database;
import cloud.laurel.store.InvalidInput;
import cloud.laurel.store.Stripes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Starts replays, leads them to their end and publishes what they tried. The work itself is done in
 * portions by {@link ReplayWorker}, so that it survives a restart.
 */
public final class ReplayService {

  private static final int SHOWN = 50;

  private final Database database;
  private final CampaignService campaigns;
  private final StandingService standings;
  private final DiffService diffs;
  private final SnapshotService snapshots;
  private final InstantSource clock;
  private final ReplayRepository replays = new ReplayRepository();

  /** One for a database. */
  public ReplayService(
      Database database,
      CampaignService campaigns,
      StandingService standings,
      DiffService diffs,
      SnapshotService snapshots,
      InstantSource clock) {
    this.database = database;
    this.campaigns = campaigns;
    this.standings = standings;
    this.diffs = diffs;
    this.snapshots = snapshots;
    this.clock = clock;
  }

  /**
   * Starts to recompute a campaign under its current rules and to compare the result with what is
   * stored.
   *
   * @param by user name, empty for the clock
   * @throws InvalidInput unless the campaign is running
   */
  public Replay check(Campaign campaign, String by) {
    if (campaign.state() != State.RUNNING) {
      throw invalid("campaign", "is not running: what it stores no longer follows the journal");
    }
    return database.inTransaction(
        tx -> {
          long id =
              replays.insert(
                  tx,
                  campaign.id(),
                  Kind.CHECK,
                  campaign.newest().number(),
                  Optional.empty(),
                  campaign.from(),
                  "",
                  Optional.empty(),
                  Replay.State.RUNNING,
                  by,
                  now());
          return replays.find(tx, id).orElseThrow();
        });
  }

  /**
   * Starts to recompute a running campaign under proposed rules, on the side.
   *
   * @param json the whole campaign as it shall be
   * @param validFrom first local day the proposed rules hold
   * @param note why, at most 1000 characters; may be said when it is published
   * @throws InvalidInput with every field that is wrong
   */
  public Replay propose(
      Campaign campaign, String json, LocalDate validFrom, String note, String by) {
    if (note.length() > 1000) {
      throw invalid("note", "must have at most 1000 characters");
    }
    if (campaign.state() != State.RUNNING) {
      throw invalid("campaign", "is not running: its rules no longer change");
    }
    Rules rules = campaigns.propose(campaign, json);
    return database.inTransaction(
        tx -> {
          Optional<Integer> book =
              judgesAlike(campaign, rules, validFrom)
                  ? Optional.empty()
                  : Optional.of(campaigns.openTrial(tx, campaign, rules, validFrom).book());
          long id =
              replays.insert(
                  tx,
                  campaign.id(),
                  Kind.PROPOSAL,
                  campaign.newest().number(),
                  Optional.of(rules),
                  validFrom,
                  note.strip(),
                  book,
                  book.isPresent() ? Replay.State.RUNNING : Replay.State.DONE,
                  by,
                  now());
          return replays.find(tx, id).orElseThrow();
        });
  }

  /** Whether every version that judges a day from this one on would have judged the same. */
  private static boolean judgesAlike(Campaign campaign, Rules rules, LocalDate validFrom) {
    return campaign.newest().rules().judgesLike(rules)
        && campaign.rulesOn(validFrom).judgesLike(rules)
        && campaign.versions().stream()
            .map(RuleVersion::validFrom)
            .filter(day -> day.isAfter(validFrom))
            .allMatch(day -> campaign.rulesOn(day).judgesLike(rules));
  }

  /** Stops a running replay; it can go on later. */
  public void cancel(Campaign campaign, long id) {
    move(campaign, id, Replay.State.RUNNING, Replay.State.CANCELLED);
  }

  /** Lets a stopped replay go on where it stopped. */
  public void resume(Campaign campaign, long id) {
    move(campaign, id, Replay.State.CANCELLED, Replay.State.RUNNING);
  }

  private void move(Campaign campaign, long id, Replay.State from, Replay.State to) {
    database.useTransaction(
        tx -> {
          if (lock(tx, campaign, id).state() == from) {
            replays.setState(tx, id, to, now(), "");
          }
        });
  }

  /** Throws away what a replay computed; its line stays. */
  public void discard(Campaign campaign, long id) {
    database.useTransaction(
        tx -> {
          Replay replay = lock(tx, campaign, id);
          if (replay.kind() == Kind.PROPOSAL && replay.isOpen()) {
            replay
                .book()
                .filter(book -> isOnTrial(tx, book))
                .ifPresent(book -> campaigns.endTrial(tx, campaign, book));
            replays.setState(tx, id, Replay.State.DISCARDED, now(), "");
          }
        });
  }

  /**
   * Makes the proposed rules the campaign's newest version and swaps what was computed under them
   * in, at once; the standings as they were are kept.
   *
   * @param note why; empty when it was said with the proposal
   * @return the campaign as it is from now on
   * @throws InvalidInput when nobody said why, when the replay is not done, or another version was
   *     published meanwhile
   */
  public Campaign publish(Campaign campaign, long id, String note, String by) {
    return database.inTransaction(
        tx -> {
          Stripes.lockAll(tx);
          Replay replay = lock(tx, campaign, id);
          Campaign current = campaigns.find(tx, campaign.code()).orElseThrow();
          String why = note.isBlank() ? replay.note() : note.strip();
          if (why.isBlank() || why.length() > 1000) {
            throw invalid("note", "must say why, in at most 1000 characters");
          }
          if (replay.kind() != Kind.PROPOSAL || replay.state() != Replay.State.DONE) {
            throw invalid("replay", "is not done: wait for its end before publishing");
          }
          if (current.newest().number() != replay.baseVersion()) {
            throw invalid("replay", "began under older rules: propose the change once more");
          }
          if (replay.book().isPresent() && !isOnTrial(tx, replay.book().get())) {
            throw invalid("replay", "was given up when the campaign closed: propose it once more");
          }
          if (standings.pending(tx, trial(current, replay)) > 0) {
            throw invalid("replay", "still waits for a roster's changes: try again in a minute");
          }
          snapshots.take(tx, current);
          RuleVersion version =
              new RuleVersion(
                  replay.baseVersion() + 1,
                  replay.validFrom(),
                  why,
                  by,
                  now(),
                  replay.proposed().orElseThrow());
          Campaign published =
              campaigns.publishVersion(
                  tx, current, version, replay.book().orElse(current.book()), by);
          replays.of(tx, campaign.id(), Integer.MAX_VALUE).stream()
              .filter(r -> r.kind() == Kind.PROPOSAL && r.isOpen())
              .forEach(r -> replays.setState(tx, r.id(), Replay.State.DISCARDED, now(), ""));
          replays.setState(tx, id, Replay.State.PUBLISHED, now(), "");
          return published;
        });
  }

  /** What proposed rules would change, as far as they are computed. */
  public StandingDiff diff(Campaign campaign, Replay replay) {
    return database.inSnapshot(
        tx -> {
          Campaign current = campaigns.find(tx, campaign.code()).orElseThrow();
          return diffs.between(tx, current, trial(current, replay));
        });
  }

  private boolean isOnTrial(Handle tx, int book) {
    return campaigns.judging(tx).stream().anyMatch(c -> c.book() == book);
  }

  private static Campaign trial(Campaign current, Replay replay) {
    RuleVersion proposal =
        new RuleVersion(
            current.newest().number() + 1,
            replay.validFrom(),
            replay.note(),
            replay.startedBy(),
            replay.startedAt(),
            replay.proposed().orElseThrow());
    return current.tried(proposal, replay.book().orElse(current.book()));
  }

  private Replay lock(Handle tx, Campaign campaign, long id) {
    return replays
        .lock(tx, id)
        .filter(r -> r.campaign() == campaign.id())
        .orElseThrow(() -> invalid("replay", "does not exist"));
  }

  /** A replay of a campaign. */
  public Optional<Replay> find(Campaign campaign, long id) {
    return database.read(tx -> replays.find(tx, id)).filter(r -> r.campaign() == campaign.id());
  }

  /** The newest replays of a campaign, the newest first. */
  public List<Replay> of(Campaign campaign) {
    return database.read(tx -> replays.of(tx, campaign.id(), SHOWN));
  }

  /**
   * A page of what a check found; no more than the first {@value ReplayRepository#MOST_DIFFERENCES}
   * are kept.
   */
  public List<Difference> differences(Replay replay, int offset, int size) {
    return database.read(tx -> replays.differences(tx, replay.id(), offset, size));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static InvalidInput invalid(String field, String problem) {
    return new InvalidInput(List.of(new Problem(field, problem)));
  }
}

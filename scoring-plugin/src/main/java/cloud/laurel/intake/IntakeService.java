package cloud.laurel.intake;

import cloud.laurel.campaign.KnownAttributes;
import cloud.laurel.journal.ActionJournal;
import cloud.laurel.journal.Correction;
import cloud.laurel.journal.JournalEntry;
import cloud.laurel.opening.SpaceService;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.scoring.ScoringService;
import cloud.laurel.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Takes actions in: journalled, judged and followed in one transaction. */
public class IntakeService {

  private final Database database;
  private final ActionJournal journal;
  private final ScoringService scoring;
  private final SpaceService spaces;
  private final KnownAttributes attributes;
  private final InstantSource clock;

  /** One for a database. */
  public IntakeService(
      Database database,
      ActionJournal journal,
      ScoringService scoring,
      SpaceService spaces,
      KnownAttributes attributes,
      InstantSource clock) {
    this.database = database;
    this.journal = journal;
    this.scoring = scoring;
    this.spaces = spaces;
    this.attributes = attributes;
    this.clock = clock;
  }

  /**
   * Journals and judges a batch; durable and scored when it returns.
   *
   * @param actions in any order, repeats allowed; all are held in memory at once
   */
  public Accepted accept(List<PlatformAction> actions) {
    if (actions.isEmpty()) {
      return new Accepted(0, 0);
    }
    Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Accepted accepted =
        database.inTransaction(
            tx -> {
              List<JournalEntry> entries = journal.append(tx, actions, receivedAt);
              judge(tx, entries);
              return new Accepted(entries.size(), actions.size() - entries.size());
            });
    attributes.learn(actions);
    return accepted;
  }

  /**
   * Journals and judges a correcting entry.
   *
   * @param tx the caller's transaction
   * @return whether it is new; not when its reference is known already
   */
  public boolean correct(Handle tx, Correction correction) {
    Optional<JournalEntry> entry =
        journal.correct(tx, correction, clock.instant().truncatedTo(ChronoUnit.MICROS));
    entry.ifPresent(e -> scoring.score(tx, List.of(e)));
    return entry.isPresent();
  }

  /**
   * Takes an action back for everybody who earned from it (rule R12).
   *
   * @param tx the caller's transaction
   * @param reference the case that led to it, unique in the journal
   */
  public void withdraw(Handle tx, String action, String reference) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    PlatformAction withdrawal =
        new PlatformAction(
            "withdrawal:" + reference,
            ActionJournal.WITHDRAWN,
            "laurel",
            now,
            Optional.empty(),
            Optional.of(new PlatformAction.ObjectRef(action, Optional.empty())),
            List.of(),
            Map.of());
    judge(tx, journal.append(tx, List.of(withdrawal), now));
  }

  private void judge(Handle tx, List<JournalEntry> entries) {
    if (!entries.isEmpty()) {
      spaces.hold(tx, entries);
      scoring.score(tx, entries);
      spaces.follow(tx, entries);
    }
  }

  /**
   * What became of a batch.
   *
   * @param accepted actions that were new
   * @param repeated actions that were known already, or came twice in the batch
   */
  public record Accepted(int accepted, int repeated) {}
}

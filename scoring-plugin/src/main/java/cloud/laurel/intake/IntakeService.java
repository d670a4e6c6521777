package cloud.laurel.intake;

import cloud.laurel.campaign.KnownAttributes;
import cloud.laurel.journal.ActionJournal;
import cloud.laurel.journal.JournalEntry;
import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.scoring.ScoringService;
import cloud.laurel.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Takes actions in: journalled and judged in one transaction. */
public class IntakeService {

  private final Database database;
  private final ActionJournal journal;
  private final ScoringService scoring;
  private final KnownAttributes attributes;
  private final InstantSource clock;

  /** One for a database. */
  public IntakeService(
      Database database,
      ActionJournal journal,
      ScoringService scoring,
      KnownAttributes attributes,
      InstantSource clock) {
    this.database = database;
    this.journal = journal;
    this.scoring = scoring;
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
              if (!entries.isEmpty()) {
                scoring.score(tx, entries);
              }
              return new Accepted(entries.size(), actions.size() - entries.size());
            });
    attributes.learn(actions);
    return accepted;
  }

  /**
   * What became of a batch.
   *
   * @param accepted actions that were new
   * @param repeated actions that were known already, or came twice in the batch
   */
  public record Accepted(int accepted, int repeated) {}
}

package cloud.laurel.intake;

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
  private final InstantSource clock;

  /** One for a database. */
  public IntakeService(
      Database database, ActionJournal journal, ScoringService scoring, InstantSource clock) {
    this.database = database;
    this.journal = journal;
    this.scoring = scoring;
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
    return database.inTransaction(
        tx -> {
          List<JournalEntry> entries = journal.append(tx, actions, receivedAt);
          if (!entries.isEmpty()) {
            scoring.score(tx, entries);
          }
          return new Accepted(entries.size(), actions.size() - entries.size());
        });
  }

  public void correct(org.jdbi.v3.core.Handle tx, cloud.laurel.journal.Correction c) {
    String type = c.indicator().startsWith("lesson") ? "lesson.prepared" : "homework.assigned";
    add(
        tx,
        new PlatformAction(
            "corrected-" + c.reference(),
            type,
            c.account(),
            c.occurredAt(),
            java.util.Optional.of(c.school()),
            c.object(),
            List.of(),
            java.util.Map.of()));
  }

  public void withdraw(org.jdbi.v3.core.Handle tx, String actionId, String reference) {
    add(
        tx,
        new PlatformAction(
            "withdrawn-" + reference,
            "action.withdrawn",
            "laurel",
            clock.instant(),
            java.util.Optional.empty(),
            java.util.Optional.of(
                new PlatformAction.ObjectRef(actionId, java.util.Optional.empty())),
            List.of(),
            java.util.Map.of()));
  }

  private void add(org.jdbi.v3.core.Handle tx, PlatformAction action) {
    scoring.score(tx, journal.append(tx, List.of(action), clock.instant()));
  }

  /**
   * What became of a batch.
   *
   * @param accepted actions that were new
   * @param repeated actions that were known already, or came twice in the batch
   */
  public record Accepted(int accepted, int repeated) {}
}

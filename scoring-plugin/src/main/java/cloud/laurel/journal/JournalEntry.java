package cloud.laurel.journal;

import cloud.laurel.plugin.PlatformAction;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * An action in the journal.
 *
 * @param seq its place in the journal, without a meaning of its own
 * @param action what happened
 * @param receivedAt when it arrived here
 * @param correction what it corrects; empty for what the platform sent
 */
public record JournalEntry(
    long seq, PlatformAction action, Instant receivedAt, Optional<Correction> correction) {

  /** What the platform sent. */
  JournalEntry(long seq, PlatformAction action, Instant receivedAt) {
    this(seq, action, receivedAt, Optional.empty());
  }

  /** The order in which actions under one limit count (rule R16). */
  public static final Comparator<JournalEntry> BY_OCCURRENCE =
      Comparator.comparing((JournalEntry e) -> e.action().occurredAt())
          .thenComparing(e -> e.action().id());
}

package cloud.laurel.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What an entry of the training log may be. */
final class TrainingRule {

  static final int LONGEST_TOPIC = 300;
  static final int LONGEST_PLACE = 150;
  static final int MOST_PEOPLE = 100_000;

  private TrainingRule() {}

  /**
   * Reads an entry; fields are named as in the draft.
   *
   * @param today nothing is logged before it has happened
   * @throws cloud.laurel.store.InvalidInput with everything that is wrong at once
   */
  static Training read(long id, String school, TrainingDraft draft, int version, LocalDate today) {
    Fields fields = new Fields(true);
    Optional<LocalDate> from = fields.day("from", draft.from(), true);
    Optional<LocalDate> to = fields.day("to", draft.to(), false);
    fields.require(from.filter(today::isBefore).isEmpty(), "from", "notYet");
    fields.require(
        from.isEmpty() || to.isEmpty() || !to.get().isBefore(from.get()), "to", "beforeStart");
    String topic = fields.line("topic", draft.topic(), LONGEST_TOPIC);
    String place = fields.optional("place", draft.place(), LONGEST_PLACE);
    int participants = fields.count("participants", draft.participants(), MOST_PEOPLE);
    String link = fields.link("link", draft.link());
    fields.done();
    return new Training(
        id,
        school,
        from.orElseThrow(),
        to.filter(day -> !from.equals(Optional.of(day))),
        topic,
        place,
        participants,
        link,
        version,
        List.of());
  }
}

package cloud.laurel.plan;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.input.Attachment;
import cloud.laurel.input.Attachment.Type;
import cloud.laurel.input.CheckedFile;
import cloud.laurel.plan.PlanRefused.Why;
import cloud.laurel.plan.TrainingEvent.What;
import cloud.laurel.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The training logs of schools. A school changes its own while the campaign runs; what an entry was
 * before stays in the history. The caller sees to it that only those write for a school who may.
 */
public class TrainingService {

  /** Most files of one entry. */
  public static final int MAX_FILES = 5;

  private static final Set<Type> TYPES = Set.of(Type.PDF, Type.PNG, Type.JPEG, Type.DOCX);
  private static final int HISTORY = 100;

  private final Database database;
  private final InstantSource clock;
  private final TrainingRepository trainings = new TrainingRepository();
  private final SchoolFileRepository files = SchoolFileRepository.ofTrainings();

  /** One for a database. */
  public TrainingService(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A school's entries with their files, newest first. */
  public List<Training> of(Campaign campaign, String school) {
    return database.read(
        tx -> {
          List<Training> found = trainings.of(tx, campaign.id(), school);
          Map<Long, List<Attachment>> material =
              files.of(tx, found.stream().map(Training::id).toList());
          return found.stream()
              .map(t -> with(t, material.getOrDefault(t.id(), List.of())))
              .toList();
        });
  }

  private static Training with(Training training, List<Attachment> material) {
    return new Training(
        training.id(),
        training.school(),
        training.from(),
        training.to(),
        training.topic(),
        training.place(),
        training.participants(),
        training.link(),
        training.version(),
        material);
  }

  /** How much the schools of a campaign have trained; those that have not are missing. */
  public Map<String, TrainingCount> counts(Campaign campaign) {
    return database.read(tx -> counts(tx, campaign));
  }

  /** The same as one transaction sees it. */
  public Map<String, TrainingCount> counts(Handle tx, Campaign campaign) {
    return trainings.counts(tx, campaign.id());
  }

  /** What happened to a school's log, newest first. */
  public List<TrainingEvent> history(Campaign campaign, String school) {
    return database.read(tx -> trainings.history(tx, campaign.id(), school, HISTORY));
  }

  /** A file of an entry with its content; empty when the school has no such file. */
  public Optional<Attachment.Content> file(
      Campaign campaign, String school, long training, long file) {
    return database.read(
        tx ->
            trainings
                .find(tx, campaign.id(), school, training)
                .flatMap(t -> files.content(tx, t.id(), file)));
  }

  /**
   * Logs a training.
   *
   * @param account of who logs it
   * @throws PlanRefused when the campaign does not run
   * @throws cloud.laurel.store.InvalidInput with everything that is wrong with its words
   * @throws cloud.laurel.input.FileRefused when a file cannot be taken
   */
  public void add(Campaign campaign, String school, String account, TrainingDraft draft) {
    PlanService.requireOpen(campaign, school);
    Training training = TrainingRule.read(0, school, draft, 0, today(campaign));
    List<CheckedFile> added = checked(draft);
    database.useTransaction(
        tx -> {
          long id = trainings.insert(tx, campaign.id(), training);
          trainings.note(tx, id, now(), What.ADDED, account, training.summary());
          exchange(tx, id, account, added, draft.removed());
        });
  }

  /**
   * Puts something else in an entry's place.
   *
   * @param version of the entry that was looked at
   * @throws PlanRefused when there is no such entry, or somebody else has changed it
   * @throws cloud.laurel.store.InvalidInput as {@link #add} does
   * @throws cloud.laurel.input.FileRefused when a file cannot be taken
   */
  public void change(
      Campaign campaign, String school, String account, long id, int version, TrainingDraft draft) {
    PlanService.requireOpen(campaign, school);
    Training training = TrainingRule.read(id, school, draft, version, today(campaign));
    List<CheckedFile> added = checked(draft);
    database.useTransaction(
        tx -> {
          require(tx, campaign, school, id);
          if (!trainings.update(tx, training)) {
            throw new PlanRefused(Why.CHANGED);
          }
          trainings.note(tx, id, now(), What.CHANGED, account, training.summary());
          exchange(tx, id, account, added, draft.removed());
        });
  }

  /**
   * Takes an entry out of the log.
   *
   * @param version of the entry that was looked at
   * @throws PlanRefused when there is no such entry, or somebody else has changed it
   */
  public void remove(Campaign campaign, String school, String account, long id, int version) {
    PlanService.requireOpen(campaign, school);
    database.useTransaction(
        tx -> {
          Training training = require(tx, campaign, school, id);
          if (!trainings.remove(tx, id, version)) {
            throw new PlanRefused(Why.CHANGED);
          }
          trainings.note(tx, id, now(), What.REMOVED, account, training.summary());
        });
  }

  private Training require(Handle tx, Campaign campaign, String school, long id) {
    return trainings
        .find(tx, campaign.id(), school, id)
        .orElseThrow(() -> new PlanRefused(Why.UNKNOWN));
  }

  private static List<CheckedFile> checked(TrainingDraft draft) {
    return draft.files().stream().map(f -> f.checked(TYPES)).toList();
  }

  private void exchange(
      Handle tx, long id, String account, List<CheckedFile> added, Set<Long> removed) {
    List<Attachment> known = files.of(tx, id);
    List<Attachment> gone = known.stream().filter(f -> removed.contains(f.id())).toList();
    if (known.size() - gone.size() + added.size() > MAX_FILES) {
      throw new PlanRefused(Why.TOO_MANY_FILES);
    }
    for (Attachment file : gone) {
      files.remove(tx, file.id());
      trainings.note(tx, id, now(), What.FILE_REMOVED, account, file.name());
    }
    for (CheckedFile file : added) {
      files.add(tx, id, file);
      trainings.note(tx, id, now(), What.FILE_ADDED, account, file.name());
    }
  }

  private LocalDate today(Campaign campaign) {
    return campaign.dayOf(clock.instant());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

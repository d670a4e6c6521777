package cloud.laurel.roster;

import cloud.laurel.roster.RosterJob.Counts;
import cloud.laurel.roster.RosterJob.State;
import cloud.laurel.roster.RosterUpload.Org;
import cloud.laurel.store.Database;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Checks and applies files. A job belongs to one worker at a time, for as long as that says that it
 * lives; one whose server stopped is taken up again by the next, from its beginning: checking
 * stores nothing of the roster, and applying is one transaction that also ends the job.
 */
public final class RosterJobWorker {

  private static final Logger LOG = Logger.getLogger(RosterJobWorker.class.getName());
  private static final Duration BETWEEN_REPORTS = Duration.ofMillis(400);

  /** A file is personal data: one that nobody brings to an end is deleted. */
  private static final Duration KEPT = Duration.ofDays(14);

  private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

  private final Database database;
  private final RosterService roster;
  private final RosterJobService jobs;
  private final InstantSource clock;
  private final String holder = UUID.randomUUID().toString();
  private Instant nextCleaning = Instant.MIN;

  /** One for a database. */
  public RosterJobWorker(
      Database database, RosterService roster, RosterJobService jobs, InstantSource clock) {
    this.database = database;
    this.roster = roster;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * Does one step of one job.
   *
   * @return whether there was anything to do
   */
  public boolean work() {
    clean();
    Optional<RosterJob> next =
        database.inTransaction(tx -> new JobRepository(tx).claim(holder, clock.instant()));
    next.ifPresent(
        job -> {
          try {
            step(job);
          } catch (LostJob e) {
            LOG.log(Level.FINE, "LRL-03050 the roster upload {0} is no longer ours", job.id());
          } catch (RuntimeException | IOException e) {
            fail(job, e);
          }
        });
    return next.isPresent();
  }

  private void clean() {
    Instant now = clock.instant();
    if (!now.isBefore(nextCleaning)) {
      nextCleaning = now.plus(BETWEEN_CLEANINGS);
      database.read(h -> new JobRepository(h).forgotten(now.minus(KEPT))).forEach(jobs::cancel);
    }
  }

  private void fail(RosterJob job, Exception failure) {
    String incident = UUID.randomUUID().toString();
    LOG.log(
        Level.SEVERE,
        failure,
        () -> "LRL-03051 roster upload " + job.id() + " failed, " + incident);
    database.useTransaction(
        tx -> {
          JobRepository repository = new JobRepository(tx);
          if (repository.leave(job.id(), holder, job.state(), State.FAILED)) {
            repository.setIncident(job.id(), incident);
          }
        });
  }

  private void step(RosterJob job) throws IOException {
    Problems problems = new Problems();
    Progress progress = reporting(job);
    try (UploadedFile file = UploadedFile.receive(jobs.content(job.id()), problems)) {
      RosterFormat format = problems.isEmpty() ? file.format(problems) : RosterFormat.UNKNOWN;
      RosterService.checkEffective(job.effective(), problems);
      RosterUpload upload = roster.read(file, format, job.sender(), problems, progress);
      if (job.state() == State.CHECKING) {
        check(job, format, upload, problems, progress);
      } else {
        apply(job, upload, problems, progress);
      }
    }
  }

  private void check(
      RosterJob job,
      RosterFormat format,
      RosterUpload upload,
      Problems problems,
      Progress progress) {
    database.useTransaction(
        tx -> {
          JobRepository repository = new JobRepository(tx);
          PreviewRepository previews = new PreviewRepository(tx);
          long revision = new UploadRepository(tx).revision();
          Optional<RosterPlan> plan =
              problems.isEmpty()
                  ? Optional.of(
                      new RosterPlanner(tx, upload, job.effective(), job.sender())
                          .plan(problems, progress))
                  : Optional.empty();
          List<Problems.Finding> findings = problems.findings();
          tx.execute("DELETE FROM roster_job_problem WHERE job = ?", job.id());
          tx.execute("DELETE FROM roster_job_person WHERE job = ?", job.id());
          tx.execute("DELETE FROM roster_job_school WHERE job = ?", job.id());
          Counts counts = new Counts(upload.people().size(), 0, 0, 0, 0, 0);
          if (plan.isPresent() && findings.isEmpty()) {
            counts = store(tx, job, plan.get());
          } else {
            previews.store(job.id(), findings);
          }
          repository.setChecked(job.id(), format, revision, counts, findings.size());
          State to = findings.isEmpty() ? State.WAITING : State.REJECTED;
          if (!repository.leave(job.id(), holder, State.CHECKING, to)) {
            throw new LostJob();
          }
        });
  }

  private static Counts store(Handle tx, RosterJob job, RosterPlan plan) {
    Map<String, String> names = new HashMap<>();
    plan.upload.orgs().values().forEach(org -> names.put(org.code(), org.name()));
    SchoolIndex known = new SchoolRepository(tx).index();
    Set<String> codes = known.kinds().keySet();
    plan.schools
        .keySet()
        .forEach(code -> known.byCode(code).map(Org::name).ifPresent(n -> names.put(code, n)));
    return new PreviewRepository(tx).store(job.id(), plan, names, codes);
  }

  private void apply(RosterJob job, RosterUpload upload, Problems problems, Progress progress) {
    database.useTransaction(
        tx -> {
          JobRepository repository = new JobRepository(tx);
          UploadRepository uploads = new UploadRepository(tx);
          uploads.lock();
          Optional<RosterService.Applied> applied =
              problems.isEmpty() && uploads.revision() == job.revision()
                  ? roster.apply(tx, upload, job.effective(), job.sender(), problems, progress)
                  : Optional.empty();
          applied.ifPresent(
              a -> {
                repository.setUpload(job.id(), a.id());
                repository.empty(job.id());
              });
          if (applied.isEmpty()) {
            // somebody else was quicker: what was confirmed is no longer what would happen
            repository.setRechecked(job.id(), true);
          }
          State to = applied.isPresent() ? State.DONE : State.CHECKING;
          if (!repository.leave(job.id(), holder, State.APPLYING, to)) {
            throw new LostJob();
          }
        });
  }

  /** Tells the page how far it is, and everybody that this worker lives. */
  private Progress reporting(RosterJob job) {
    return new Progress() {
      private Instant next = clock.instant().plus(BETWEEN_REPORTS);

      @Override
      public void at(long done, long total) {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
          return;
        }
        next = now.plus(BETWEEN_REPORTS);
        boolean ours =
            database.inTransaction(
                tx -> new JobRepository(tx).progress(job.id(), holder, done, total, now));
        if (!ours) {
          throw new LostJob();
        }
      }
    };
  }

  /** Somebody else has the job now, or it was given up. */
  private static final class LostJob extends RuntimeException {}
}

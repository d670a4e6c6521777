package cloud.laurel.roster;

import cloud.laurel.roster.PersonChange.Kind;
import cloud.laurel.roster.RosterJob.SchoolLine;
import cloud.laurel.roster.RosterJob.State;
import cloud.laurel.roster.RosterJob.Trouble;
import cloud.laurel.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Leads files into the roster step by step, so that whoever sends one sees what it changes before
 * it does. The work itself is done by {@link RosterJobWorker}; where it stands is in the database.
 */
public final class RosterJobService {

  private static final int SHOWN = 20;

  private final Database database;
  private final InstantSource clock;

  /** One for a database. */
  public RosterJobService(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Takes a file in, to be checked.
   *
   * @param ticket of the form: a second time with the same one it is the same job
   * @return the job's number
   * @throws IOException when {@code file} cannot be read
   */
  public long submit(InputStream file, LocalDate effective, RosterSender sender, String ticket)
      throws IOException {
    Optional<RosterJob> known = byTicket(ticket);
    if (known.isPresent()) {
      return known.get().id();
    }
    // not run again after a collision, for the file has been read then
    try {
      return database.read(
          h ->
              h.inTransaction(
                  tx ->
                      new JobRepository(tx)
                          .insert(file, ticket, sender, effective, clock.instant())));
    } catch (org.jdbi.v3.core.JdbiException e) {
      return byTicket(ticket).orElseThrow(() -> e).id();
    }
  }

  private Optional<RosterJob> byTicket(String ticket) {
    return database.read(h -> new JobRepository(h).byTicket(ticket));
  }

  /** A job by its number. */
  public Optional<RosterJob> find(long id) {
    return database.read(h -> new JobRepository(h).find(id));
  }

  /** The newest jobs that are not over, a school's own or everybody's. */
  public List<RosterJob> open(Optional<String> school) {
    return database.read(h -> new JobRepository(h).open(school, SHOWN));
  }

  /** A page of the people in a preview. */
  public List<PersonChange> people(RosterJob job, Kind kind, int offset, int size) {
    return database.read(h -> new PreviewRepository(h).people(job.id(), kind, offset, size));
  }

  /** The schools in a preview, those that need a look first. */
  public List<SchoolLine> schools(RosterJob job) {
    return database.read(h -> new PreviewRepository(h).schools(job.id()));
  }

  /** A page of what is wrong with a file. */
  public List<Trouble> troubles(RosterJob job, int offset, int size) {
    return database.read(h -> new PreviewRepository(h).troubles(job.id(), offset, size));
  }

  /** What became of a confirmation. */
  public enum Confirmed {
    APPLYING,
    CHANGED_MEANWHILE,
    NEEDS_TICK,
    NOT_WAITING
  }

  /**
   * Lets a job that waits take effect.
   *
   * @param ticked whether somebody said that it is meant that many leave
   */
  public Confirmed confirm(long id, boolean ticked) {
    return database.inTransaction(
        tx -> {
          JobRepository jobs = new JobRepository(tx);
          Optional<RosterJob> job = jobs.lock(id);
          if (job.filter(j -> j.state() == State.APPLYING || j.state() == State.DONE).isPresent()) {
            return Confirmed.APPLYING;
          }
          if (job.filter(j -> j.state() == State.WAITING).isEmpty()) {
            return Confirmed.NOT_WAITING;
          }
          if (new UploadRepository(tx).revision() != job.get().revision()) {
            jobs.setRechecked(id, true);
            jobs.setState(id, State.CHECKING);
            return Confirmed.CHANGED_MEANWHILE;
          }
          if (!ticked
              && new PreviewRepository(tx).schools(id).stream().anyMatch(SchoolLine::isDrained)) {
            return Confirmed.NEEDS_TICK;
          }
          jobs.setState(id, State.APPLYING);
          return Confirmed.APPLYING;
        });
  }

  /** Checks a job once more, for another effective date. */
  public void redate(long id, LocalDate effective) {
    change(
        id,
        job -> job.state() == State.WAITING || job.state() == State.REJECTED,
        jobs -> {
          jobs.setEffective(id, effective);
          jobs.setRechecked(id, false);
          jobs.setState(id, State.CHECKING);
        });
  }

  /** Checks a job once more that failed. */
  public void retry(long id) {
    change(id, job -> job.state() == State.FAILED, jobs -> jobs.setState(id, State.CHECKING));
  }

  /** Gives a job up; its file is deleted. */
  public void cancel(long id) {
    change(
        id,
        RosterJob::isOpen,
        jobs -> {
          jobs.empty(id);
          jobs.setState(id, State.CANCELLED);
        });
  }

  private void change(
      long id, java.util.function.Predicate<RosterJob> when, Consumer<JobRepository> change) {
    database.useTransaction(
        tx -> {
          JobRepository jobs = new JobRepository(tx);
          if (jobs.lock(id).filter(when).isPresent()) {
            change.accept(jobs);
          }
        });
  }

  /** The file of a job, read part by part. */
  InputStream content(long id) {
    return new StagedFile(part -> database.read(h -> new JobRepository(h).part(id, part)));
  }
}

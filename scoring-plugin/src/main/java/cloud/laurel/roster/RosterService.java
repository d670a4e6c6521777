package cloud.laurel.roster;

import cloud.laurel.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Takes rosters in and tells who belongs where. */
public class RosterService {

  private final Database database;
  private final InstantSource clock;
  private final List<RosterObserver> observers;

  /**
   * A service on a migrated database.
   *
   * @param observers called in this order, in the transaction of each upload that is applied
   */
  public RosterService(Database database, InstantSource clock, List<RosterObserver> observers) {
    this.database = database;
    this.clock = clock;
    this.observers = List.copyOf(observers);
  }

  /**
   * Applies a OneRoster 1.1 CSV zip that no person sent, as {@link #importRoster} does.
   *
   * @throws UncheckedIOException when {@code zip} itself cannot be read
   */
  public RosterResult importOneRoster(InputStream zip, LocalDate effective) {
    return importRoster(zip, effective, RosterSender.NOBODY);
  }

  /**
   * Applies a OneRoster 1.1 CSV zip, our template as XLSX, or its columns as CSV, all or nothing.
   * People of the schools named in it who are missing from it have left as of {@code effective};
   * other schools are untouched, except that whoever is listed belongs to the listed schools alone.
   * An upload holds from its effective date until that of the next later one that names the same
   * school, whichever arrives first.
   *
   * @param file the upload; read to its end or the largest size allowed, not closed
   * @param effective first day on which it holds
   * @return what it did, or every problem (at most 1000) when it was not applied
   * @throws UncheckedIOException when {@code file} itself cannot be read
   */
  public RosterResult importRoster(InputStream file, LocalDate effective, RosterSender sender) {
    Problems problems = new Problems();
    try (UploadedFile upload = UploadedFile.receive(file, problems)) {
      if (!problems.isEmpty()) {
        return refused(0, 0, problems);
      }
      checkEffective(effective, problems);
      RosterUpload read = read(upload, upload.format(problems), sender, problems, Progress.NONE);
      return problems.isEmpty()
          ? database.inTransaction(
              tx ->
                  apply(tx, read, effective, sender, problems, Progress.NONE)
                      .map(Applied::result)
                      .orElseGet(() -> refused(read, problems)))
          : refused(read, problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** When a school was named by an upload last. */
  public record LastUpload(LocalDate effective, Instant uploadedAt) {}

  /** When each school was named by an upload last, by code; undone ones do not count. */
  public Map<String, LastUpload> lastUploads() {
    return database.read(h -> new UploadRepository(h).last());
  }

  /** Somebody by the name they sign in as. */
  public Optional<Person> findByUsername(String username) {
    return isPlain(username)
        ? database.read(h -> new MembershipRepository(h).byUsername(username))
        : Optional.empty();
  }

  /** Somebody by account. */
  public Optional<Person> find(String account) {
    return isPlain(account)
        ? database.read(h -> Optional.ofNullable(byAccounts(h, List.of(account)).get(account)))
        : Optional.empty();
  }

  /**
   * Those of the accounts that are on the roster, by account; one statement.
   *
   * @param tx the caller's transaction
   */
  public Map<String, Person> byAccounts(Handle tx, Collection<String> accounts) {
    return accounts.isEmpty() ? Map.of() : new MembershipRepository(tx).people(accounts);
  }

  /** Holds the roster as it is until the transaction ends; waits for an upload to be applied. */
  public void hold(Handle tx) {
    new UploadRepository(tx).lock();
  }

  /** The schools that an account administers on a day, by name. */
  public List<School> administers(String account, LocalDate day) {
    return database.read(h -> new SchoolRepository(h).administeredBy(account, day));
  }

  /** Names of the central schools by code. */
  public Map<String, String> centralNames() {
    return database.read(h -> new SchoolRepository(h).centralNames());
  }

  /** Every school, by name; central schools and districts are not among them. */
  public List<School> schools() {
    return database.read(h -> new SchoolRepository(h).all());
  }

  /** A school by its code. */
  public Optional<School> school(String code) {
    return isPlain(code)
        ? database.read(h -> new SchoolRepository(h).byCode(code))
        : Optional.empty();
  }

  /** The schools with an official or other name; padding is ignored. */
  public List<School> schoolsNamed(String name) {
    return isPlain(name)
        ? database.read(h -> new SchoolRepository(h).byName(DisplayNameRule.tidy(name)))
        : List.of();
  }

  /**
   * Finds schools by official or other name, as {@link #schoolsNamed} does, however many names are
   * asked for.
   *
   * @param schools every school
   */
  public Function<String, List<School>> schoolsByName(Collection<School> schools) {
    SchoolIndex index = database.read(h -> new SchoolRepository(h).index());
    Map<String, School> byCode =
        schools.stream().collect(Collectors.toMap(School::code, Function.identity()));
    return name ->
        index.byName(name).stream()
            .sorted()
            .flatMap(code -> Optional.ofNullable(byCode.get(code)).stream())
            .toList();
  }

  static void checkEffective(LocalDate effective, Problems problems) {
    if (effective.getYear() < 1990 || effective.getYear() > 2200) {
      problems.add("", 0, "effective", RosterProblem.EFFECTIVE_RANGE);
    }
  }

  /** What a file says; to be used only when there are no problems. */
  RosterUpload read(
      UploadedFile file,
      RosterFormat format,
      RosterSender sender,
      Problems problems,
      Progress progress)
      throws IOException {
    SchoolIndex known = database.read(h -> new SchoolRepository(h).index());
    return new UploadReader(known, sender.school(), problems, progress).read(file, format);
  }

  /** What an upload became. */
  record Applied(RosterResult result, long id) {}

  /** Applies what was read in the caller's transaction; empty when it only added problems. */
  Optional<Applied> apply(
      Handle tx,
      RosterUpload upload,
      LocalDate effective,
      RosterSender sender,
      Problems problems,
      Progress progress) {
    new UploadRepository(tx).lock();
    beforeChange(tx);
    RosterPlan plan = new RosterPlanner(tx, upload, effective, sender).plan(problems, progress);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    long id = new RosterImport(tx).write(plan, clock.instant());
    changed(tx, effective, plan.concernedSchools, plan.concerned);
    return Optional.of(new Applied(plan.result(), id));
  }

  /** Tells the observers, in the transaction that changed something. */
  void changed(Handle tx, LocalDate effective, Set<String> schools, Set<String> accounts) {
    RosterObserver.Change change = new RosterObserver.Change(effective, schools, accounts);
    observers.forEach(observer -> observer.onRosterChange(tx, change));
  }

  void beforeChange(Handle tx) {
    observers.forEach(observer -> observer.beforeRosterChange(tx));
  }

  /** PostgreSQL refuses a NUL even in a question; nothing on the roster holds such characters. */
  private static boolean isPlain(String text) {
    return TidyText.forbiddenIn(text).isEmpty();
  }

  private static RosterResult refused(RosterUpload upload, Problems problems) {
    return refused(upload.named().size(), upload.people().size(), problems);
  }

  private static RosterResult refused(int schools, int people, Problems problems) {
    return new RosterResult(schools, people, 0, 0, 0, problems.inFileOrder());
  }
}

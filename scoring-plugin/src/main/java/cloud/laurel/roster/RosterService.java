package cloud.laurel.roster;

import cloud.laurel.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
   * Applies a OneRoster 1.1 CSV zip, all or nothing. People of the schools named in it who are
   * missing from it have left as of {@code effective}; other schools are untouched, except that
   * whoever is listed belongs to the listed schools alone. An upload holds from its effective date
   * until that of the next later one that names the same school, whichever arrives first.
   *
   * @param zip the upload; read to its end or the largest size allowed, not closed
   * @param effective first day on which it holds
   * @return what it did, or every problem (at most 1000) when it was not applied
   * @throws UncheckedIOException when {@code zip} itself cannot be read
   */
  public RosterResult importOneRoster(InputStream zip, LocalDate effective) {
    Problems problems = new Problems();
    if (effective.getYear() < 1990 || effective.getYear() > 2200) {
      problems.add("", 0, "effective", "The effective date must lie between 1990 and 2200.");
    }
    try (RosterArchive archive = RosterArchive.receive(zip, problems)) {
      if (!archive.isReadable()) {
        return refused(0, 0, problems);
      }
      Map<String, OrgKind> onRecord = database.read(h -> new SchoolRepository(h).kinds());
      RosterUpload upload = new RosterReader(onRecord, problems).read(archive);
      return problems.isEmpty()
          ? database.inTransaction(tx -> apply(tx, upload, effective, problems))
          : refused(upload.named().size(), upload.people().size(), problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private RosterResult apply(
      Handle tx, RosterUpload upload, LocalDate effective, Problems problems) {
    new UploadRepository(tx).lock();
    observers.forEach(observer -> observer.beforeRosterChange(tx));
    RosterImport roster = new RosterImport(tx, upload, effective);
    Optional<RosterObserver.Change> change = roster.apply(problems);
    if (change.isEmpty()) {
      return refused(upload.named().size(), upload.people().size(), problems);
    }
    RosterResult result = roster.conclude(clock.instant());
    observers.forEach(observer -> observer.onRosterChange(tx, change.get()));
    return result;
  }

  /** PostgreSQL refuses a NUL even in a question; nothing on the roster holds such characters. */
  private static boolean isPlain(String text) {
    return TidyText.forbiddenIn(text).isEmpty();
  }

  private static RosterResult refused(int schools, int people, Problems problems) {
    return new RosterResult(schools, people, 0, 0, 0, problems.inFileOrder());
  }
}

package cloud.laurel.roster;

import cloud.laurel.store.Database;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What officers and schools do about the roster besides sending files: look, name, undo. */
public final class RosterDeskService {

  private static final String FOREIGN_KEY = "23503";

  private final Database database;
  private final RosterService roster;
  private final InstantSource clock;

  /** One for a database. */
  public RosterDeskService(Database database, RosterService roster, InstantSource clock) {
    this.database = database;
    this.roster = roster;
    this.clock = clock;
  }

  /** How many schools match a text; all when it is empty. */
  public int countSchools(String text) {
    return database.read(h -> new DeskRepository(h).countSchools(text));
  }

  /** A page of schools as they stand on a day. */
  public List<RosterState> schools(RosterState.Query query, LocalDate day) {
    return database.read(h -> new DeskRepository(h).schools(query, day));
  }

  /** One school as it stands on a day. */
  public Optional<RosterState> school(String code, LocalDate day) {
    return database.read(h -> new DeskRepository(h).school(code, day));
  }

  /** How many uploads there were, for a school or at all. */
  public int countUploads(Optional<String> school) {
    return database.read(h -> new DeskRepository(h).countUploads(school));
  }

  /** A page of the history, the newest first: of a school, or all of it. */
  public List<UploadEntry> uploads(Optional<String> school, int offset, int size) {
    return database.read(h -> new DeskRepository(h).uploads(school, offset, size));
  }

  /** An upload by its number. */
  public Optional<UploadEntry> upload(long id) {
    return database.read(h -> new DeskRepository(h).upload(id));
  }

  /** What became of an undo. */
  public enum Undone {
    DONE,
    NOT_FOUND,
    LATER_UPLOAD,
    CHANGED_SINCE,
    IN_USE
  }

  /**
   * Makes the roster what it was before an upload, which must be the last change of all.
   *
   * @param school the school whose own upload it must be; empty for the bureau, who may undo any
   */
  public Undone undo(long id, String by, Optional<String> school) {
    try {
      return database.inTransaction(tx -> undo(tx, id, by, school));
    } catch (org.jdbi.v3.core.JdbiException e) {
      if (e.getCause() instanceof SQLException sql && FOREIGN_KEY.equals(sql.getSQLState())) {
        return Undone.IN_USE;
      }
      throw e;
    }
  }

  private Undone undo(Handle tx, long id, String by, Optional<String> school) {
    UploadRepository uploads = new UploadRepository(tx);
    uploads.lock();
    DeskRepository desk = new DeskRepository(tx);
    Optional<UploadEntry> found = desk.upload(id).filter(u -> u.undoneAt().isEmpty());
    if (found.isEmpty() || school.isPresent() && !isOwn(tx, found.get(), school.get())) {
      return Undone.NOT_FOUND;
    }
    if (!found.get().last()) {
      return desk.hasLater(id) ? Undone.LATER_UPLOAD : Undone.CHANGED_SINCE;
    }
    roster.beforeChange(tx);
    UndoRepository undo = new UndoRepository(tx);
    Set<String> schools = undo.schools(id);
    Set<String> accounts = undo.judged();
    undo.restore(id);
    uploads.setUndone(id, by, clock.instant());
    uploads.advance();
    roster.changed(tx, found.get().effective(), schools, accounts);
    return Undone.DONE;
  }

  private static boolean isOwn(Handle tx, UploadEntry upload, String school) {
    return upload.own() && new UploadRepository(tx).names(upload.id(), school);
  }

  /** What became of another name. */
  public enum Named {
    DONE,
    EMPTY,
    TOO_LONG,
    CONTROL_CHARACTER,
    TAKEN,
    UNKNOWN_SCHOOL
  }

  /** Gives a school another name, under which uploads find it. */
  public Named addAlias(String code, String name, LocalDate today) {
    String tidy = DisplayNameRule.tidy(name);
    OptionalInt forbidden = TidyText.forbiddenIn(tidy);
    if (tidy.isEmpty() || tidy.length() > CsvRow.MAX_NAME || forbidden.isPresent()) {
      return tidy.isEmpty()
          ? Named.EMPTY
          : forbidden.isPresent() ? Named.CONTROL_CHARACTER : Named.TOO_LONG;
    }
    return database.inTransaction(
        tx -> {
          UploadRepository uploads = new UploadRepository(tx);
          uploads.lock();
          SchoolRepository schools = new SchoolRepository(tx);
          if (schools.byCode(code).isEmpty()) {
            return Named.UNKNOWN_SCHOOL;
          }
          List<School> others = schools.byName(tidy);
          if (others.stream().anyMatch(s -> !s.code().equals(code))) {
            return Named.TAKEN;
          }
          if (others.isEmpty()) {
            schools.addAlias(code, tidy, today);
            uploads.advance();
          }
          return Named.DONE;
        });
  }

  /** Takes another name from a school. */
  public void removeAlias(String code, String alias, LocalDate today) {
    database.useTransaction(
        tx -> {
          UploadRepository uploads = new UploadRepository(tx);
          uploads.lock();
          if (new SchoolRepository(tx).removeAlias(code, alias, today)) {
            uploads.advance();
          }
        });
  }
}

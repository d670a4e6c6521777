package cloud.laurel.roster;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Takes rosters in and tells who belongs where. */
public class RosterService {

  public java.util.Map<String, Person> byAccounts(
      org.jdbi.v3.core.Handle tx, java.util.Collection<String> accounts) {
    throw new UnsupportedOperationException();
  }

  /**
   * Applies a OneRoster 1.1 CSV zip, all or nothing. People of the schools named in it who are
   * missing from it have left as of {@code effective}; other schools are untouched.
   *
   * @param zip the upload; read to its end, not closed
   * @param effective first day on which it holds
   */
  public RosterResult importOneRoster(InputStream zip, LocalDate effective) {
    throw new UnsupportedOperationException();
  }

  /** Somebody by the name they sign in as. */
  public Optional<Person> findByUsername(String username) {
    throw new UnsupportedOperationException();
  }

  /** Somebody by account. */
  public Optional<Person> find(String account) {
    throw new UnsupportedOperationException();
  }

  /** Every school, by name. */
  public List<School> schools() {
    throw new UnsupportedOperationException();
  }

  /** A school by its code. */
  public Optional<School> school(String code) {
    throw new UnsupportedOperationException();
  }
}

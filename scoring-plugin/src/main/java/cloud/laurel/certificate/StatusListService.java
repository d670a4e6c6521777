package cloud.laurel.certificate;

import cloud.laurel.store.Database;
import java.util.BitSet;
import java.util.Optional;

/** Which certificates no longer count, as bits among many that say nothing of whose they are. */
public class StatusListService {

  private final Database database;
  private final StatusRepository statuses = new StatusRepository();

  /** One for a database. */
  public StatusListService(Database database) {
    this.database = database;
  }

  /**
   * The places of a list ({@link StatusEntry#index}) whose certificates were revoked or replaced.
   * One that is withheld at the person's request still counts. One statement.
   *
   * @return empty when no certificate has a place in such a list
   */
  public Optional<BitSet> ended(int list) {
    return database.read(tx -> statuses.ended(tx, list));
  }
}

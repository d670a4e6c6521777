package cloud.laurel.certificate;

import java.security.SecureRandom;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/** The places of credentials in status lists. */
final class StatusRepository {

  private static final RandomGenerator RANDOM = new SecureRandom();

  /** In the answer, beside the places: that there is such a list. */
  private static final int THERE = -1;

  /** The place of a certificate's credential, which is drawn when it has none. */
  StatusEntry entry(Handle tx, long certificate) {
    Optional<StatusEntry> entry = find(tx, certificate);
    while (entry.isEmpty()) {
      StatusEntry drawn = StatusEntry.draw(certificate, RANDOM);
      tx.execute(
          "INSERT INTO certificate_status (certificate, status_list, status_index) VALUES"
              + " (?, ?, ?) ON CONFLICT DO NOTHING",
          certificate,
          drawn.list(),
          drawn.index());
      entry = find(tx, certificate);
    }
    return entry.get();
  }

  private static Optional<StatusEntry> find(Handle tx, long certificate) {
    return tx.createQuery(
            "SELECT status_list, status_index FROM certificate_status WHERE certificate = :id")
        .bind("id", certificate)
        .map(
            (row, context) ->
                new StatusEntry(row.getInt("status_list"), row.getInt("status_index")))
        .findOne();
  }

  /** The places of a list whose certificates no longer count; empty when there is no such list. */
  Optional<BitSet> ended(Handle tx, int list) {
    List<Integer> places =
        tx.createQuery(
                "SELECT "
                    + THERE
                    + " AS place WHERE EXISTS (SELECT 1 FROM certificate_status WHERE status_list ="
                    + " :list) UNION ALL SELECT s.status_index FROM certificate_status s JOIN"
                    + " certificate c ON c.id = s.certificate WHERE s.status_list = :list AND"
                    + " c.state NOT IN ('WAITING', 'VALID')")
            .bind("list", list)
            .mapTo(Integer.class)
            .list();
    BitSet ended = new BitSet(StatusEntry.LENGTH);
    places.stream().filter(place -> place != THERE).forEach(ended::set);
    return places.isEmpty() ? Optional.empty() : Optional.of(ended);
  }
}

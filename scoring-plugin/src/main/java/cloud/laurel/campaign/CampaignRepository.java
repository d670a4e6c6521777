package cloud.laurel.campaign;

import cloud.laurel.campaign.Campaign.State;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** Campaigns in the database. A definition never changes once stored, so its reading is kept. */
final class CampaignRepository {

  private final Map<Integer, Campaign> read = new ConcurrentHashMap<>();

  /** Stores a new campaign; empty when its code exists. */
  Optional<Integer> insert(Handle tx, Campaign campaign) {
    return tx.createUpdate(
            "INSERT INTO campaign (code, definition, state, scoring_from, scoring_to, created_at)"
                + " SELECT :code, :definition, :state, :from, :to, :createdAt"
                + " WHERE NOT EXISTS (SELECT 1 FROM campaign WHERE code = :code)")
        .bind("code", campaign.code())
        .bind("definition", campaign.definition())
        .bind("state", campaign.state().name())
        .bind("from", campaign.from())
        .bind("to", campaign.to())
        .bind("createdAt", campaign.createdAt().atOffset(ZoneOffset.UTC))
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Integer.class)
        .findOne();
  }

  boolean close(Handle tx, String code) {
    return tx.execute("UPDATE campaign SET state = 'CLOSED' WHERE code = ?", code) == 1;
  }

  Optional<Campaign> find(Handle tx, String code) {
    return tx.createQuery("SELECT id, state, created_at FROM campaign WHERE code = :code")
        .bind("code", code)
        .map(
            (row, context) ->
                load(
                    tx,
                    row.getInt("id"),
                    state(row.getString("state")),
                    row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .findOne();
  }

  List<Campaign> all(Handle tx) {
    return tx.createQuery(
            "SELECT id, state, created_at FROM campaign ORDER BY scoring_from DESC, id DESC")
        .map(
            (row, context) ->
                load(
                    tx,
                    row.getInt("id"),
                    state(row.getString("state")),
                    row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private Campaign load(Handle tx, int id, State state, Instant createdAt) {
    Campaign known = read.get(id);
    if (known == null || known.state() != state) {
      String definition =
          tx.createQuery("SELECT definition FROM campaign WHERE id = :id")
              .bind("id", id)
              .mapTo(String.class)
              .one();
      known = CampaignReader.read(id, definition, state, createdAt);
      read.put(id, known);
    }
    return known;
  }

  private static State state(String name) {
    return State.valueOf(name);
  }
}

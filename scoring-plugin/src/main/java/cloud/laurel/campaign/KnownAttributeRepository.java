package cloud.laurel.campaign;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Known attributes in the database. */
final class KnownAttributeRepository {

  /** Adds what no other node has added in the meantime. */
  void insert(Handle tx, Collection<KnownAttribute> attributes) {
    PreparedBatch batch =
        tx.prepareBatch(
            "INSERT INTO known_attribute (type, name, kind, example) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING");
    attributes.forEach(a -> batch.add(a.type(), a.name(), a.kind().name(), a.example()));
    batch.execute();
  }

  List<KnownAttribute> of(Handle tx, Collection<String> types) {
    return tx.createQuery(
            "SELECT type, name, kind, example FROM known_attribute WHERE type = ANY(:types)"
                + " ORDER BY name, type")
        .bindArray("types", String.class, types)
        .map(
            (row, context) ->
                new KnownAttribute(
                    row.getString("type"),
                    row.getString("name"),
                    KnownAttribute.Kind.valueOf(row.getString("kind")),
                    row.getString("example")))
        .list();
  }
}

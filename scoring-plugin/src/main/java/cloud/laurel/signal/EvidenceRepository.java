package cloud.laurel.signal;

import cloud.laurel.signal.Evidence.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Query;

/** Reads the actions behind many findings at once: the latest of each, and how many there are. */
final class EvidenceRepository {

  /** The columns of an action of its own, to which a query adds {@code k}, its finding's key. */
  static final String ACTION =
      " g.account, g.school, j.id, j.type, j.occurred_at, g.indicator, g.points, ";

  /** For queries without another side and without an end. */
  static final String ALONE =
      " CAST(NULL AS VARCHAR) AS other, CAST(NULL AS TIMESTAMP WITH TIME ZONE) AS ended_at ";

  /** The actions behind one finding. */
  record Rows(List<Row> latest, List<String> schools, long total) {

    /** The school of all that is shown, if it is the same. */
    Optional<String> school() {
      return schools.size() == 1 ? Optional.of(schools.get(0)) : Optional.empty();
    }
  }

  private record Read(String key, Row row, Optional<String> school, long total) {}

  /**
   * Reads.
   *
   * @param sql gives the columns {@code k}, those of {@link #ACTION}, {@code other}, {@code
   *     ended_at}
   * @param query makes a query of the whole statement and binds its values
   */
  Map<String, Rows> read(String sql, Function<String, Query> query) {
    String latest =
        "SELECT * FROM (SELECT r.*, ROW_NUMBER() OVER (PARTITION BY r.k"
            + " ORDER BY r.occurred_at DESC, r.id DESC, r.account) AS n,"
            + " COUNT(*) OVER (PARTITION BY r.k) AS total FROM ("
            + sql
            + ") r) x WHERE x.n <= "
            + Evidence.MOST
            + " ORDER BY x.k, x.n";
    Map<String, List<Read>> byKey = new LinkedHashMap<>();
    query
        .apply(latest)
        .map((row, context) -> read(row))
        .forEach(read -> byKey.computeIfAbsent(read.key(), k -> new ArrayList<>()).add(read));
    Map<String, Rows> found = new LinkedHashMap<>();
    byKey.forEach(
        (key, reads) ->
            found.put(
                key,
                new Rows(
                    reads.stream().map(Read::row).toList(),
                    reads.stream().flatMap(r -> r.school().stream()).distinct().toList(),
                    reads.get(0).total())));
    return found;
  }

  private static Read read(ResultSet row) throws SQLException {
    return new Read(
        row.getString("k"),
        new Row(
            row.getString("account"),
            Optional.of(row.getObject("occurred_at", OffsetDateTime.class).toInstant()),
            Optional.of(row.getString("id")),
            Optional.of(row.getString("type")),
            Optional.of(row.getString("indicator")),
            row.getLong("points"),
            Optional.ofNullable(row.getString("other")),
            Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)),
        Optional.ofNullable(row.getString("school")),
        row.getLong("total"));
  }
}

package cloud.laurel.course;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Rules.Honour;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds how many of the leading teachers each school has, on the reference day of rule R6. */
final class LeaderReader {

  /** Where no honour says how many lead: as many of the teachers as the notice's 64 of 3,772. */
  private static final long PER_MILLE = 17;

  private static final String TEACHERS =
      " FROM person_total t JOIN membership m ON m.account = t.account AND m.role = 'TEACHER'"
          + " AND m.valid_from <= :day AND (m.valid_to IS NULL OR m.valid_to > :day)"
          + " WHERE t.book = :book AND t.role = 'TEACHER'";

  private final Campaign campaign;
  private final LocalDate day;

  LeaderReader(Campaign campaign, LocalDate day) {
    this.campaign = campaign;
    this.day = day;
  }

  /**
   * How many teachers are meant to lead: as many as are honoured.
   *
   * @param teachers how many there are
   */
  int places(long teachers) {
    return campaign.honours().stream()
        .filter(honour -> honour.of().equals(Optional.of(Honour.Of.TEACHER)))
        .map(Honour::quota)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse((int) Math.max(1, teachers * PER_MILLE / 1000));
  }

  /** By school; who is tied with the last one leads too (rule R8). */
  Map<String, Integer> leaders(Handle tx, int places) {
    Map<String, Integer> leaders = new TreeMap<>();
    query(
            tx,
            "SELECT w.school, count(*) FROM (SELECT t.account, min(m.school) AS school"
                + TEACHERS
                + schools()
                + " AND t.points >= :least GROUP BY t.account) w GROUP BY w.school")
        .bind("least", least(tx, places))
        .map((row, context) -> leaders.put(row.getString(1), row.getInt(2)))
        .list();
    return leaders;
  }

  /** The points of the last one who leads; 1 when fewer have any. */
  private long least(Handle tx, int places) {
    return query(
            tx,
            "SELECT w.points FROM (SELECT DISTINCT t.account, t.points"
                + TEACHERS
                + schools()
                + " AND t.points > 0) w ORDER BY w.points DESC LIMIT 1 OFFSET :before")
        .bind("before", places - 1)
        .mapTo(Long.class)
        .findOne()
        .orElse(1L);
  }

  private String schools() {
    return campaign.schools().isEmpty() ? "" : " AND m.school = ANY(:schools)";
  }

  private Query query(Handle tx, String sql) {
    Query query = tx.createQuery(sql).bind("book", campaign.book()).bind("day", day);
    return campaign.schools().isEmpty()
        ? query
        : query.bindArray("schools", String.class, List.copyOf(campaign.schools()));
  }
}

package cloud.laurel.plan;

import cloud.laurel.plan.CentralSchool.Holder;
import cloud.laurel.roster.School;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Central schools and who acts for them. */
final class CentralRepository {

  private static final String ADMINISTERS =
      " EXISTS (SELECT 1 FROM membership m WHERE m.account = p.account AND m.school = s.code"
          + " AND m.role = 'ADMINISTRATOR' AND m.valid_from <= :day"
          + " AND (m.valid_to IS NULL OR m.valid_to > :day))";

  /** Names by code. */
  Map<String, String> names(Handle tx) {
    return tx
        .createQuery("SELECT code, name FROM school WHERE kind = 'CENTRAL' ORDER BY name, code")
        .map((row, context) -> Map.entry(row.getString("code"), row.getString("name")))
        .list()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
  }

  /** Who acts for central schools, by code. */
  Map<String, List<Holder>> desks(Handle tx, LocalDate day) {
    return tx
        .createQuery(
            "SELECT d.central, p.account, p.name, s.name AS school FROM central_desk d"
                + " JOIN person p ON p.account = d.account"
                + " JOIN school s ON s.parent = d.central AND"
                + ADMINISTERS
                + " ORDER BY p.name, p.account, s.name")
        .bind("day", day)
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("central"),
                    new Holder(
                        row.getString("account"), row.getString("name"), row.getString("school"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** Who administers one of the schools under a central school. */
  List<Holder> candidates(Handle tx, String central, LocalDate day) {
    return tx.createQuery(
            "SELECT DISTINCT p.account, p.name, s.name AS school FROM school s"
                + " JOIN membership a ON a.school = s.code AND a.role = 'ADMINISTRATOR'"
                + " AND a.valid_from <= :day AND (a.valid_to IS NULL OR a.valid_to > :day)"
                + " JOIN person p ON p.account = a.account"
                + " WHERE s.parent = :central AND s.kind = 'SCHOOL'"
                + " ORDER BY s.name, p.name, p.account")
        .bind("central", central)
        .bind("day", day)
        .map(
            (row, context) ->
                new Holder(
                    row.getString("account"), row.getString("name"), row.getString("school")))
        .list();
  }

  /** The schools of the central schools that somebody acts for and still belongs to, by name. */
  List<School> schools(Handle tx, String account, LocalDate day) {
    return tx.createQuery(
            "SELECT o.code, o.name, o.parent FROM school o WHERE o.kind = 'SCHOOL' AND o.parent IN"
                + " (SELECT d.central FROM central_desk d"
                + " JOIN person p ON p.account = d.account"
                + " JOIN school s ON s.parent = d.central AND"
                + ADMINISTERS
                + " WHERE d.account = :account) ORDER BY o.name, o.code")
        .bind("account", account)
        .bind("day", day)
        .map(
            (row, context) ->
                new School(
                    row.getString("code"),
                    row.getString("name"),
                    Optional.of(row.getString("parent"))))
        .list();
  }

  void assign(Handle tx, String central, String account) {
    tx.createUpdate(
            "INSERT INTO central_desk (central, account) VALUES (:central, :account)"
                + " ON CONFLICT DO NOTHING")
        .bind("central", central)
        .bind("account", account)
        .execute();
  }

  void release(Handle tx, String central, String account) {
    tx.execute("DELETE FROM central_desk WHERE central = ? AND account = ?", central, account);
  }
}

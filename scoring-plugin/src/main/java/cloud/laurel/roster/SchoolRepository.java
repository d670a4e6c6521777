package cloud.laurel.roster;

import cloud.laurel.roster.RosterUpload.Org;
import cloud.laurel.roster.RosterUpload.Told;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Schools, central schools and districts. */
final class SchoolRepository {

  private static final String SELECT =
      """
      SELECT s.code, s.name, c.code AS central FROM school s
      LEFT JOIN school c ON c.code = s.parent AND c.kind = 'CENTRAL'
      WHERE s.kind = 'SCHOOL'""";

  private final Handle tx;

  SchoolRepository(Handle tx) {
    this.tx = tx;
  }

  List<School> all() {
    return schools(tx.createQuery(SELECT + " ORDER BY s.name, s.code"));
  }

  Optional<School> byCode(String code) {
    return schools(tx.createQuery(SELECT + " AND s.code = :code").bind("code", code)).stream()
        .findFirst();
  }

  /** By official or other name, exactly. */
  List<School> byName(String name) {
    return schools(
        tx.createQuery(
                SELECT
                    + """
                       AND (s.name = :name
                        OR s.code IN (SELECT a.school FROM school_alias a WHERE a.alias = :name))
                      ORDER BY s.name, s.code""")
            .bind("name", name));
  }

  Map<String, String> centralNames() {
    return tx
        .createQuery("SELECT code, name FROM school WHERE kind = 'CENTRAL'")
        .map((row, c) -> Map.entry(row.getString("code"), row.getString("name")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  List<School> administeredBy(String account, LocalDate day) {
    return schools(
        tx.createQuery(
                SELECT
                    + """
                       AND s.code IN (
                        SELECT m.school FROM membership m
                        WHERE m.account = :account AND m.role = 'ADMINISTRATOR'
                          AND m.valid_from <= :day AND (m.valid_to IS NULL OR m.valid_to > :day))
                      ORDER BY s.name, s.code""")
            .bind("account", account)
            .bind("day", Sql.date(day)));
  }

  /** Everything on record with its other names, districts included. */
  SchoolIndex index() {
    Map<String, List<String>> aliases = new HashMap<>();
    tx.createQuery("SELECT alias, school FROM school_alias ORDER BY alias")
        .map(
            (row, c) ->
                aliases
                    .computeIfAbsent(row.getString("school"), s -> new ArrayList<>())
                    .add(row.getString("alias")))
        .list();
    return new SchoolIndex(
        tx.createQuery("SELECT code, name, kind, parent FROM school")
            .map(
                (row, c) ->
                    new Org(
                        0,
                        row.getString("code"),
                        row.getString("name"),
                        OrgKind.valueOf(row.getString("kind")),
                        Sql.text(row, "parent"),
                        aliases.getOrDefault(row.getString("code"), List.of())))
            .list());
  }

  /** Takes over what an upload says, unless a later one has said something else already. */
  void store(Iterable<Org> orgs, LocalDate effective, Told told) {
    Map<String, LocalDate> described = dates("described_as_of");
    Map<String, LocalDate> aliased = dates("aliases_as_of");
    PreparedBatch insert =
        tx.prepareBatch(
            """
            INSERT INTO school (code, name, kind, parent, described_as_of)
            VALUES (:code, :name, :kind, :parent, :effective)""");
    PreparedBatch update =
        tx.prepareBatch(
            """
            UPDATE school SET name = :name, kind = :kind, parent = :parent,
              described_as_of = :effective WHERE code = :code""");
    for (Org org : orgs) {
      LocalDate known = described.get(org.code());
      if (known == null || told.schools() && !known.isAfter(effective)) {
        (known == null ? insert : update)
            .bind("code", org.code())
            .bind("name", org.name())
            .bind("kind", org.kind().name())
            .bind("parent", Sql.text(org.parent()))
            .bind("effective", Sql.date(effective))
            .add();
      }
    }
    execute(insert);
    execute(update);
    if (told.aliases()) {
      storeAliases(orgs, effective, aliased);
    }
  }

  /** Adds another name; uploads of earlier effective dates do not take it away again. */
  void addAlias(String code, String alias, LocalDate today) {
    tx.execute("INSERT INTO school_alias (alias, school) VALUES (?, ?)", alias, code);
    setAliased(code, today);
  }

  /** Removes another name; false when there was none. */
  boolean removeAlias(String code, String alias, LocalDate today) {
    setAliased(code, today);
    return tx.execute("DELETE FROM school_alias WHERE school = ? AND alias = ?", code, alias) > 0;
  }

  private void setAliased(String code, LocalDate today) {
    tx.createUpdate(
            "UPDATE school SET aliases_as_of = GREATEST(aliases_as_of, CAST(:today AS DATE))"
                + " WHERE code = :code")
        .bind("code", code)
        .bind("today", Sql.date(today))
        .execute();
  }

  private void storeAliases(
      Iterable<Org> orgs, LocalDate effective, Map<String, LocalDate> aliased) {
    PreparedBatch clear = tx.prepareBatch("DELETE FROM school_alias WHERE school = :code");
    PreparedBatch date =
        tx.prepareBatch("UPDATE school SET aliases_as_of = :effective WHERE code = :code");
    PreparedBatch insert =
        tx.prepareBatch("INSERT INTO school_alias (alias, school) VALUES (:alias, :code)");
    for (Org org : orgs) {
      LocalDate known = aliased.get(org.code());
      if (known == null || !known.isAfter(effective)) {
        clear.bind("code", org.code()).add();
        date.bind("code", org.code()).bind("effective", Sql.date(effective)).add();
        org.aliases().stream()
            .distinct()
            .forEach(alias -> insert.bind("alias", alias).bind("code", org.code()).add());
      }
    }
    execute(clear);
    execute(date);
    execute(insert);
  }

  private Map<String, LocalDate> dates(String column) {
    Map<String, LocalDate> dates = new HashMap<>();
    tx.createQuery("SELECT code, " + column + " FROM school")
        .map((row, c) -> dates.put(row.getString("code"), Sql.date(row, column)) == null)
        .list();
    return dates;
  }

  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static List<School> schools(Query query) {
    return query
        .map(
            (row, c) ->
                new School(row.getString("code"), row.getString("name"), Sql.text(row, "central")))
        .list();
  }
}

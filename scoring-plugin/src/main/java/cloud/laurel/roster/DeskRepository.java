package cloud.laurel.roster;

import cloud.laurel.campaign.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What the pages list: schools as they stand, and uploads. A few statements a page, however long.
 */
final class DeskRepository {

  private static final String LAST =
      """
       LEFT JOIN (SELECT n.school, max(n.upload) AS upload FROM roster_upload_school n
         JOIN roster_upload v ON v.id = n.upload AND v.undone_at IS NULL GROUP BY n.school) l
         ON l.school = s.code
       LEFT JOIN roster_upload u ON u.id = l.upload
      """;

  private static final String MATCHES =
      " WHERE s.kind = 'SCHOOL' AND (:text = '' OR s.code = :text OR s.name LIKE :pattern ESCAPE '!'"
          + " OR s.code IN (SELECT a.school FROM school_alias a WHERE a.alias LIKE :pattern"
          + " ESCAPE '!'))";

  private static final String UPLOAD =
      """
      SELECT u.id, u.uploaded_at, u.uploaded_by, u.file_name, u.effective, u.schools, u.people,
        u.added, u.changed, u.gone, u.own, u.undone_at, u.undone_by, u.revision,
        (SELECT min(c.name) FROM roster_upload_school n JOIN school c ON c.code = n.school
          WHERE n.upload = u.id) AS school_name,
        (SELECT r.revision FROM roster_lock r WHERE r.id = 1) AS now_revision
      FROM roster_upload u
      """;

  private final Handle tx;

  DeskRepository(Handle tx) {
    this.tx = tx;
  }

  int countSchools(String text) {
    return matching(tx.createQuery("SELECT count(*) FROM school s" + MATCHES), text)
        .mapTo(Integer.class)
        .one();
  }

  List<RosterState> schools(RosterState.Query query, LocalDate day) {
    String direction = query.descending() ? " DESC" : " ASC";
    String order =
        switch (query.order()) {
          case NAME -> "s.name" + direction;
          case CODE -> "s.code" + direction;
          case UPLOADED ->
              "CASE WHEN u.uploaded_at IS NULL THEN 0 ELSE 1 END"
                  + direction
                  + ", u.uploaded_at"
                  + direction;
        };
    List<RosterState> bare =
        matching(
                tx.createQuery(
                    "SELECT s.code, s.name, c.name AS central, u.effective, u.uploaded_at"
                        + " FROM school s LEFT JOIN school c ON c.code = s.parent"
                        + " AND c.kind = 'CENTRAL'"
                        + LAST
                        + MATCHES
                        + " ORDER BY "
                        + order
                        + ", s.code LIMIT :size OFFSET :offset"),
                query.text())
            .bind("size", query.size())
            .bind("offset", query.offset())
            .map((row, c) -> state(row))
            .list();
    return filled(bare, day);
  }

  Optional<RosterState> school(String code, LocalDate day) {
    List<RosterState> bare =
        tx.createQuery(
                "SELECT s.code, s.name, c.name AS central, u.effective, u.uploaded_at"
                    + " FROM school s LEFT JOIN school c ON c.code = s.parent"
                    + " AND c.kind = 'CENTRAL'"
                    + LAST
                    + " WHERE s.kind = 'SCHOOL' AND s.code = :code")
            .bind("code", code)
            .map((row, c) -> state(row))
            .list();
    return filled(bare, day).stream().findFirst();
  }

  private List<RosterState> filled(List<RosterState> bare, LocalDate day) {
    List<String> codes = bare.stream().map(RosterState::code).toList();
    Map<String, Map<Role, Integer>> people = people(codes, day);
    Map<String, List<String>> aliases = aliases(codes);
    return bare.stream()
        .map(
            s -> {
              Map<Role, Integer> of = people.getOrDefault(s.code(), Map.of());
              return new RosterState(
                  s.code(),
                  s.name(),
                  s.centralSchool(),
                  of.getOrDefault(Role.ADMINISTRATOR, 0),
                  of.getOrDefault(Role.TEACHER, 0),
                  of.getOrDefault(Role.STUDENT, 0),
                  aliases.getOrDefault(s.code(), List.of()),
                  s.effective(),
                  s.uploadedAt());
            })
        .toList();
  }

  private Map<String, Map<Role, Integer>> people(List<String> codes, LocalDate day) {
    Map<String, Map<Role, Integer>> people = new HashMap<>();
    tx.createQuery(
            """
            SELECT school, role, count(DISTINCT account) AS people FROM membership
            WHERE school = ANY(:codes) AND valid_from <= :day
              AND (valid_to IS NULL OR valid_to > :day) GROUP BY school, role""")
        .bind("codes", Sql.array(codes))
        .bind("day", Sql.date(day))
        .map(
            (row, c) ->
                people
                        .computeIfAbsent(row.getString("school"), s -> new EnumMap<>(Role.class))
                        .put(Role.valueOf(row.getString("role")), row.getInt("people"))
                    == null)
        .list();
    return people;
  }

  private Map<String, List<String>> aliases(List<String> codes) {
    Map<String, List<String>> aliases = new HashMap<>();
    tx.createQuery(
            "SELECT school, alias FROM school_alias WHERE school = ANY(:codes) ORDER BY alias")
        .bind("codes", Sql.array(codes))
        .map(
            (row, c) ->
                aliases
                    .computeIfAbsent(row.getString("school"), s -> new ArrayList<>())
                    .add(row.getString("alias")))
        .list();
    return aliases;
  }

  private static Query matching(Query query, String text) {
    String escaped = text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return query.bind("text", text).bind("pattern", "%" + escaped + "%");
  }

  private static RosterState state(ResultSet row) throws SQLException {
    return new RosterState(
        row.getString("code"),
        row.getString("name"),
        Sql.text(row, "central"),
        0,
        0,
        0,
        List.of(),
        Sql.optionalDate(row, "effective"),
        Sql.time(row, "uploaded_at"));
  }

  int countUploads(Optional<String> school) {
    return of(tx.createQuery("SELECT count(*) FROM roster_upload u" + naming(school)), school)
        .mapTo(Integer.class)
        .one();
  }

  List<UploadEntry> uploads(Optional<String> school, int offset, int size) {
    return of(
            tx.createQuery(
                UPLOAD + naming(school) + " ORDER BY u.id DESC LIMIT :size OFFSET :offset"),
            school)
        .bind("size", size)
        .bind("offset", offset)
        .map((row, c) -> upload(row))
        .list();
  }

  Optional<UploadEntry> upload(long id) {
    return tx.createQuery(UPLOAD + " WHERE u.id = :id")
        .bind("id", id)
        .map((row, c) -> upload(row))
        .findOne();
  }

  /** Whether a later upload stands. */
  boolean hasLater(long id) {
    return tx.createQuery("SELECT count(*) FROM roster_upload WHERE id > :id AND undone_at IS NULL")
            .bind("id", id)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  private static String naming(Optional<String> school) {
    return school.isEmpty()
        ? ""
        : " WHERE EXISTS (SELECT 1 FROM roster_upload_school n"
            + " WHERE n.upload = u.id AND n.school = :school)";
  }

  private static Query of(Query query, Optional<String> school) {
    return school.isEmpty() ? query : query.bind("school", school.get());
  }

  private static UploadEntry upload(ResultSet row) throws SQLException {
    Optional<java.time.Instant> undone = Sql.time(row, "undone_at");
    return new UploadEntry(
        row.getLong("id"),
        Sql.time(row, "uploaded_at").orElseThrow(),
        row.getString("uploaded_by"),
        row.getString("file_name"),
        Sql.date(row, "effective"),
        row.getInt("schools"),
        Sql.text(row, "school_name").orElse(""),
        row.getInt("people"),
        row.getInt("added"),
        row.getInt("changed"),
        row.getInt("gone"),
        row.getBoolean("own"),
        undone,
        Sql.text(row, "undone_by").orElse(""),
        undone.isEmpty() && row.getLong("revision") == row.getLong("now_revision"));
  }
}

package cloud.laurel.signal;

import cloud.laurel.signal.Signal.Event;
import cloud.laurel.signal.Signal.School;
import cloud.laurel.signal.Signal.State;
import cloud.laurel.signal.Signal.Subject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Signals in the database. */
final class SignalRepository {

  private static final String FROM =
      " FROM signal x LEFT JOIN school h ON h.code = x.school"
          + " LEFT JOIN person p ON x.subject_kind = 'ACCOUNT' AND p.account = x.subject"
          + " LEFT JOIN school s ON x.subject_kind = 'SCHOOL' AND s.code = x.subject ";
  private static final String SELECT =
      "SELECT x.*, COALESCE(p.name, s.name, x.label, x.subject) AS subject_name,"
          + " h.name AS school_name"
          + FROM;

  private record Known(long id, State state, Optional<BigDecimal> lookedAt) {}

  /** Adds a finding, or renews the signal that it is already. */
  void store(Handle tx, int campaign, Finding finding, Instant now) {
    Optional<Known> known = known(tx, campaign, finding);
    if (known.isPresent()) {
      renew(tx, known.get(), finding, now);
    } else {
      insert(tx, campaign, finding, now);
    }
  }

  private static Optional<Known> known(Handle tx, int campaign, Finding finding) {
    return tx.createQuery(
            "SELECT id, state, looked_at_severity FROM signal WHERE campaign = :campaign"
                + " AND kind = :kind AND subject_kind = :type AND subject = :subject"
                + " AND aspect = :aspect FOR UPDATE")
        .bind("campaign", campaign)
        .bind("kind", finding.kind().name())
        .bind("type", finding.subject().type().name())
        .bind("subject", finding.subject().code())
        .bind("aspect", finding.aspect())
        .map(
            (row, context) ->
                new Known(
                    row.getLong("id"),
                    State.valueOf(row.getString("state")),
                    Optional.ofNullable(row.getBigDecimal("looked_at_severity"))))
        .findOne();
  }

  private static void insert(Handle tx, int campaign, Finding finding, Instant now) {
    long id =
        tx.createUpdate(
                "INSERT INTO signal (campaign, kind, subject_kind, subject, aspect, label, school,"
                    + " severity, first_day, last_day, evidence, state) VALUES (:campaign, :kind,"
                    + " :type, :subject, :aspect, :label, :school, :severity, :first, :last,"
                    + " :evidence, 'NEW')")
            .bind("campaign", campaign)
            .bind("kind", finding.kind().name())
            .bind("type", finding.subject().type().name())
            .bind("subject", finding.subject().code())
            .bind("aspect", finding.aspect())
            .bind("label", finding.label().orElse(null))
            .bind("school", finding.school().orElse(null))
            .bind("severity", finding.severity())
            .bind("first", finding.firstDay())
            .bind("last", finding.lastDay())
            .bind("evidence", finding.evidence().toJson())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    event(tx, id, new Event(now, Event.Type.FOUND, finding.severity(), "", ""));
  }

  private static void renew(Handle tx, Known known, Finding finding, Instant now) {
    boolean grew =
        known.state() == State.LOOKED_AT
            && known
                .lookedAt()
                .filter(was -> SeverityRule.hasGrown(was, finding.severity()))
                .isPresent();
    tx.createUpdate(
            "UPDATE signal SET label = :label, school = :school, severity = :severity,"
                + " first_day = LEAST(first_day, CAST(:first AS DATE)),"
                + " last_day = GREATEST(last_day, CAST(:last AS DATE)),"
                + " evidence = :evidence, state = :state WHERE id = :id")
        .bind("label", finding.label().orElse(null))
        .bind("school", finding.school().orElse(null))
        .bind("severity", finding.severity())
        .bind("first", finding.firstDay())
        .bind("last", finding.lastDay())
        .bind("evidence", finding.evidence().toJson())
        .bind("state", (grew ? State.NEW : known.state()).name())
        .bind("id", known.id())
        .execute();
    if (grew) {
      event(tx, known.id(), new Event(now, Event.Type.GREW, finding.severity(), "", ""));
    }
  }

  /** Notes that somebody has looked at a signal; false when there is none. */
  boolean lookAt(Handle tx, long id, String note, String by, Instant now) {
    Optional<BigDecimal> severity =
        tx.createQuery("SELECT severity FROM signal WHERE id = :id FOR UPDATE")
            .bind("id", id)
            .mapTo(BigDecimal.class)
            .findOne();
    severity.ifPresent(
        s -> {
          tx.execute(
              "UPDATE signal SET state = 'LOOKED_AT', looked_at_severity = severity WHERE id = ?",
              id);
          event(tx, id, new Event(now, Event.Type.LOOKED_AT, s, note, by));
        });
    return severity.isPresent();
  }

  private static void event(Handle tx, long id, Event event) {
    tx.createUpdate(
            "INSERT INTO signal_event (signal, happened_at, event, severity, note, by_whom)"
                + " VALUES (:signal, :at, :event, :severity, :note, :by)")
        .bind("signal", id)
        .bind("at", event.at().atOffset(ZoneOffset.UTC))
        .bind("event", event.type().name())
        .bind("severity", event.severity())
        .bind("note", event.note())
        .bind("by", event.by())
        .execute();
  }

  Optional<Signal> find(Handle tx, long id) {
    return tx.createQuery(SELECT + "WHERE x.id = :id")
        .bind("id", id)
        .map((row, context) -> signal(row, history(tx, id)))
        .findOne();
  }

  /** Display names of accounts, as far as they are on the roster. */
  Map<String, String> names(Handle tx, Collection<String> accounts) {
    return tx
        .createQuery("SELECT account, name FROM person WHERE account = ANY(:accounts)")
        .bindArray("accounts", String.class, accounts)
        .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<Event> history(Handle tx, long id) {
    return tx.createQuery(
            "SELECT happened_at, event, severity, note, by_whom FROM signal_event"
                + " WHERE signal = :id ORDER BY id")
        .bind("id", id)
        .map(
            (row, context) ->
                new Event(
                    row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                    Event.Type.valueOf(row.getString("event")),
                    row.getBigDecimal("severity"),
                    row.getString("note"),
                    row.getString("by_whom")))
        .list();
  }

  SignalPage page(Handle tx, int campaign, SignalFilter filter, int offset, int size) {
    long total =
        filtered(tx, "SELECT COUNT(*)" + FROM, "", campaign, filter).mapTo(Long.class).one();
    return new SignalPage(
        total,
        filtered(
                tx,
                SELECT,
                " ORDER BY " + order(filter) + ", x.id LIMIT :size OFFSET :offset",
                campaign,
                filter)
            .bind("size", size)
            .bind("offset", offset)
            .map((row, context) -> signal(row, List.of()))
            .list());
  }

  private static Query filtered(
      Handle tx, String select, String end, int campaign, SignalFilter filter) {
    Query query =
        tx.createQuery(
                select
                    + "WHERE x.campaign = :campaign"
                    + (filter.kind().isPresent() ? " AND x.kind = :kind" : "")
                    + (filter.state().isPresent() ? " AND x.state = :state" : "")
                    + (filter.school().isEmpty()
                        ? ""
                        : " AND (LOWER(h.name) LIKE :part ESCAPE '!'"
                            + " OR LOWER(h.code) LIKE :part ESCAPE '!')")
                    + end)
            .bind("campaign", campaign);
    filter.kind().ifPresent(kind -> query.bind("kind", kind.name()));
    filter.state().ifPresent(state -> query.bind("state", state.name()));
    if (!filter.school().isEmpty()) {
      String part = filter.school().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
      query.bind("part", '%' + part + '%');
    }
    return query;
  }

  private static String order(SignalFilter filter) {
    String column =
        switch (filter.by()) {
          case KIND -> "x.kind";
          case SUBJECT -> "subject_name";
          case SCHOOL -> "school_name";
          case SEVERITY -> "x.severity";
          case LAST_DAY -> "x.last_day";
          case STATE -> "x.state";
        };
    return column + (filter.descending() ? " DESC" : " ASC") + ", x.severity DESC";
  }

  List<KindCount> counts(Handle tx, int campaign) {
    return tx.createQuery(
            "SELECT kind, COUNT(*), COUNT(CASE WHEN state = 'NEW' THEN 1 END) FROM signal"
                + " WHERE campaign = :campaign GROUP BY kind")
        .bind("campaign", campaign)
        .map(
            (row, context) ->
                new KindCount(Kind.valueOf(row.getString(1)), row.getLong(2), row.getLong(3)))
        .list();
  }

  private static Signal signal(ResultSet row, List<Event> history) throws SQLException {
    Optional<String> school = Optional.ofNullable(row.getString("school"));
    String schoolName = row.getString("school_name");
    return new Signal(
        row.getLong("id"),
        row.getInt("campaign"),
        Kind.valueOf(row.getString("kind")),
        new Subject(Subject.Type.valueOf(row.getString("subject_kind")), row.getString("subject")),
        row.getString("subject_name"),
        row.getString("aspect"),
        school.map(code -> new School(code, schoolName == null ? code : schoolName)),
        row.getBigDecimal("severity"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        State.valueOf(row.getString("state")),
        Evidence.parse(row.getString("evidence")),
        history);
  }
}

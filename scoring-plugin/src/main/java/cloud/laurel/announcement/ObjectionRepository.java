package cloud.laurel.announcement;

import cloud.laurel.announcement.Objection.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Objections in the database. */
final class ObjectionRepository {

  private static final String COLUMNS =
      "SELECT o.id, o.announcement, o.campaign, o.entry, o.filed_year, o.number, o.words, o.named,"
          + " o.name, o.contact, o.filed_at, o.answer_by, o.state, o.answer, o.note, o.decided_at,"
          + " o.officer, o.erased_at";

  /** The next place in a year; two that take the same one collide, and the later starts again. */
  int nextPlace(Handle tx, int year) {
    return tx.createQuery(
            "SELECT coalesce(max(number), 0) + 1 FROM objection WHERE filed_year = :year")
        .bind("year", year)
        .mapTo(Integer.class)
        .one();
  }

  /** The case number under which the very same has come in before. */
  Optional<String> same(Handle tx, UUID key) {
    return tx.createQuery("SELECT case_number FROM objection WHERE same_key = :key")
        .bind("key", key)
        .mapTo(String.class)
        .findOne();
  }

  void insert(
      Handle tx,
      int campaign,
      ObjectionFiling filing,
      int year,
      int place,
      String caseNumber,
      Instant at,
      LocalDate answerBy) {
    tx.createUpdate(
            "INSERT INTO objection (announcement, campaign, entry, filed_year, number, case_number,"
                + " same_key, words, name, contact, named, filed_at, answer_by, state, answer,"
                + " note, officer) VALUES (:announcement, :campaign, :entry, :year, :number,"
                + " :caseNumber, :key, :words, :name, :contact, :named, :at, :answerBy, 'OPEN', '',"
                + " '', '')")
        .bind("announcement", filing.announcement())
        .bind("campaign", campaign)
        .bindByType("entry", filing.entry().orElse(null), Long.class)
        .bind("year", year)
        .bind("number", place)
        .bind("caseNumber", caseNumber)
        .bind("key", filing.key())
        .bind("words", filing.words())
        .bind("name", filing.name())
        .bind("contact", filing.contact())
        .bind("named", filing.named())
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("answerBy", answerBy)
        .execute();
  }

  Optional<Objection> find(Handle tx, long id) {
    return tx.createQuery(COLUMNS + " FROM objection o WHERE o.id = :id")
        .bind("id", id)
        .map((row, context) -> objection(row))
        .findOne();
  }

  Optional<Objection> find(Handle tx, String caseNumber) {
    return tx.createQuery(COLUMNS + " FROM objection o WHERE o.case_number = :number")
        .bind("number", caseNumber)
        .map((row, context) -> objection(row))
        .findOne();
  }

  /** Decides an open one; of several at once only the first finds it open. */
  boolean decide(Handle tx, long id, ObjectionDecision decision, Instant at) {
    return tx.createUpdate(
                "UPDATE objection SET state = :state, answer = :answer, note = :note,"
                    + " officer = :officer, decided_at = :at WHERE id = :id AND state = 'OPEN'")
            .bind("id", id)
            .bind("state", decision.state().name())
            .bind("answer", decision.answer())
            .bind("note", decision.note())
            .bind("officer", decision.officer())
            .bind("at", at.atOffset(ZoneOffset.UTC))
            .execute()
        == 1;
  }

  /** How many objections of a campaign there are, by state. */
  Map<State, Long> counts(Handle tx, int campaign) {
    return tx
        .createQuery(
            "SELECT state, count(*) FROM objection WHERE campaign = :campaign GROUP BY state")
        .bind("campaign", campaign)
        .map((row, context) -> Map.entry(State.valueOf(row.getString(1)), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** How many stand in the way of publishing a list: open ones of its campaign, its upheld ones. */
  long holding(Handle tx, Announcement list) {
    return tx.createQuery(
            "SELECT count(*) FROM objection WHERE campaign = :campaign"
                + " AND (state = 'OPEN' OR state = 'UPHELD' AND announcement = :announcement)")
        .bind("campaign", list.campaign())
        .bind("announcement", list.id())
        .mapTo(Long.class)
        .one();
  }

  /** How many open ones of a campaign are to be answered before a day. */
  long dueBefore(Handle tx, int campaign, LocalDate day) {
    return tx.createQuery(
            "SELECT count(*) FROM objection WHERE campaign = :campaign AND state = 'OPEN'"
                + " AND answer_by < :day")
        .bind("campaign", campaign)
        .bind("day", day)
        .mapTo(Long.class)
        .one();
  }

  long count(Handle tx, int campaign, Optional<State> state) {
    return bind(tx.createQuery("SELECT count(*) FROM objection o" + where(state)), campaign, state)
        .mapTo(Long.class)
        .one();
  }

  /** A page of a campaign's, open ones first and of these what is due first. */
  List<ObjectionPage.Row> page(
      Handle tx, int campaign, Optional<State> state, int offset, int size) {
    return bind(
            tx.createQuery(
                COLUMNS
                    + ", e.name AS entry_name, e.school, e.honour, e.honour_name FROM objection o"
                    + " LEFT JOIN announcement_entry e ON e.id = o.entry"
                    + where(state)
                    + " ORDER BY CASE WHEN o.state = 'OPEN' THEN 0 ELSE 1 END,"
                    + " CASE WHEN o.state = 'OPEN' THEN o.answer_by END, o.id DESC"
                    + " LIMIT :size OFFSET :offset"),
            campaign,
            state)
        .bind("size", size)
        .bind("offset", offset)
        .map((row, context) -> new ObjectionPage.Row(objection(row), entry(row)))
        .list();
  }

  /** The line that an objection is about; empty for the list as a whole. */
  Optional<ObjectionPage.About> about(Handle tx, Objection objection) {
    return objection
        .entry()
        .flatMap(
            entry ->
                tx.createQuery(
                        "SELECT name AS entry_name, school, honour, honour_name"
                            + " FROM announcement_entry WHERE id = :id")
                    .bind("id", entry)
                    .map((row, context) -> entry(row))
                    .one());
  }

  /**
   * Deletes names and contacts of what was decided before an instant, and of all that belongs to
   * some campaigns, with the key that was made of them.
   */
  int erase(Handle tx, Instant decidedBefore, Collection<Integer> campaigns, Instant at) {
    return tx.createUpdate(
            "UPDATE objection SET name = '', contact = '', same_key = NULL, erased_at = :at"
                + " WHERE named AND erased_at IS NULL"
                + " AND (decided_at < :before OR campaign = ANY(:campaigns))")
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("before", decidedBefore.atOffset(ZoneOffset.UTC))
        .bindArray("campaigns", Integer.class, campaigns)
        .execute();
  }

  private static String where(Optional<State> state) {
    return " WHERE o.campaign = :campaign" + (state.isPresent() ? " AND o.state = :state" : "");
  }

  private static Query bind(Query query, int campaign, Optional<State> state) {
    state.ifPresent(s -> query.bind("state", s.name()));
    return query.bind("campaign", campaign);
  }

  private static Optional<ObjectionPage.About> entry(ResultSet row) throws SQLException {
    String name = row.getString("entry_name");
    return name == null
        ? Optional.empty()
        : Optional.of(
            new ObjectionPage.About(
                row.getString("honour"),
                row.getString("honour_name"),
                name,
                row.getString("school")));
  }

  private static Objection objection(ResultSet row) throws SQLException {
    return new Objection(
        row.getLong("id"),
        row.getLong("announcement"),
        row.getInt("campaign"),
        Optional.ofNullable(row.getObject("entry", Long.class)),
        CaseNumberRule.shortNumber(row.getInt("filed_year"), row.getInt("number")),
        row.getString("words"),
        row.getBoolean("named"),
        row.getString("name"),
        row.getString("contact"),
        row.getObject("filed_at", OffsetDateTime.class).toInstant(),
        row.getObject("answer_by", LocalDate.class),
        State.valueOf(row.getString("state")),
        row.getString("answer"),
        row.getString("note"),
        time(row, "decided_at"),
        row.getString("officer"),
        time(row, "erased_at"));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}

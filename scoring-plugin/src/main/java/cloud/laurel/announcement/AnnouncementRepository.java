package cloud.laurel.announcement;

import cloud.laurel.announcement.Announcement.Afterwards;
import cloud.laurel.announcement.Announcement.State;
import cloud.laurel.announcement.AnnouncementEvent.What;
import cloud.laurel.announcement.HonourRoll.Entry;
import cloud.laurel.announcement.HonourRoll.Section;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Announcements, their lines and their history in the database. */
final class AnnouncementRepository {

  private static final String SELECT =
      "SELECT id, campaign, title, roll_hash, first_day, last_day, afterwards, state, published_at"
          + " FROM announcement";

  /** Stores a new one; empty when the campaign has one before the public already. */
  Optional<Long> insert(Handle tx, Announcement one) {
    return tx.createUpdate(
            "INSERT INTO announcement (campaign, title, roll_hash, first_day, last_day, afterwards,"
                + " state, open_slot, published_at) VALUES (:campaign, :title, :hash, :first,"
                + " :last, :afterwards, :state, :campaign, :publishedAt) ON CONFLICT DO NOTHING")
        .bind("campaign", one.campaign())
        .bind("title", one.title())
        .bind("hash", one.hash())
        .bindByType("first", one.days().map(NoticeDays::first).orElse(null), LocalDate.class)
        .bindByType("last", one.days().map(NoticeDays::last).orElse(null), LocalDate.class)
        .bind("afterwards", one.afterwards().name())
        .bind("state", one.state().name())
        .bindByType(
            "publishedAt",
            one.publishedAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
            OffsetDateTime.class)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .findOne();
  }

  void insertEntries(Handle tx, long announcement, HonourRoll roll) {
    PreparedBatch lines =
        tx.prepareBatch(
            "INSERT INTO announcement_entry (announcement, place, honour, honour_name, name,"
                + " school) VALUES (:announcement, :place, :honour, :honourName, :name, :school)");
    int place = 0;
    for (Section section : roll.sections()) {
      for (Entry entry : section.entries()) {
        lines
            .bind("announcement", announcement)
            .bind("place", place++)
            .bind("honour", section.code())
            .bind("honourName", section.name())
            .bind("name", entry.name())
            .bind("school", entry.school())
            .add();
      }
    }
    if (lines.size() > 0) {
      lines.execute();
    }
  }

  /** One, held to the end of the transaction. */
  Optional<Announcement> lock(Handle tx, long id) {
    return tx.createQuery(SELECT + " WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .map((row, context) -> announcement(row))
        .findOne();
  }

  Optional<Announcement> find(Handle tx, long id) {
    return tx.createQuery(SELECT + " WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> announcement(row))
        .findOne();
  }

  /** Those in a state, the newest first. */
  List<Announcement> in(Handle tx, State state) {
    return tx.createQuery(SELECT + " WHERE state = :state ORDER BY id DESC")
        .bind("state", state.name())
        .map((row, context) -> announcement(row))
        .list();
  }

  /** Those of a campaign, the newest first. */
  List<Announcement> of(Handle tx, int campaign) {
    return tx.createQuery(SELECT + " WHERE campaign = :campaign ORDER BY id DESC")
        .bind("campaign", campaign)
        .map((row, context) -> announcement(row))
        .list();
  }

  HonourRoll roll(Handle tx, Announcement of) {
    Map<String, Section> sections = new LinkedHashMap<>();
    Map<String, List<Entry>> entries = new LinkedHashMap<>();
    tx.createQuery(
            "SELECT id, honour, honour_name, name, school, removed_at FROM announcement_entry"
                + " WHERE announcement = :announcement ORDER BY place")
        .bind("announcement", of.id())
        .map(
            (row, context) -> {
              String code = row.getString("honour");
              sections.putIfAbsent(
                  code, new Section(code, row.getString("honour_name"), List.of()));
              return entries.computeIfAbsent(code, c -> new ArrayList<>()).add(entry(row));
            })
        .list();
    return new HonourRoll(
        of.hash(),
        sections.values().stream()
            .map(s -> new Section(s.code(), s.name(), entries.get(s.code())))
            .toList());
  }

  void days(Handle tx, long id, NoticeDays days) {
    tx.execute(
        "UPDATE announcement SET first_day = ?, last_day = ? WHERE id = ?",
        days.first(),
        days.last(),
        id);
  }

  /** Takes one that is locked out of the public's sight. */
  void close(Handle tx, long id, State state) {
    tx.execute(
        "UPDATE announcement SET state = ?, open_slot = NULL WHERE id = ?", state.name(), id);
  }

  void publish(Handle tx, long id, Instant at) {
    tx.execute(
        "UPDATE announcement SET state = ?, published_at = ? WHERE id = ?",
        State.PUBLISHED.name(),
        at.atOffset(ZoneOffset.UTC),
        id);
  }

  /** Takes a line out of the public's sight; not when it is already, or belongs elsewhere. */
  boolean remove(Handle tx, long announcement, long entry, Instant at) {
    return tx.execute(
            "UPDATE announcement_entry SET removed_at = ?"
                + " WHERE id = ? AND announcement = ? AND removed_at IS NULL",
            at.atOffset(ZoneOffset.UTC),
            entry,
            announcement)
        == 1;
  }

  void note(Handle tx, AnnouncementEvent event) {
    tx.execute(
        "INSERT INTO announcement_event (announcement, happened_at, kind, officer, words)"
            + " VALUES (?, ?, ?, ?, ?)",
        event.announcement(),
        event.at().atOffset(ZoneOffset.UTC),
        event.what().name(),
        event.officer(),
        event.words());
  }

  /** What happened to a campaign's announcements, the newest first. */
  List<AnnouncementEvent> history(Handle tx, int campaign) {
    return tx.createQuery(
            "SELECT e.announcement, e.happened_at, e.kind, e.officer, e.words"
                + " FROM announcement_event e JOIN announcement a ON a.id = e.announcement"
                + " WHERE a.campaign = :campaign ORDER BY e.id DESC")
        .bind("campaign", campaign)
        .map(
            (row, context) ->
                new AnnouncementEvent(
                    row.getLong("announcement"),
                    row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                    What.valueOf(row.getString("kind")),
                    row.getString("officer"),
                    row.getString("words")))
        .list();
  }

  private static Announcement announcement(ResultSet row) throws SQLException {
    Optional<LocalDate> first = Optional.ofNullable(row.getObject("first_day", LocalDate.class));
    LocalDate last = row.getObject("last_day", LocalDate.class);
    return new Announcement(
        row.getLong("id"),
        row.getInt("campaign"),
        row.getString("title"),
        row.getString("roll_hash"),
        first.map(day -> new NoticeDays(day, last)),
        Afterwards.valueOf(row.getString("afterwards")),
        State.valueOf(row.getString("state")),
        time(row, "published_at"));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("id"), row.getString("name"), row.getString("school"), time(row, "removed_at"));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}

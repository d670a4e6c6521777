package cloud.laurel.campaign;

import cloud.laurel.campaign.Campaign.MonthClosing;
import cloud.laurel.campaign.Campaign.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** Campaigns in the database. What was read is kept until the campaign's revision changes. */
final class CampaignRepository {

  private static final String HEAD = "SELECT id, book, revision, state, created_at FROM campaign";

  /** When rules on trial will have been published: after everything. */
  private static final Instant NOT_YET = Instant.parse("9999-01-01T00:00:00Z");

  private final Map<Integer, Loaded> loaded = new ConcurrentHashMap<>();

  /**
   * A campaign with the proposals that are tried beside it.
   *
   * @param trials the same campaign under one more version, each with its book
   */
  record Loaded(String revision, Campaign campaign, List<Campaign> trials) {}

  private record Head(int id, int book, String revision, State state, Instant createdAt) {}

  /** Stores a new campaign with its first rules and an empty book; empty when its code exists. */
  Optional<Integer> insert(Handle tx, Rules rules, State state, Instant createdAt, String by) {
    Optional<Integer> id =
        tx.createUpdate(
                "INSERT INTO campaign (code, state, scoring_from, scoring_to, created_at)"
                    + " SELECT :code, :state, :from, :to, :createdAt"
                    + " WHERE NOT EXISTS (SELECT 1 FROM campaign WHERE code = :code)")
            .bind("code", rules.code())
            .bind("state", state.name())
            .bind("from", rules.from())
            .bind("to", rules.to())
            .bind("createdAt", createdAt.atOffset(ZoneOffset.UTC))
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Integer.class)
            .findOne();
    id.ifPresent(
        campaign -> {
          tx.execute("UPDATE campaign SET book = ? WHERE id = ?", newBook(tx, campaign), campaign);
          insertVersion(tx, campaign, new RuleVersion(1, rules.from(), "", by, createdAt, rules));
        });
    return id;
  }

  /** Makes an empty book. */
  int newBook(Handle tx, int campaign) {
    return tx.createUpdate("INSERT INTO book (campaign) VALUES (:campaign)")
        .bind("campaign", campaign)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Integer.class)
        .one();
  }

  /** Adds a version; the window in the campaign's row is that of the newest. */
  void insertVersion(Handle tx, int campaign, RuleVersion version) {
    tx.execute(
        "INSERT INTO rule_version"
            + " (campaign, number, definition, valid_from, note, published_by, published_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        campaign,
        version.number(),
        version.rules().definition(),
        version.validFrom(),
        version.note(),
        version.by(),
        version.publishedAt().atOffset(ZoneOffset.UTC));
    tx.execute(
        "UPDATE campaign SET scoring_from = ?, scoring_to = ? WHERE id = ?",
        version.rules().from(),
        version.rules().to(),
        campaign);
  }

  /** Puts other rules in the place of a draft's. */
  void replaceDraft(Handle tx, int campaign, Rules rules, Instant now, String by) {
    tx.execute("DELETE FROM rule_version WHERE campaign = ?", campaign);
    insertVersion(tx, campaign, new RuleVersion(1, rules.from(), "", by, now, rules));
  }

  void deleteDraft(Handle tx, int campaign) {
    tx.execute("DELETE FROM rule_version WHERE campaign = ?", campaign);
    tx.execute("DELETE FROM campaign_event WHERE campaign = ?", campaign);
    tx.execute("DELETE FROM book WHERE campaign = ?", campaign);
    tx.execute("DELETE FROM campaign WHERE id = ?", campaign);
  }

  /** Holds the campaign's row to the end of the transaction and tells what it is now. */
  Optional<Campaign> lock(Handle tx, String code) {
    return tx.createQuery(HEAD + " WHERE code = :code FOR UPDATE")
        .bind("code", code)
        .map((row, context) -> head(row))
        .findOne()
        .map(head -> load(tx, head).campaign());
  }

  void setState(Handle tx, int campaign, State state) {
    tx.execute("UPDATE campaign SET state = ? WHERE id = ?", state.name(), campaign);
  }

  void setCreatedAt(Handle tx, int campaign, Instant createdAt) {
    tx.execute(
        "UPDATE campaign SET created_at = ? WHERE id = ?",
        createdAt.atOffset(ZoneOffset.UTC),
        campaign);
  }

  void setBook(Handle tx, int campaign, int book) {
    tx.execute("UPDATE campaign SET book = ? WHERE id = ?", book, campaign);
  }

  /**
   * Says that something about a campaign has changed: every reader reads it afresh. Not a counter:
   * after a rollback the same number would come again for something else.
   */
  void touch(Handle tx, int campaign) {
    tx.execute(
        "UPDATE campaign SET revision = ? WHERE id = ?", UUID.randomUUID().toString(), campaign);
  }

  void insertTrial(Handle tx, int campaign, int book, Rules rules, LocalDate validFrom) {
    tx.execute(
        "INSERT INTO trial (book, campaign, definition, valid_from) VALUES (?, ?, ?, ?)",
        book,
        campaign,
        rules.definition(),
        validFrom);
  }

  void deleteTrial(Handle tx, int book) {
    tx.execute("DELETE FROM trial WHERE book = ?", book);
  }

  List<Integer> trialBooks(Handle tx, int campaign) {
    return tx.createQuery("SELECT book FROM trial WHERE campaign = :campaign ORDER BY book")
        .bind("campaign", campaign)
        .mapTo(Integer.class)
        .list();
  }

  /** Leaves a book to the worker, which deletes what is in it. */
  void discardBook(Handle tx, int book) {
    tx.execute("INSERT INTO discarded_book (book) VALUES (?)", book);
  }

  void decideMonth(Handle tx, int campaign, YearMonth month, Optional<Instant> closesAt) {
    tx.execute(
        "DELETE FROM month_closing WHERE campaign = ? AND in_month = ?",
        campaign,
        month.toString());
    tx.execute(
        "INSERT INTO month_closing (campaign, in_month, closes_at) VALUES (?, ?, ?)",
        campaign,
        month.toString(),
        closesAt.map(c -> c.atOffset(ZoneOffset.UTC)).orElse(null));
  }

  Optional<Campaign> find(Handle tx, String code) {
    return tx.createQuery(HEAD + " WHERE code = :code")
        .bind("code", code)
        .map((row, context) -> head(row))
        .findOne()
        .map(head -> load(tx, head).campaign());
  }

  /** Every campaign with its trials, the newest window first. */
  List<Loaded> all(Handle tx) {
    return tx
        .createQuery(HEAD + " ORDER BY scoring_from DESC, id DESC")
        .map((row, context) -> head(row))
        .list()
        .stream()
        .map(head -> load(tx, head))
        .toList();
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(
        row.getInt("id"),
        row.getInt("book"),
        row.getString("revision"),
        State.valueOf(row.getString("state")),
        instant(row, "created_at"));
  }

  private Loaded load(Handle tx, Head head) {
    Loaded known = loaded.get(head.id());
    if (known == null || !known.revision().equals(head.revision())) {
      Campaign campaign =
          new Campaign(
              head.id(),
              head.book(),
              head.book(),
              head.state(),
              head.createdAt(),
              versions(tx, head.id()),
              closings(tx, head.id()));
      known = new Loaded(head.revision(), campaign, trials(tx, campaign));
      loaded.put(head.id(), known);
    }
    return known;
  }

  private static List<RuleVersion> versions(Handle tx, int campaign) {
    return tx.createQuery(
            "SELECT number, definition, valid_from, note, published_by, published_at"
                + " FROM rule_version WHERE campaign = :campaign ORDER BY number")
        .bind("campaign", campaign)
        .map(
            (row, context) ->
                new RuleVersion(
                    row.getInt("number"),
                    row.getObject("valid_from", LocalDate.class),
                    row.getString("note"),
                    row.getString("published_by"),
                    instant(row, "published_at"),
                    RulesReader.read(row.getString("definition"))))
        .list();
  }

  private static Map<YearMonth, MonthClosing> closings(Handle tx, int campaign) {
    Map<YearMonth, MonthClosing> closings = new HashMap<>();
    tx.createQuery("SELECT in_month, closes_at FROM month_closing WHERE campaign = :campaign")
        .bind("campaign", campaign)
        .map(
            (row, context) ->
                closings.put(
                    YearMonth.parse(row.getString("in_month")),
                    new MonthClosing(
                        Optional.ofNullable(row.getObject("closes_at", OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant))))
        .list();
    return Map.copyOf(closings);
  }

  private static List<Campaign> trials(Handle tx, Campaign campaign) {
    return tx.createQuery(
            "SELECT book, definition, valid_from FROM trial WHERE campaign = :campaign"
                + " ORDER BY book")
        .bind("campaign", campaign.id())
        .map(
            (row, context) ->
                campaign.tried(
                    new RuleVersion(
                        campaign.newest().number() + 1,
                        row.getObject("valid_from", LocalDate.class),
                        "",
                        "",
                        NOT_YET,
                        RulesReader.read(row.getString("definition"))),
                    row.getInt("book")))
        .list();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}

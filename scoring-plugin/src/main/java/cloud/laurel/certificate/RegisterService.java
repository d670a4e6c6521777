package cloud.laurel.certificate;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.store.Database;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.statement.Query;

/**
 * The register of all numbers, for officers: also those that wait, are void, or are withheld from
 * the public.
 */
public class RegisterService {

  private static final String NUMBERED =
      "lower(c.series_head || '-' || lpad(cast(c.serial AS VARCHAR), 4, '0'))"
          + " LIKE :pattern ESCAPE '!'";

  private static final String FILTER =
      "WHERE c.campaign = :campaign AND (:honour = '' OR c.honour = :honour)"
          + " AND (:state = '' OR c.state = :state) AND (:school = '' OR c.school = :school)"
          + " AND (:words = '' OR lower(c.name) LIKE :pattern ESCAPE '!'"
          + " OR lower(c.school_name) LIKE :pattern ESCAPE '!' OR "
          + NUMBERED
          + ")";

  /** What a school sees of its own; a person who asked not to be shown is not found by name. */
  private static final String OWN =
      "WHERE c.school = :school AND c.issued_at IS NOT NULL"
          + " AND (:campaign = 0 OR c.campaign = :campaign)"
          + " AND (:words = '' OR c.withheld_at IS NULL AND lower(c.name) LIKE :pattern ESCAPE '!'"
          + " OR "
          + NUMBERED
          + ")";

  private static final String VALID =
      "WHERE c.state = 'VALID' AND (:campaign = 0 OR c.campaign = :campaign)"
          + " AND (:all = 1 OR c.school = :school) AND (:withheld = 1 OR c.withheld_at IS NULL)";

  private final Database database;

  /** One for a database. */
  public RegisterService(Database database) {
    this.database = database;
  }

  /** A stretch of a campaign's register, by series. */
  public RegisterPage page(Campaign campaign, RegisterFilter filter, int offset, int size) {
    return page(
        FILTER,
        " ORDER BY c.series_head, c.serial",
        query -> bound(query, campaign, filter),
        offset,
        size);
  }

  /**
   * A stretch of what a school and its people have been issued, whatever became of it: what counts
   * first, then the newest.
   *
   * @param school code; certificates keep that of their issue
   * @param campaign empty for all
   * @param words part of a name or number; empty for all
   */
  public RegisterPage ofSchool(
      String school, Optional<Campaign> campaign, String words, int offset, int size) {
    return page(
        OWN,
        " ORDER BY CASE WHEN c.state = 'VALID' THEN 0 ELSE 1 END, c.issued_on DESC, c.series_head,"
            + " c.serial",
        query ->
            words(query, words)
                .bind("campaign", campaign.map(Campaign::id).orElse(0))
                .bind("school", school),
        offset,
        size);
  }

  private RegisterPage page(
      String where, String order, UnaryOperator<Query> bound, int offset, int size) {
    return database.read(
        tx ->
            new RegisterPage(
                bound
                    .apply(
                        CertificateReader.query(tx, where + order + " LIMIT :size OFFSET :offset"))
                    .bind("size", size)
                    .bind("offset", offset)
                    .map((row, context) -> CertificateReader.certificate(row))
                    .list(),
                bound
                    .apply(tx.createQuery("SELECT count(*) FROM certificate c " + where))
                    .mapTo(Integer.class)
                    .one()));
  }

  private static Query bound(Query query, Campaign campaign, RegisterFilter filter) {
    return words(query, filter.words())
        .bind("campaign", campaign.id())
        .bind("honour", filter.honour())
        .bind("state", filter.state().map(Enum::name).orElse(""))
        .bind("school", filter.school());
  }

  private static Query words(Query query, String typed) {
    String words = typed.strip().toLowerCase(Locale.ROOT);
    return query
        .bind("words", words)
        .bind("pattern", "%" + words.replaceAll("([!%_])", "!$1") + "%");
  }

  /** A certificate by its series, such as {@code LR-2021-12-T-0001}. */
  public Optional<Certificate> find(String series) {
    int cut = series.lastIndexOf('-');
    if (cut < 1 || !series.substring(cut + 1).matches("\\d{1,9}")) {
      return Optional.empty();
    }
    return database.read(
        tx ->
            CertificateReader.one(
                CertificateReader.query(tx, "WHERE c.series_head = :head AND c.serial = :serial")
                    .bind("head", series.substring(0, cut))
                    .bind("serial", Integer.parseInt(series.substring(cut + 1)))));
  }

  /** The series that a campaign's certificates are of; their numbers may be of others too. */
  public List<Series> series(Campaign campaign) {
    return database.read(
        tx ->
            tx.createQuery(
                    "SELECT s.head, s.last_serial,"
                        + " sum(CASE WHEN c.issued_at IS NOT NULL THEN 1 ELSE 0 END) AS issued,"
                        + " sum(CASE WHEN c.state = 'WAITING' THEN 1 ELSE 0 END) AS waiting,"
                        + " sum(CASE WHEN c.state = 'VOID' THEN 1 ELSE 0 END) AS voided"
                        + " FROM certificate_series s JOIN certificate c ON c.series_head = s.head"
                        + " WHERE s.head IN (SELECT o.series_head FROM certificate o WHERE"
                        + " o.campaign = :campaign) GROUP BY s.head, s.last_serial ORDER BY s.head")
                .bind("campaign", campaign.id())
                .map(
                    (row, context) ->
                        new Series(
                            row.getString("head"),
                            row.getInt("last_serial"),
                            row.getInt("issued"),
                            row.getInt("waiting"),
                            row.getInt("voided")))
                .list());
  }

  /** How many valid certificates each school's people have, by school code. */
  public List<OfSchool> bySchool(Campaign campaign) {
    return database.read(
        tx ->
            tx.createQuery(
                    "SELECT school, min(CASE WHEN of_kind IN ('TEACHER', 'ADMINISTRATOR') THEN"
                        + " school_name ELSE name END) AS school_name, count(*) AS certificates"
                        + " FROM certificate WHERE campaign = :campaign AND state = 'VALID'"
                        + " GROUP BY school ORDER BY 2, 1")
                .bind("campaign", campaign.id())
                .map(
                    (row, context) ->
                        new OfSchool(
                            row.getString("school"),
                            row.getString("school_name"),
                            row.getInt("certificates")))
                .list());
  }

  /** How many valid certificates a school and its people have. */
  public record OfSchool(String code, String name, int certificates) {}

  /**
   * Files of valid certificates.
   *
   * @param campaign empty for all
   * @param school code; empty for all
   * @param withheld also those that the person asked not to be shown
   */
  public record Files(Optional<Campaign> campaign, Optional<String> school, boolean withheld) {

    private Query bound(Query query) {
      return query
          .bind("campaign", campaign.map(Campaign::id).orElse(0))
          .bind("all", school.isPresent() ? 0 : 1)
          .bind("school", school.orElse(""))
          .bind("withheld", withheld ? 1 : 0);
    }
  }

  /** Takes files one after the other. */
  public interface FileTaker<X extends Exception> {
    /** Takes one. */
    void take(Certificate certificate, byte[] pdf) throws X;
  }

  /** How many files there are. */
  public int count(Files files) {
    return database.read(
        tx ->
            files
                .bound(tx.createQuery("SELECT count(*) FROM certificate c " + VALID))
                .mapTo(Integer.class)
                .one());
  }

  /** Hands files over by school and series; one is in memory at a time. */
  public <X extends Exception> void files(Files files, FileTaker<X> taker) throws X {
    List<Long> ids =
        database.read(
            tx ->
                files
                    .bound(
                        tx.createQuery(
                            "SELECT c.id FROM certificate c "
                                + VALID
                                + " ORDER BY c.school, c.series_head, c.serial"))
                    .mapTo(Long.class)
                    .list());
    this.<X>files(
        ids,
        (one, pdf) -> {
          if (files.withheld() || !one.isWithheld()) {
            taker.take(one, pdf);
          }
        });
  }

  /**
   * Hands over the files of certificates in this order, leaving out what is no longer valid; one is
   * in memory at a time.
   *
   * @return how many were handed over
   */
  public <X extends Exception> int files(List<Long> ids, FileTaker<X> taker) throws X {
    int taken = 0;
    for (long id : ids) {
      // asked again: while the others were handed over it may have been revoked
      Optional<Certificate> one =
          database.read(
              tx ->
                  CertificateReader.one(
                      CertificateReader.query(tx, "WHERE c.id = :id AND c.state = 'VALID'")
                          .bind("id", id)));
      if (one.isPresent()) {
        taker.take(one.get(), file(id));
        taken++;
      }
    }
    return taken;
  }

  /**
   * The valid certificates that a filter takes, in the order in which paper is handed out: by
   * school, then by series.
   *
   * @param order the only one whose certificates are wanted; 0 for all
   */
  public List<Leaf> leaves(Campaign campaign, RegisterFilter filter, long order) {
    return database.read(
        tx ->
            bound(
                    tx.createQuery(
                        "SELECT c.id, c.series_head, c.serial, c.name, c.school_name,"
                            + " c.template, c.withheld_at FROM certificate c "
                            + FILTER
                            + " AND c.state = 'VALID' AND (:order = 0 OR c.batch = :order)"
                            + " ORDER BY c.school, c.series_head, c.serial"),
                    campaign,
                    filter)
                .bind("order", order)
                .map((row, context) -> CertificateReader.leaf(row))
                .list());
  }

  private byte[] file(long id) {
    return database.read(
        tx ->
            tx.createQuery("SELECT pdf FROM certificate_file WHERE certificate = :id")
                .bind("id", id)
                .mapTo(byte[].class)
                .one());
  }
}

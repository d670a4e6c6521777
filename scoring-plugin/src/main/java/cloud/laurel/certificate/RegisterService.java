package cloud.laurel.certificate;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.store.Database;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The register of all numbers, for officers: also those that wait, are void, or are withheld from
 * the public.
 */
public class RegisterService {

  private static final String FILTER =
      "WHERE c.campaign = :campaign AND (:honour = '' OR c.honour = :honour)"
          + " AND (:state = '' OR c.state = :state) AND (:school = '' OR c.school = :school)"
          + " AND (:words = '' OR lower(c.name) LIKE :pattern ESCAPE '!'"
          + " OR lower(c.school_name) LIKE :pattern ESCAPE '!'"
          + " OR lower(c.series_head || '-' || lpad(cast(c.serial AS VARCHAR), 4, '0'))"
          + " LIKE :pattern ESCAPE '!')";

  private final Database database;

  /** One for a database. */
  public RegisterService(Database database) {
    this.database = database;
  }

  /** A stretch of a campaign's register, by series. */
  public RegisterPage page(Campaign campaign, RegisterFilter filter, int offset, int size) {
    return database.read(
        tx ->
            new RegisterPage(
                bound(
                        CertificateReader.query(
                            tx,
                            FILTER
                                + " ORDER BY c.series_head, c.serial LIMIT :size OFFSET :offset"),
                        campaign,
                        filter)
                    .bind("size", size)
                    .bind("offset", offset)
                    .map((row, context) -> CertificateReader.certificate(row))
                    .list(),
                bound(
                        tx.createQuery("SELECT count(*) FROM certificate c " + FILTER),
                        campaign,
                        filter)
                    .mapTo(Integer.class)
                    .one()));
  }

  private static Query bound(Query query, Campaign campaign, RegisterFilter filter) {
    String words = filter.words().strip().toLowerCase(Locale.ROOT);
    return query
        .bind("campaign", campaign.id())
        .bind("honour", filter.honour())
        .bind("state", filter.state().map(Enum::name).orElse(""))
        .bind("school", filter.school())
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

  /**
   * Certificates of a school's people.
   *
   * @param code empty for central schools
   */
  public record OfSchool(String code, String name, int certificates) {}

  /** Takes the files of a campaign's valid certificates one after the other. */
  public interface FileTaker<X extends Exception> {
    /** Takes one. */
    void take(Certificate certificate, byte[] pdf) throws X;
  }

  /**
   * Hands over the files of valid certificates by school and series; one is in memory at a time.
   *
   * @param school code; empty for all
   */
  public <X extends Exception> void files(
      Campaign campaign, Optional<String> school, FileTaker<X> taker) throws X {
    files(database.read(tx -> valid(tx, campaign, school)), taker);
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

  private static List<Long> valid(Handle tx, Campaign campaign, Optional<String> school) {
    return tx.createQuery(
            "SELECT c.id FROM certificate c WHERE c.campaign = :campaign AND c.state = 'VALID'"
                + " AND (:all = 1 OR c.school = :school)"
                + " ORDER BY c.school, c.series_head, c.serial")
        .bind("campaign", campaign.id())
        .bind("all", school.isPresent() ? 0 : 1)
        .bind("school", school.orElse(""))
        .mapTo(Long.class)
        .list();
  }
}

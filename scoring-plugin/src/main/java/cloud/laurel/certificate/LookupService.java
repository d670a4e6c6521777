package cloud.laurel.certificate;

import cloud.laurel.certificate.LookupRule.Typed;
import cloud.laurel.roster.RosterService;
import cloud.laurel.roster.School;
import cloud.laurel.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the public may learn of certificates, for everybody who knows a number, a file, or a name
 * with a school. Nothing can be listed. Every question costs the same, whether there is an answer
 * or not.
 */
public class LookupService {

  /** Days of the views are those of China. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** The most certificates of one name and school that are shown. */
  private static final int MOST = 20;

  /** No certificate has this id. */
  private static final long NOBODYS = 0;

  private final Database database;
  private final InstantSource clock;
  private final RosterService roster;

  /** One for a database. */
  public LookupService(Database database, InstantSource clock, RosterService roster) {
    this.database = database;
    this.clock = clock;
    this.roster = roster;
  }

  /**
   * The certificate of a number.
   *
   * @param typed the whole number or the verification code alone, however it was typed; empty
   *     answers for a series alone, which can be guessed
   */
  public Optional<Certificate> byNumber(String typed) {
    Optional<Typed> number = LookupRule.number(typed);
    return database
        .read(
            tx ->
                CertificateReader.one(
                    CertificateReader.query(tx, "WHERE c.code = :code")
                        .bind("code", number.map(Typed::code).orElse(""))))
        .filter(found -> number.orElseThrow().fits(found.number()))
        .filter(found -> found.state().isPublic());
  }

  /**
   * Whether a text can be a number at all, as its check character tells; nobody can guess one that
   * is somebody's.
   */
  public static boolean isNumber(String typed) {
    return LookupRule.number(typed).isPresent();
  }

  /**
   * The certificates of a name, with the school or a number; the newest first. Withheld ones are
   * not found like this.
   *
   * @param name exact, but for spaces, width and case
   * @param schoolOrNumber the school's name, other name or code, or a number, its series or code
   */
  public List<Certificate> find(String name, String schoolOrNumber) {
    List<School> schools = roster.schoolsNamed(shortened(schoolOrNumber));
    String school = schools.size() == 1 ? schools.get(0).code() : shortened(schoolOrNumber).strip();
    List<String> keys = LookupRule.asked(name, schoolOrNumber, school);
    return database.read(
        tx -> {
          // by the key first: no database may think of reading the register from its end instead
          List<Long> ids =
              tx.createQuery(
                      "SELECT DISTINCT certificate FROM certificate_key WHERE look_up IN (<keys>)")
                  .bindList("keys", keys)
                  .mapTo(Long.class)
                  .list();
          return CertificateReader.query(
                  tx,
                  "WHERE c.id IN (<ids>) AND c.withheld_at IS NULL AND c.issued_at IS NOT NULL"
                      + " ORDER BY c.id DESC LIMIT "
                      + MOST)
              .bindList("ids", ids.isEmpty() ? List.of(NOBODYS) : ids)
              .map((row, context) -> CertificateReader.certificate(row))
              .list();
        });
  }

  private static String shortened(String typed) {
    return typed.length() > LookupRule.LONGEST ? "" : typed;
  }

  /**
   * The certificate of a file.
   *
   * @param sha256 of the file, in hexadecimal
   */
  public Optional<Certificate> byHash(String sha256) {
    return database.read(
        tx ->
            CertificateReader.one(
                CertificateReader.query(tx, "WHERE c.file_hash = :hash")
                    .bind("hash", LookupRule.hash(sha256))));
  }

  /** Somebody's own certificates, the newest first, also withheld ones. */
  public List<Certificate> ofAccount(String account) {
    return account.isEmpty()
        ? List.of()
        : database.read(
            tx ->
                CertificateReader.query(
                        tx,
                        "WHERE c.account = :account AND c.issued_at IS NOT NULL ORDER BY c.id DESC")
                    .bind("account", account)
                    .map((row, context) -> CertificateReader.certificate(row))
                    .list());
  }

  /** The signed file. */
  public byte[] pdf(Certificate certificate) {
    return database.read(
        tx ->
            tx.createQuery("SELECT pdf FROM certificate_file WHERE certificate = :id")
                .bind("id", certificate.id())
                .mapTo(byte[].class)
                .one());
  }

  /** The credential, a signed JWT. */
  public String credential(Certificate certificate) {
    return text(certificate, "credential");
  }

  /** The text record with its SM2 signature; empty when it was issued without such a key. */
  public String record(Certificate certificate) {
    return text(certificate, "record");
  }

  private String text(Certificate certificate, String column) {
    return database.read(
        tx ->
            tx.createQuery("SELECT " + column + " FROM certificate_file WHERE certificate = :id")
                .bind("id", certificate.id())
                .mapTo(String.class)
                .one());
  }

  /** Counts one look at a certificate; who looked is not known here. */
  public void countView(Certificate certificate, Way way) {
    LocalDate day = LocalDate.ofInstant(now(), ZONE);
    database.useTransaction(
        tx -> {
          if (tx.execute(
                  "UPDATE certificate_view SET views = views + 1 WHERE certificate = ? AND"
                      + " local_day = ? AND way = ?",
                  certificate.id(),
                  day,
                  way.name())
              == 0) {
            // a second first view of the day collides here, and the transaction runs again
            tx.execute(
                "INSERT INTO certificate_view (certificate, local_day, way, views) VALUES"
                    + " (?, ?, ?, 1)",
                certificate.id(),
                day,
                way.name());
          }
        });
  }

  /** How often a certificate was looked at. */
  public Views views(Certificate certificate) {
    Map<YearMonth, Map<Way, Long>> months = new TreeMap<>(Comparator.reverseOrder());
    database.read(
        tx ->
            tx.createQuery(
                    "SELECT local_day, way, views FROM certificate_view WHERE certificate = :id")
                .bind("id", certificate.id())
                .map(
                    (row, context) ->
                        months
                            .computeIfAbsent(
                                YearMonth.from(row.getObject("local_day", LocalDate.class)),
                                month -> new EnumMap<>(Way.class))
                            .merge(
                                Way.valueOf(row.getString("way")), row.getLong("views"), Long::sum))
                .list());
    return new Views(
        months.entrySet().stream().map(m -> new Views.Month(m.getKey(), m.getValue())).toList());
  }

  private Instant now() {
    return clock.instant();
  }
}

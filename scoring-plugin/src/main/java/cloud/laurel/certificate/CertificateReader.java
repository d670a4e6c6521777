package cloud.laurel.certificate;

import cloud.laurel.campaign.Rules.Honour.Of;
import cloud.laurel.certificate.Certificate.Change;
import cloud.laurel.certificate.Certificate.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads certificates from the database. */
final class CertificateReader {

  private static final String SELECT =
      "SELECT c.*, p.series_head AS p_head, p.serial AS p_serial, p.code AS p_code,"
          + " s.series_head AS s_head, s.serial AS s_serial, s.code AS s_code FROM certificate c"
          + " LEFT JOIN certificate p ON p.id = c.predecessor"
          + " LEFT JOIN certificate s ON s.id = c.successor ";

  private CertificateReader() {}

  /** A query of certificates, known in it as {@code c}. */
  static Query query(Handle tx, String where) {
    return tx.createQuery(SELECT + where);
  }

  static Optional<Certificate> one(Query query) {
    return query.map((row, context) -> certificate(row)).findFirst();
  }

  static Certificate certificate(ResultSet row) throws SQLException {
    return new Certificate(
        row.getLong("id"),
        row.getLong("batch"),
        row.getInt("campaign"),
        row.getString("honour"),
        number(row, "").orElseThrow(),
        printed(row),
        new Design(row.getLong("template"), optionalLong(row, "seal")),
        row.getString("account"),
        row.getString("school"),
        State.valueOf(row.getString("state")),
        instant(row, "taken_at").orElseThrow(),
        instant(row, "issued_at"),
        Optional.ofNullable(row.getString("file_hash")).orElse(""),
        row.getString("signing_key"),
        change(row),
        number(row, "p_"),
        instant(row, "withheld_at"));
  }

  static Leaf leaf(ResultSet row) throws SQLException {
    String school = row.getString("school_name");
    return new Leaf(
        row.getLong("id"),
        SeriesRule.series(row.getString("series_head"), row.getInt("serial")),
        school.isEmpty() ? row.getString("name") : school,
        row.getLong("template"),
        instant(row, "withheld_at").isPresent());
  }

  private static Optional<Change> change(ResultSet row) throws SQLException {
    Optional<Instant> at = instant(row, "changed_at");
    String reason = row.getString("change_reason");
    Optional<CertificateNumber> successor = number(row, "s_");
    return at.map(when -> new Change(when, reason, successor));
  }

  private static Printed printed(ResultSet row) throws SQLException {
    return new Printed(
        Of.valueOf(row.getString("of_kind")),
        row.getString("name"),
        row.getString("school_name"),
        row.getString("campaign_title"),
        row.getString("reason"),
        row.getString("honour_name"),
        row.getString("document"),
        row.getString("issuer"),
        row.getObject("issued_on", LocalDate.class),
        row.getBoolean("demo"));
  }

  private static Optional<CertificateNumber> number(ResultSet row, String prefix)
      throws SQLException {
    String head = row.getString(prefix.isEmpty() ? "series_head" : prefix + "head");
    return head == null
        ? Optional.empty()
        : Optional.of(
            new CertificateNumber(
                SeriesRule.series(head, row.getInt(prefix + "serial")),
                row.getString(prefix + "code")));
  }

  private static OptionalLong optionalLong(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}

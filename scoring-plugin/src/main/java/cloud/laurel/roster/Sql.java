package cloud.laurel.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.argument.Argument;

/** Values on their way to and from both databases. */
final class Sql {

  /** Rows a batch and values an array: enough to forget the round trips, little for the heap. */
  static final int CHUNK = 1000;

  private Sql() {}

  /** A list for {@code = ANY(:x)}, which both databases answer from an index. */
  static Argument array(Collection<String> values) {
    return (position, statement, context) ->
        statement.setArray(
            position, statement.getConnection().createArrayOf("varchar", values.toArray()));
  }

  static Argument time(Optional<Instant> time) {
    return (position, statement, context) -> {
      if (time.isPresent()) {
        statement.setObject(position, time.get().atOffset(ZoneOffset.UTC));
      } else {
        statement.setNull(position, Types.TIMESTAMP_WITH_TIMEZONE);
      }
    };
  }

  static Argument date(Optional<LocalDate> date) {
    return (position, statement, context) -> {
      if (date.isPresent()) {
        statement.setObject(position, date.get());
      } else {
        statement.setNull(position, Types.DATE);
      }
    };
  }

  static Argument date(LocalDate date) {
    return date(Optional.of(date));
  }

  static Argument text(Optional<String> text) {
    return (position, statement, context) -> {
      if (text.isPresent()) {
        statement.setString(position, text.get());
      } else {
        statement.setNull(position, Types.VARCHAR);
      }
    };
  }

  static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  static Optional<LocalDate> optionalDate(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }

  static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  /** Hands a list on in parts. */
  static <T> void chunks(List<T> all, Consumer<List<T>> work) {
    for (int i = 0; i < all.size(); i += CHUNK) {
      work.accept(all.subList(i, Math.min(all.size(), i + CHUNK)));
    }
  }
}

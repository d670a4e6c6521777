package cloud.laurel.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {

  @ParameterizedTest
  @EnumSource
  void migratingTwiceChangesNothing(TestDatabase kind) {
    Database database = kind.fresh();
    database.migrate();
    int versions =
        database.read(
            h ->
                h.createQuery("SELECT count(*) FROM laurel_schema_history WHERE \"success\"")
                    .mapTo(Integer.class)
                    .one());
    assertThat(versions).isPositive();
  }

  @Test
  void compactingTheEmbeddedFileKeepsWhatIsInIt(@TempDir Path folder) throws IOException {
    Database database = new Database(file(folder));
    database.migrate();
    for (int i = 0; i < 50; i++) {
      String name = "s" + i;
      database.useTransaction(
          tx -> tx.execute("INSERT INTO imported_file VALUES (?, current_timestamp)", name));
    }
    long before = size(folder);
    database.compact();
    assertThat(size(folder)).isLessThan(before);
    assertThat(count(database, "imported_file")).isEqualTo(50);
  }

  @Test
  void aFileThatHoldsLittleIsCompactedWhenItPays(@TempDir Path folder)
      throws IOException, SQLException {
    try (Connection held = file(folder).getConnection()) {
      assertThat(held.isValid(1)).as("holds the database open, as a server does").isTrue();
      Database database = new Database(file(folder));
      database.useTransaction(
          tx -> {
            tx.execute("CREATE TABLE sheet (id INT PRIMARY KEY, pdf BYTEA NOT NULL)");
            tx.execute("INSERT INTO sheet VALUES (1, ?)", new byte[1]);
          });
      for (int i = 0; i < 20; i++) {
        database.useTransaction(tx -> tx.execute("UPDATE sheet SET pdf = ?", new byte[1 << 18]));
      }
      long before = size(folder);
      assertThat(before).isGreaterThan(4 << 20);
      database.compactWhenItPays();
      assertThat(size(folder)).as("a few megabytes do not pay").isGreaterThanOrEqualTo(before);
      database.compact(1 << 20);
      assertThat(size(folder)).isLessThan(1 << 20);
      assertThat(count(database, "sheet")).isOne();
    }
  }

  private static JdbcDataSource file(Path folder) {
    JdbcDataSource file = new JdbcDataSource();
    file.setURL(
        "jdbc:h2:file:"
            + folder.resolve("laurel")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0");
    return file;
  }

  private static long size(Path folder) throws IOException {
    return Files.size(folder.resolve("laurel.mv.db"));
  }

  private static int count(Database database, String table) {
    return database.<Integer, RuntimeException>read(
        h -> h.select("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
  }
}

package cloud.laurel.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    JdbcDataSource file = new JdbcDataSource();
    file.setURL(
        "jdbc:h2:file:"
            + folder.resolve("laurel")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0");
    Database database = new Database(file);
    database.migrate();
    for (int i = 0; i < 50; i++) {
      String name = "s" + i;
      database.useTransaction(
          tx -> tx.execute("INSERT INTO imported_file VALUES (?, current_timestamp)", name));
    }
    long before = Files.size(folder.resolve("laurel.mv.db"));
    database.compact();
    assertThat(Files.size(folder.resolve("laurel.mv.db"))).isLessThan(before);
    assertThat(
            database.<Integer, RuntimeException>read(
                h -> h.select("SELECT count(*) FROM imported_file").mapTo(Integer.class).one()))
        .isEqualTo(50);
  }
}

package cloud.laurel.store;

import static org.assertj.core.api.Assertions.assertThat;

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
}

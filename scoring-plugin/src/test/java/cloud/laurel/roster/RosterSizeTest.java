package cloud.laurel.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Role;
import cloud.laurel.store.Database;
import cloud.laurel.store.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A whole city: 66 schools, 3,772 teachers and 42,649 pupils. */
class RosterSizeTest {

  private static final LocalDate DAY = LocalDate.parse("2020-12-01");
  private static final int TEACHERS = 3_772;
  private static final int PUPILS = 42_649;

  private static RosterZip city(int grade, int gone) {
    String[] schools = IntStream.range(0, 66).mapToObj(i -> "S" + i).toArray(String[]::new);
    RosterZip zip = RosterZip.ofSchools(schools);
    IntStream.range(gone, TEACHERS).forEach(i -> zip.teacher("T" + i, "S" + i % 66));
    IntStream.range(0, PUPILS)
        .forEach(i -> zip.pupil("P" + i, "S" + i % 66, "%02d".formatted(grade + i % 4)));
    return zip;
  }

  @ParameterizedTest
  @EnumSource
  void wholeCityIsImportedAndMovesUpAGrade(TestDatabase kind) {
    Database database = kind.fresh();
    RosterService service = new RosterService(database, () -> Instant.EPOCH, List.of());
    int people = TEACHERS + PUPILS;
    RosterResult first = service.importOneRoster(city(3, 0).toStream(), DAY);
    assertThat(first).isEqualTo(new RosterResult(66, people, people, 0, 0, List.of()));
    RosterResult again = service.importOneRoster(city(3, 0).toStream(), DAY.plusDays(9));
    assertThat(again).isEqualTo(new RosterResult(66, people, 0, 0, 0, List.of()));
    RosterResult next = service.importOneRoster(city(4, 72).toStream(), DAY.plusYears(1));
    assertThat(next).isEqualTo(new RosterResult(66, people - 72, 0, PUPILS, 72, List.of()));
    List<String> some = IntStream.range(0, 1000).mapToObj(i -> "P" + i * 40).toList();
    Map<String, Person> found = database.read(h -> service.byAccounts(h, some));
    assertThat(found).hasSize(1000);
    assertThat(found.get("P40").on(DAY.plusYears(2)))
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.role()).isEqualTo(Role.STUDENT);
              assertThat(m.grade()).isEqualTo(4);
              assertThat(m.school()).isEqualTo("S40");
            });
  }
}

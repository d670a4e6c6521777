package cloud.laurel.roster;

import static cloud.laurel.roster.RosterZip.ofSchools;
import static cloud.laurel.roster.RosterZip.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cloud.laurel.roster.RosterResult.RowProblem;
import cloud.laurel.store.Database;
import cloud.laurel.store.TestDatabase;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad rows: each is told with file, row and column, and nothing is stored. */
class RosterProblemsTest {

  private static final LocalDate DAY = LocalDate.parse("2020-12-01");
  private static final Map<TestDatabase, Database> DATABASES = new EnumMap<>(TestDatabase.class);

  private static final String SPACES =
      "sourcedId,orgSourcedIds,role,username,familyName,givenName,"
          + "metadata.spaceRegisteredAt,metadata.spaceActivatedAt";

  static Stream<Arguments> badRows() {
    String manifest = RosterZip.MANIFEST;
    return Stream.of(
        of("missing manifest", plain().without("manifest.csv"), "manifest.csv", 0, ""),
        of("missing orgs", plain().without("orgs.csv"), "orgs.csv", 0, ""),
        of("missing users", plain().without("users.csv"), "users.csv", 0, ""),
        of(
            "delta",
            plain().file("manifest.csv", manifest.replace("users,bulk", "users,delta")),
            "manifest.csv",
            5,
            "value"),
        of(
            "absent users",
            plain().file("manifest.csv", manifest.replace("users,bulk", "users,absent")),
            "manifest.csv",
            5,
            "value"),
        of(
            "unknown version",
            plain().file("manifest.csv", manifest.replace("1.1", "2.0")),
            "manifest.csv",
            3,
            "value"),
        of(
            "no version",
            plain().file("manifest.csv", "propertyName,value\nfile.orgs,bulk\n"),
            "manifest.csv",
            0,
            "propertyName"),
        of("missing column", plain().orgHeading("sourcedId,title,type,x"), "orgs.csv", 1, "name"),
        of("column twice", plain().orgHeading("sourcedId,name,type,NAME"), "orgs.csv", 1, "NAME"),
        of("bad type", plain().org("X,甲,state,"), "orgs.csv", 4, "type"),
        of("unknown parent", plain().org("X,甲,school,Y"), "orgs.csv", 4, "parentSourcedId"),
        of("school as parent", plain().org("X,甲,school,S1"), "orgs.csv", 4, "parentSourcedId"),
        of("empty school name", plain().org("X,　,school,D"), "orgs.csv", 4, "name"),
        of("duplicate school", plain().org("S1,甲,school,D"), "orgs.csv", 4, "sourcedId"),
        of("no schools", ofSchools().teacher("T1", "D"), "orgs.csv", 0, ""),
        of("unknown school", plain().teacher("T2", "S1,S9"), "users.csv", 3, "orgSourcedIds"),
        of("no school", plain().teacher("T2", ""), "users.csv", 3, "orgSourcedIds"),
        of("district only", plain().teacher("T2", "D"), "users.csv", 3, "orgSourcedIds"),
        of("no id", plain().user(",S1,teacher,x,林,一,"), "users.csv", 3, "sourcedId"),
        of("duplicate id", plain().user("T1,S1,teacher,x,林,一,"), "users.csv", 3, "sourcedId"),
        of("same user name", plain().user("T2,S1,teacher,u-T1,林,一,"), "users.csv", 3, "username"),
        of("bad role", plain().user("T2,S1,headmaster,x,林,一,"), "users.csv", 3, "role"),
        of("pupil without grade", plain().pupil("P1", "S1", ""), "users.csv", 3, "grades"),
        of("grade 13", plain().pupil("P1", "S1", "13"), "users.csv", 3, "grades"),
        of("one digit", plain().pupil("P1", "S1", "3"), "users.csv", 3, "grades"),
        of("empty name", plain().user("T2,S1,teacher,x, ,　,"), "users.csv", 3, "familyName"),
        of("long id", plain().teacher("T".repeat(127), "S1"), "users.csv", 3, "username"),
        of(
            "long name",
            plain().user("T2,S1,teacher,x,林," + "一".repeat(501) + ","),
            "users.csv",
            3,
            "givenName"),
        of("control", plain().user("T2,S1,teacher,x,林,一\u0007二,"), "users.csv", 3, "givenName"),
        of("override", plain().user("T2,S1,teacher,x,林,a\u202Eb,"), "users.csv", 3, "givenName"),
        of("too few fields", plain().user("T2,S1,teacher,x,林"), "users.csv", 3, ""),
        of("too many fields", plain().user("T2,S1,teacher,x,林,一,,,"), "users.csv", 3, ""),
        of("unclosed quote", plain().user("T2,\"S1,teacher,x,林,一,"), "users.csv", 3, ""),
        of(
            "quote that eats the file",
            plain().user("T2,\"S1").user(("x".repeat(99) + "\n").repeat(2000)),
            "users.csv",
            3,
            ""),
        of("endless line", plain().user("x".repeat(70_000)), "users.csv", 3, ""),
        of(
            "bad date",
            ofSchools("S1").userHeading(SPACES).user("T1,S1,teacher,x,林,一,2020-13-01,"),
            "users.csv",
            2,
            "metadata.spaceRegisteredAt"),
        of(
            "activated too early",
            ofSchools("S1").userHeading(SPACES).user("T1,S1,teacher,x,林,一,2020-12-02,2020-12-01"),
            "users.csv",
            2,
            "metadata.spaceActivatedAt"),
        of(
            "activated, not registered",
            ofSchools("S1").userHeading(SPACES).user("T1,S1,teacher,x,林,一,,2020-12-01"),
            "users.csv",
            2,
            "metadata.spaceRegisteredAt"),
        of(
            "pupils without column",
            ofSchools("S1")
                .userHeading("sourcedId,orgSourcedIds,role,username,familyName,givenName")
                .user("P1,S1,student,x,林,一"),
            "users.csv",
            1,
            "grades"),
        of("nobody", ofSchools("S1"), "users.csv", 0, ""),
        of("parents only", ofSchools("S1").user("G,S1,parent,g,林,一,"), "users.csv", 0, ""),
        of(
            "bad state",
            ofSchools("S1")
                .userHeading(
                    "sourcedId,orgSourcedIds,role,username,familyName,givenName,enabledUser")
                .user("T1,S1,teacher,x,林,一,maybe"),
            "users.csv",
            2,
            "enabledUser"),
        of(
            "roles of nobody",
            plain().file("roles.csv", "userSourcedId,role,orgSourcedId\nT9,teacher,S1\n"),
            "roles.csv",
            2,
            "userSourcedId"),
        of(
            "roles promised",
            plain().file("manifest.csv", manifest + "file.roles,bulk\n"),
            "roles.csv",
            0,
            ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badRows")
  void badRowIsToldAndNothingStored(
      String name, RosterZip zip, String file, long row, String column) {
    for (TestDatabase kind : TestDatabase.values()) {
      RosterService service = service(kind);
      List<RowProblem> problems = service.importOneRoster(zip.toStream(), DAY).problems();
      assertThat(problems)
          .singleElement()
          .satisfies(
              p -> {
                assertThat(p.file()).isEqualTo(file);
                assertThat(p.row()).isEqualTo(row);
                assertThat(p.column()).isEqualTo(column);
                assertThat(p.problem()).endsWith(".");
              });
      assertThat(service.schools()).isEmpty();
      assertThat(service.find("T1")).isEmpty();
    }
  }

  @Test
  void everyProblemIsToldInFileOrder() {
    RosterZip zip =
        plain()
            .org("X,甲,school,Y")
            .org("Z,乙,kiosk,D")
            .teacher("T2", "S9")
            .pupil("P1", "S1", "00")
            .file("manifest.csv", "propertyName,value\noneroster.version,9\nfile.orgs,delta\n");
    assertThat(service(TestDatabase.H2).importOneRoster(zip.toStream(), DAY).problems())
        .extracting(p -> p.file() + ":" + p.row() + ":" + p.column())
        .containsExactly(
            "manifest.csv:2:value",
            "manifest.csv:3:value",
            "orgs.csv:4:parentSourcedId",
            "orgs.csv:5:type",
            "users.csv:3:orgSourcedIds",
            "users.csv:4:grades");
  }

  @Test
  void aThousandProblemsAreEnough() {
    RosterZip zip = plain();
    for (int i = 0; i < 3000; i++) {
      zip.pupil("P" + i, "S1", "99");
    }
    assertThat(service(TestDatabase.H2).importOneRoster(zip.toStream(), DAY).problems())
        .hasSize(1000)
        .last()
        .satisfies(p -> assertThat(p.row()).isEqualTo(1002));
  }

  @Test
  void rowIsTheLineEvenAfterBlankAndBrokenLines() {
    RosterZip zip =
        plain().user("").user("T2,S1,teacher,x,\"林\n\",二,").user(",,,,,,").pupil("P1", "S1", "77");
    assertThat(service(TestDatabase.H2).importOneRoster(zip.toStream(), DAY).problems())
        .singleElement()
        .satisfies(p -> assertThat(p.row()).isEqualTo(7));
  }

  @ParameterizedTest
  @EnumSource
  void effectiveDateMustBeOfOurAge(TestDatabase kind) {
    RosterResult result =
        service(kind).importOneRoster(new ByteArrayInputStream(plain().toBytes()), LocalDate.MAX);
    assertThat(result.problems()).extracting(RowProblem::column).containsExactly("effective");
  }

  private static Arguments of(String name, RosterZip zip, String file, long row, String column) {
    return arguments(name, zip, file, row, column);
  }

  private static RosterService service(TestDatabase kind) {
    Database database = DATABASES.computeIfAbsent(kind, TestDatabase::fresh);
    return new RosterService(database, () -> Instant.EPOCH, List.of());
  }
}

package cloud.laurel.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.campaign.Role;
import cloud.laurel.store.Database;
import cloud.laurel.store.TestDatabase;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RosterServiceTest {

  private static final LocalDate DEC = LocalDate.parse("2020-12-01");
  private static final LocalDate JAN = LocalDate.parse("2021-01-10");
  private static final LocalDate FEB = LocalDate.parse("2021-02-20");

  private final List<RosterObserver.Change> seen = new ArrayList<>();

  private RosterService service(Database database) {
    return new RosterService(
        database,
        () -> Instant.parse("2021-03-01T00:00:00Z"),
        List.of((tx, change) -> seen.add(change)));
  }

  private static RosterResult apply(RosterService service, RosterZip zip, LocalDate effective) {
    RosterResult result = service.importOneRoster(zip.toStream(), effective);
    assertThat(result.problems()).isEmpty();
    return result;
  }

  private static Membership teacher(String school, LocalDate from, LocalDate... to) {
    return new Membership(
        school, Role.TEACHER, 0, from, to.length == 0 ? Optional.empty() : Optional.of(to[0]));
  }

  @ParameterizedTest
  @EnumSource
  void firstImportIsFoundByEveryLookUp(TestDatabase kind) {
    RosterService service = service(kind.fresh());
    RosterZip zip =
        RosterZip.empty()
            .orgHeading("name,type,sourcedId,parentSourcedId,metadata.aliases,dateLastModified")
            .org("示范区,district,D,,,")
            .org("东山中心学校,local,C1,D,,")
            .org("市实验小学,school,S1,C1,实验小学|附小,")
            .org("六腰埕小学,school,S2,D,,")
            .userHeading(
                "SOURCEDID,orgSourcedIds,role,username,familyName,givenName,grades,"
                    + "metadata.roles,metadata.spaceRegisteredAt,metadata.spaceActivatedAt")
            .user("A1,S1,administrator,chen,陈　,宇,,teacher|administrator,2020-11-30,")
            .user("P1,\"S2,D\",student,,林, 小雨,\"03,04\",,2020-11-30T08:00:00+08:00,2020-12-01")
            .user("G1,S2,parent,gp,林,大伟,,,,");
    RosterResult result = apply(service, zip, DEC);
    assertThat(result).isEqualTo(new RosterResult(2, 2, 2, 0, 0, List.of()));
    assertThat(service.schools())
        .containsExactlyInAnyOrder(
            new School("S1", "市实验小学", Optional.of("C1")),
            new School("S2", "六腰埕小学", Optional.empty()));
    assertThat(service.school("S1")).map(School::name).contains("市实验小学");
    assertThat(service.school("C1")).isEmpty();
    assertThat(service.schoolsNamed(" 实验小学　")).extracting(School::code).containsExactly("S1");
    assertThat(service.findByUsername("chen"))
        .contains(
            new Person(
                "A1",
                "chen",
                "陈宇",
                List.of(
                    new Membership("S1", Role.ADMINISTRATOR, 0, DEC, Optional.empty()),
                    new Membership("S1", Role.TEACHER, 0, DEC, Optional.empty()))));
    assertThat(service.find("P1").orElseThrow().memberships())
        .containsExactly(new Membership("S2", Role.STUDENT, 3, DEC, Optional.empty()));
    assertThat(service.find("G1")).isEmpty();
    assertThat(service.findByUsername("")).isEmpty();
    assertThat(service.administers("A1", DEC)).extracting(School::code).containsExactly("S1");
    assertThat(service.administers("A1", DEC.minusDays(1))).isEmpty();
    assertThat(seen)
        .containsExactly(new RosterObserver.Change(DEC, Set.of("S1", "S2"), Set.of("A1", "P1")));
  }

  @ParameterizedTest
  @EnumSource
  void importingTheSameAgainChangesNothing(TestDatabase kind) {
    RosterService service = service(kind.fresh());
    RosterZip zip = RosterZip.ofSchools("S1", "S2").teacher("T1", "S1,S2").pupil("P1", "S2", "05");
    apply(service, zip, DEC);
    Person before = service.find("T1").orElseThrow();
    assertThat(apply(service, zip, DEC)).isEqualTo(new RosterResult(2, 2, 0, 0, 0, List.of()));
    assertThat(apply(service, zip, JAN)).isEqualTo(new RosterResult(2, 2, 0, 0, 0, List.of()));
    assertThat(service.find("T1")).contains(before);
    assertThat(seen.get(2).accounts()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whoIsMissingFromANamedSchoolHasLeft(TestDatabase kind) {
    RosterService service = service(kind.fresh());
    apply(
        service,
        RosterZip.ofSchools("S1", "S2").teacher("T1", "S1").teacher("T2", "S1").teacher("T3", "S2"),
        DEC);
    RosterResult result = apply(service, RosterZip.ofSchools("S1").teacher("T1", "S1"), JAN);
    assertThat(result).isEqualTo(new RosterResult(1, 1, 0, 0, 1, List.of()));
    assertThat(service.find("T2").orElseThrow().memberships())
        .containsExactly(teacher("S1", DEC, JAN));
    assertThat(service.find("T3").orElseThrow().memberships()).containsExactly(teacher("S2", DEC));
    assertThat(seen.get(1)).isEqualTo(new RosterObserver.Change(JAN, Set.of("S1"), Set.of("T2")));
  }

  @ParameterizedTest
  @EnumSource
  void disabledRowsCountAsMissing(TestDatabase kind) {
    RosterService service = service(kind.fresh());
    String heading =
        "sourcedId,status,enabledUser,orgSourcedIds,role,username,familyName,givenName";
    RosterZip first = RosterZip.ofSchools("S1").userHeading(heading);
    apply(
        service,
        first
            .user("T1,,true,S1,teacher,a,林,一")
            .user("T2,,,S1,teacher,b,林,二")
            .user("T3,,,S1,teacher,c,林,三"),
        DEC);
    RosterZip second = RosterZip.ofSchools("S1").userHeading(heading);
    RosterResult result =
        apply(
            service,
            second
                .user("T1,,FALSE,S1,teacher,a,林,一")
                .user("T2,tobedeleted,,S9,none,,,")
                .user("T3,active,true,S1,teacher,c,林,三"),
            JAN);
    assertThat(result).isEqualTo(new RosterResult(1, 1, 0, 0, 2, List.of()));
  }

  @ParameterizedTest
  @EnumSource
  void newGradeIsANewRow(TestDatabase kind) {
    RosterService service = service(kind.fresh());
    apply(service, RosterZip.ofSchools("S1").pupil("P1", "S1", "03"), DEC);
    RosterResult result = apply(service, RosterZip.ofSchools("S1").pupil("P1", "S1", "04"), JAN);
    assertThat(result.changed()).isEqualTo(1);
    assertThat(service.find("P1").orElseThrow().memberships())
        .containsExactly(
            new Membership("S1", Role.STUDENT, 3, DEC, Optional.of(JAN)),
            new Membership("S1", Role.STUDENT, 4, JAN, Optional.empty()));
  }

  @ParameterizedTest
  @EnumSource
  void whoMovesLeavesTheOldSchoolEvenWhenItIsNotNamed(TestDatabase kind) {
    RosterService service = service(kind.fresh());
    apply(service, RosterZip.ofSchools("S1", "S2").teacher("T1", "S1").teacher("T2", "S2"), DEC);
    RosterZip onlyS2 = RosterZip.ofSchools("S2").teacher("T1", "S2").teacher("T2", "S1,S2");
    assertThat(apply(service, onlyS2, JAN)).isEqualTo(new RosterResult(1, 2, 0, 2, 0, List.of()));
    assertThat(service.find("T1").orElseThrow().memberships())
        .containsExactly(teacher("S1", DEC, JAN), teacher("S2", JAN));
    assertThat(service.find("T2").orElseThrow().memberships())
        .containsExactly(teacher("S2", DEC), teacher("S1", JAN));
    assertThat(seen.get(1).schools()).containsExactlyInAnyOrder("S1", "S2");
  }

  @ParameterizedTest
  @EnumSource
  void lateUploadHoldsUntilTheNextOneOnRecord(TestDatabase kind) {
    RosterService service = service(kind.fresh());
    apply(service, RosterZip.ofSchools("S1").teacher("T1", "S1"), DEC);
    apply(service, RosterZip.ofSchools("S1").teacher("T1", "S1"), FEB);
    apply(service, RosterZip.ofSchools("S1").teacher("T2", "S1"), JAN);
    assertThat(service.find("T1").orElseThrow().memberships())
        .containsExactly(teacher("S1", DEC, JAN), teacher("S1", FEB));
    assertThat(service.find("T2").orElseThrow().memberships())
        .containsExactly(teacher("S1", JAN, FEB));
  }

  @ParameterizedTest
  @EnumSource
  void newestNameAndSpaceWinAndAMissingColumnLosesNothing(TestDatabase kind) {
    Database database = kind.fresh();
    RosterService service = service(database);
    RosterZip withSpace =
        RosterZip.ofSchools("S1")
            .userHeading(
                "sourcedId,orgSourcedIds,role,username,familyName,givenName,"
                    + "metadata.spaceRegisteredAt,metadata.spaceActivatedAt")
            .user("T1,S1,teacher,old,林,旧,2020-11-01,2020-11-02T00:00:00Z");
    RosterZip renamed =
        RosterZip.ofSchools("S1")
            .userHeading("sourcedId,orgSourcedIds,role,username,familyName,givenName")
            .user("T1,S1,teacher,new,林,新");
    apply(service, renamed, JAN);
    RosterResult late = apply(service, withSpace, DEC);
    assertThat(late.changed()).isEqualTo(1);
    assertThat(service.find("T1").orElseThrow().name()).isEqualTo("林新");
    assertThat(service.findByUsername("new")).isPresent();
    apply(service, renamed, FEB);
    StoredPerson stored = database.read(h -> new PersonRepository(h).load(List.of("T1"))).get("T1");
    assertThat(stored.registeredAt()).contains(Instant.parse("2020-10-31T16:00:00Z"));
    assertThat(stored.activatedAt()).contains(Instant.parse("2020-11-02T00:00:00Z"));
    assertThat(seen.get(1).accounts()).containsExactly("T1");
  }

  @ParameterizedTest
  @EnumSource
  void twoPeopleMayExchangeTheirUserNames(TestDatabase kind) {
    RosterService service = service(kind.fresh());
    String heading = "sourcedId,orgSourcedIds,role,username,familyName,givenName";
    apply(
        service,
        RosterZip.ofSchools("S1")
            .userHeading(heading)
            .user("T1,S1,teacher,a,林,一")
            .user("T2,S1,teacher,b,林,二"),
        DEC);
    apply(
        service,
        RosterZip.ofSchools("S1")
            .userHeading(heading)
            .user("T1,S1,teacher,b,林,一")
            .user("T2,S1,teacher,a,林,二"),
        JAN);
    assertThat(service.findByUsername("a")).map(Person::account).contains("T2");
  }

  @ParameterizedTest
  @EnumSource
  void userNameOfSomebodyElseIsRefusedAndNothingStored(TestDatabase kind) {
    RosterService service = service(kind.fresh());
    apply(service, RosterZip.plain(), DEC);
    RosterZip taken = RosterZip.ofSchools("S9").teacher("T8", "S9").user("T9,S9,teacher,u-T1,林,九,");
    RosterResult result = service.importOneRoster(taken.toStream(), JAN);
    assertThat(result.problems())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.row()).isEqualTo(3);
              assertThat(p.column()).isEqualTo("username");
            });
    assertThat(service.school("S9")).isEmpty();
    assertThat(service.find("T8")).isEmpty();
    assertThat(seen).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void failingObserverUndoesTheUpload(TestDatabase kind) {
    Database database = kind.fresh();
    RosterService service =
        new RosterService(
            database,
            () -> Instant.EPOCH,
            List.of(
                (tx, change) -> {
                  throw new IllegalStateException("no");
                }));
    assertThatThrownBy(() -> service.importOneRoster(RosterZip.plain().toStream(), DEC))
        .isInstanceOf(IllegalStateException.class);
    assertThat(service.schools()).isEmpty();
    assertThat(service.find("T1")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void gb18030UploadInAFolderIsTaken(TestDatabase kind) {
    RosterService service = service(kind.fresh());
    RosterZip zip =
        RosterZip.empty()
            .org("S1,垵边小学,school,")
            .user("T1,S1,teacher,t1,林,喆,")
            .encoded(Charset.forName("GB18030"))
            .in("名册/");
    apply(service, zip, DEC);
    assertThat(service.school("S1")).map(School::name).contains("垵边小学");
    assertThat(service.find("T1")).map(Person::name).contains("林喆");
  }

  @ParameterizedTest
  @EnumSource
  void rolesFileAddsRoles(TestDatabase kind) {
    RosterService service = service(kind.fresh());
    RosterZip zip =
        RosterZip.ofSchools("S1", "S2")
            .teacher("T1", "S1")
            .file(
                "roles.csv",
                """
                userSourcedId,roleType,role,orgSourcedId
                T1,primary,teacher,S1
                T1,secondary,administrator,S2
                """);
    apply(service, zip, DEC);
    assertThat(service.administers("T1", DEC)).extracting(School::code).containsExactly("S2");
    assertThat(service.find("T1").orElseThrow().memberships()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void uploadsAtTheSameTimeFollowOneAnother(TestDatabase kind) throws Exception {
    RosterService service = service(kind.fresh());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<RosterResult>> uploads = new ArrayList<>();
      for (int i = 1; i <= 8; i++) {
        // everybody's T0 moves from school to school; D is in each
        RosterZip zip =
            RosterZip.ofSchools("S" + i).teacher("T" + i, "S" + i).teacher("T0", "S" + i);
        LocalDate effective = DEC.plusDays(i);
        uploads.add(() -> apply(service, zip, effective));
      }
      for (Future<RosterResult> upload : threads.invokeAll(uploads)) {
        assertThat(upload.get().people()).isEqualTo(2);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(service.schools()).hasSize(8);
    assertThat(service.find("T0").orElseThrow().on(JAN))
        .containsExactly(teacher("S8", DEC.plusDays(8)));
    assertThat(service.find("T0").orElseThrow().memberships()).hasSize(8);
  }

  @ParameterizedTest
  @EnumSource
  void questionsThatNothingAnswers(TestDatabase kind) {
    RosterService service = service(kind.fresh());
    assertThat(service.find("a\0b")).isEmpty();
    assertThat(service.findByUsername("a\0b")).isEmpty();
    assertThat(service.school("\0")).isEmpty();
    assertThat(service.schoolsNamed("\0")).isEmpty();
    assertThat(service.administers("nobody", DEC)).isEmpty();
  }
}

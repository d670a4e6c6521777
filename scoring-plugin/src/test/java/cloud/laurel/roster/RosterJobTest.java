package cloud.laurel.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.roster.PersonChange.Kind;
import cloud.laurel.roster.RosterDeskService.Undone;
import cloud.laurel.roster.RosterJob.State;
import cloud.laurel.roster.RosterJobService.Confirmed;
import cloud.laurel.store.Database;
import cloud.laurel.store.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file's way into the roster: checked, shown, confirmed, applied, undone. */
class RosterJobTest {

  private static final LocalDate DEC = LocalDate.parse("2020-12-01");
  private static final LocalDate JAN = LocalDate.parse("2021-01-10");
  private static final RosterSender OFFICER =
      new RosterSender("bureau", "C:\\名册\\一月.xlsx", Optional.empty());

  private Database database;
  private Instant now = Instant.parse("2021-01-10T00:00:00Z");
  private final List<RosterObserver.Change> seen = new ArrayList<>();
  private RosterService service;
  private RosterJobService jobs;
  private RosterJobWorker worker;
  private RosterDeskService desk;

  private void start(TestDatabase kind) {
    database = kind.fresh();
    service = new RosterService(database, () -> now, List.of((tx, change) -> seen.add(change)));
    jobs = new RosterJobService(database, () -> now);
    worker = new RosterJobWorker(database, service, jobs, () -> now);
    desk = new RosterDeskService(database, service, () -> now);
    RosterZip zip =
        RosterZip.ofSchools("S1", "S2")
            .teacher("T1", "S1")
            .teacher("T2", "S1")
            .teacher("T3", "S2")
            .pupil("P1", "S1", "03")
            .pupil("P2", "S1", "03");
    assertThat(service.importOneRoster(zip.toStream(), DEC).problems()).isEmpty();
  }

  /** T1 stays, T2 leaves, T3 comes from S2, P1 moves up, P2 stays, P3 is new. */
  private static RosterSheet january() {
    return RosterSheet.plain()
        .teacher("T1", "S1")
        .teacher("T3", "S1")
        .pupil("P1", "S1", "4", "")
        .pupil("P2", "S1", "3", "")
        .pupil("P3", "S1", "3", "2班");
  }

  private long submit(RosterSheet sheet, String ticket) {
    try {
      return jobs.submit(sheet.toStream(), JAN, OFFICER, ticket);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private RosterJob checked(RosterSheet sheet) {
    long id = submit(sheet, "t" + System.nanoTime());
    assertThat(worker.work()).isTrue();
    return jobs.find(id).orElseThrow();
  }

  private List<String> accounts(RosterJob job, Kind kind) {
    return jobs.people(job, kind, 0, 50).stream().map(PersonChange::account).toList();
  }

  @ParameterizedTest
  @EnumSource
  void previewTellsWhatWillChangeAndChangesNothing(TestDatabase kind) {
    start(kind);
    RosterJob job = checked(january());
    assertThat(job.state()).isEqualTo(State.WAITING);
    assertThat(job.fileName()).isEqualTo("一月.xlsx");
    assertThat(job.counts()).isEqualTo(new RosterJob.Counts(5, 1, 1, 1, 1, 2));
    assertThat(accounts(job, Kind.ADDED)).containsExactly("P3");
    assertThat(accounts(job, Kind.LEFT)).containsExactly("T2");
    assertThat(accounts(job, Kind.MOVED)).containsExactly("T3");
    assertThat(accounts(job, Kind.CHANGED)).containsExactly("P1");
    assertThat(accounts(job, Kind.UNCHANGED)).containsExactly("T1", "P2");
    assertThat(jobs.people(job, Kind.CHANGED, 0, 1).get(0).facts())
        .containsExactly(PersonChange.Fact.GRADE);
    assertThat(jobs.people(job, Kind.LEFT, 0, 1).get(0).name()).isEqualTo("林测T2");
    assertThat(jobs.schools(job))
        .extracting(s -> s.code() + " " + s.people() + " +" + s.arriving() + " -" + s.leaving())
        .containsExactly("S1 4 +2 -1", "S2 1 +0 -1");
    assertThat(service.find("P3")).isEmpty();
    assertThat(seen).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void confirmingTwiceAppliesOnceAndNeedsATickWhenManyLeave(TestDatabase kind) {
    start(kind);
    RosterJob job = checked(january());
    assertThat(jobs.confirm(job.id(), false)).isEqualTo(Confirmed.NEEDS_TICK);
    assertThat(jobs.confirm(job.id(), true)).isEqualTo(Confirmed.APPLYING);
    assertThat(jobs.confirm(job.id(), true)).isEqualTo(Confirmed.APPLYING);
    assertThat(worker.work()).isTrue();
    assertThat(worker.work()).isFalse();
    assertThat(jobs.confirm(job.id(), true)).isEqualTo(Confirmed.APPLYING);
    assertThat(jobs.find(job.id()).orElseThrow().state()).isEqualTo(State.DONE);
    assertThat(service.find("P3").orElseThrow().on(JAN)).hasSize(1);
    assertThat(desk.uploads(Optional.empty(), 0, 10))
        .hasSize(2)
        .first()
        .satisfies(
            u -> {
              assertThat(u.by()).isEqualTo("bureau");
              assertThat(u.schoolName()).isEqualTo("第S1小学");
              assertThat(u.last()).isTrue();
            });
    assertThat(service.lastUploads().get("S1").effective()).isEqualTo(JAN);
    assertThat(service.lastUploads().get("S2").effective()).isEqualTo(DEC);
  }

  @ParameterizedTest
  @EnumSource
  void theSameFormSentTwiceIsOneJob(TestDatabase kind) {
    start(kind);
    assertThat(submit(january(), "same")).isEqualTo(submit(january(), "same"));
    assertThat(jobs.open(Optional.empty())).hasSize(1);
    assertThat(jobs.open(Optional.of("S1"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aPreviewThatNoLongerHoldsIsMadeAnew(TestDatabase kind) {
    start(kind);
    RosterJob job = checked(january());
    service.importOneRoster(RosterZip.ofSchools("S1").teacher("T1", "S1").toStream(), JAN);
    assertThat(jobs.confirm(job.id(), true)).isEqualTo(Confirmed.CHANGED_MEANWHILE);
    worker.work();
    RosterJob again = jobs.find(job.id()).orElseThrow();
    assertThat(again.state()).isEqualTo(State.WAITING);
    assertThat(again.rechecked()).isTrue();
    assertThat(again.counts().left()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aJobWhoseServerDiedIsTakenUpAgain(TestDatabase kind) {
    start(kind);
    long id = submit(january(), "died");
    database.inTransaction(tx -> new JobRepository(tx).claim("dead", now));
    assertThat(worker.work()).isFalse();
    now = now.plus(JobRepository.HELD).plusSeconds(1);
    assertThat(worker.work()).isTrue();
    assertThat(jobs.find(id).orElseThrow().state()).isEqualTo(State.WAITING);
  }

  @ParameterizedTest
  @EnumSource
  void aRejectedFileComesBackWithItsReasons(TestDatabase kind) throws IOException {
    start(kind);
    RosterJob job =
        checked(
            RosterSheet.of("备注,账号,学校代码,姓名,身份,行号,列,原因,建议")
                .row("a", "T1", "S1", "林一", "教师", "", "", "", "")
                .row("b", "T2", "S1", "林二", "门卫", "9", "旧", "旧", "旧")
                .row("c", "T4", "S9", "林四", "教师", "", "", "", ""));
    assertThat(job.state()).isEqualTo(State.REJECTED);
    assertThat(job.problems()).isEqualTo(2);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    new RosterFileService(database, jobs)
        .rejected(
            job,
            file,
            "名册",
            List.of("行号", "列", "原因", "建议"),
            t -> new RosterFileService.Reason(t.problem().name(), String.join("/", t.arguments())));
    List<List<String>> rows = rows(file.toByteArray());
    assertThat(rows.get(0)).containsExactly("备注", "账号", "学校代码", "姓名", "身份", "行号", "列", "原因", "建议");
    assertThat(rows.get(1)).containsExactly("b", "T2", "S1", "林二", "门卫", "3", "身份", "ROLE_WORD");
    assertThat(rows.get(2))
        .containsExactly("c", "T4", "S9", "林四", "教师", "4", "学校代码", "SCHOOL_UNKNOWN", "S9");
    assertThat(rows.get(3)).containsExactly("a", "T1", "S1", "林一", "教师");
    assertThat(service.find("T4")).isEmpty();
  }

  private static List<List<String>> rows(byte[] xlsx) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (UploadedFile file = UploadedFile.receive(new ByteArrayInputStream(xlsx), new Problems())) {
      new XlsxRows(file).read(new Problems(), (line, cells, lines) -> rows.add(List.copyOf(cells)));
    }
    return rows;
  }

  @ParameterizedTest
  @EnumSource
  void separatedValuesComeBackAsSuch(TestDatabase kind) throws IOException {
    start(kind);
    byte[] csv =
        RosterSheet.plain().row("T1", "S1", "", "", "", "教师", "", "").csv(StandardCharsets.UTF_8);
    long id = jobs.submit(new ByteArrayInputStream(csv), JAN, OFFICER, "csv");
    worker.work();
    RosterJob job = jobs.find(id).orElseThrow();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    new RosterFileService(database, jobs)
        .rejected(
            job,
            file,
            "名册",
            List.of("行号", "列", "原因", "建议"),
            t -> new RosterFileService.Reason("原因", "建议"));
    assertThat(file.toString(StandardCharsets.UTF_8))
        .startsWith("\uFEFF账号,")
        .contains("T1,S1,,,,教师,,,2,姓名,原因,建议");
  }

  @ParameterizedTest
  @EnumSource
  void theLastUploadCanBeUndoneAndNoOther(TestDatabase kind) {
    start(kind);
    String before = everything();
    service.importRoster(
        RosterSheet.of("账号,学校代码,学校名称,姓名,登录名,身份,空间注册时间,邮箱")
            .row("T1", "S1", "", "林改", "u-T2", "教师", "2021-01-02", "t1@example.org")
            .row("T2", "S1", "", "林换", "u-T1", "教师", "", "")
            .row("N1", "S9", "新小学", "林新", "new", "教师", "", "")
            .row("T3", "S9", "", "林测T3", "u-T3", "教师", "", "")
            .toStream(),
        JAN,
        OFFICER);
    List<UploadEntry> history = desk.uploads(Optional.empty(), 0, 10);
    assertThat(desk.undo(history.get(1).id(), "bureau", Optional.empty()))
        .isEqualTo(Undone.LATER_UPLOAD);
    assertThat(desk.undo(history.get(0).id(), "chen", Optional.of("S1")))
        .isEqualTo(Undone.NOT_FOUND);
    assertThat(everything()).isNotEqualTo(before);
    assertThat(desk.undo(history.get(0).id(), "bureau", Optional.empty())).isEqualTo(Undone.DONE);
    assertThat(everything()).isEqualTo(before);
    assertThat(seen.get(2).accounts()).contains("T1", "N1", "P1", "P2", "T3");
    assertThat(seen.get(2).schools()).contains("S1", "S2", "S9");
    assertThat(desk.undo(history.get(0).id(), "bureau", Optional.empty()))
        .isEqualTo(Undone.NOT_FOUND);
    assertThat(desk.upload(history.get(0).id()).orElseThrow().undoneBy()).isEqualTo("bureau");
    // what was undone no longer speaks of its schools
    assertThat(service.importOneRoster(RosterZip.plain().toStream(), DEC).problems()).isEmpty();
    assertThat(service.find("T1").orElseThrow().on(JAN)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void anotherNameGivenByHandStopsAnUndoAndFindsTheSchool(TestDatabase kind) {
    start(kind);
    assertThat(desk.addAlias("S1", " 实小　", JAN)).isEqualTo(RosterDeskService.Named.DONE);
    assertThat(desk.addAlias("S2", "实小", JAN)).isEqualTo(RosterDeskService.Named.TAKEN);
    assertThat(desk.addAlias("S2", " ", JAN)).isEqualTo(RosterDeskService.Named.EMPTY);
    assertThat(desk.undo(desk.uploads(Optional.empty(), 0, 1).get(0).id(), "b", Optional.empty()))
        .isEqualTo(Undone.CHANGED_SINCE);
    assertThat(service.schoolsNamed("实小")).extracting(School::code).containsExactly("S1");
    RosterState.Query query = new RosterState.Query("实小", RosterState.Order.UPLOADED, true, 0, 20);
    assertThat(desk.countSchools("实小")).isOne();
    assertThat(desk.schools(query, JAN))
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.teachers()).isEqualTo(2);
              assertThat(s.pupils()).isEqualTo(2);
              assertThat(s.aliases()).containsExactly("实小");
            });
    desk.removeAlias("S1", "实小", JAN);
    assertThat(service.schoolsNamed("实小")).isEmpty();
  }

  private String everything() {
    StringBuilder text = new StringBuilder();
    for (String sql :
        List.of(
            "SELECT * FROM person ORDER BY account",
            "SELECT * FROM membership ORDER BY id",
            "SELECT * FROM school ORDER BY code",
            "SELECT * FROM school_alias ORDER BY alias, school")) {
      List<?> rows = database.read(h -> h.createQuery(sql).mapToMap().list());
      text.append(rows).append('\n');
    }
    return text.toString();
  }
}

package cloud.laurel.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Role;
import cloud.laurel.roster.RosterResult.RowProblem;
import cloud.laurel.store.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our own template: every way to write a roster into a spreadsheet that we promise to read. */
class TemplateTest {

  private static final LocalDate DEC = LocalDate.parse("2020-12-01");
  private static final LocalDate JAN = LocalDate.parse("2021-01-10");
  private static final RosterSender SCHOOL = new RosterSender("chen", "名册.xlsx", Optional.of("S1"));

  private RosterService service;

  @BeforeEach
  void twoSchoolsOnRecord() {
    service = new RosterService(TestDatabase.H2.fresh(), () -> Instant.EPOCH, List.of());
    RosterZip zip =
        RosterZip.empty()
            .orgHeading("sourcedId,name,type,parentSourcedId,metadata.aliases")
            .org("D,示范区,district,,")
            .org("S1,市实验小学,school,D,实小|附小")
            .org("S2,第二小学,school,D,附小")
            .teacher("T1", "S1")
            .teacher("T2", "S2");
    assertThat(service.importOneRoster(zip.toStream(), DEC).problems()).isEmpty();
  }

  private List<RowProblem> problems(InputStream file) {
    return service.importRoster(file, JAN, RosterSender.NOBODY).problems();
  }

  private void apply(InputStream file) {
    assertThat(problems(file)).isEmpty();
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  @Test
  void numbersAndDatesAreReadAsTheyWereMeant() {
    apply(
        RosterSheet.of("姓名,身份,账号,学校代码,年级,班级,空间注册时间,空间激活时间,备注")
            .row("林　一", "学生", 100000000, "S1", 3, "3班", LocalDate.of(2020, 12, 1), 44167.5, "x")
            .toStream());
    Person person = service.find("100000000").orElseThrow();
    assertThat(person.name()).isEqualTo("林一");
    assertThat(person.memberships())
        .containsExactly(
            new Membership("S1", Role.STUDENT, 3, JAN, Optional.empty(), Optional.of("3班")));
  }

  @Test
  void separatedValuesAreTakenInBothEncodings() {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      apply(stream(RosterSheet.plain().pupil("P1", "S1", "三年级", "三（2）班").csv(charset)));
      assertThat(service.find("P1").orElseThrow().on(JAN))
          .extracting(Membership::className)
          .containsExactly(Optional.of("三（2）班"));
    }
  }

  @Test
  void englishHeadsAndWordsAreTakenToo() {
    apply(
        RosterSheet.of("Name,Role,Account,School name,Grade")
            .row("Mia Lin", "administrator, teacher", "A1", "实小", "")
            .row("Leo Lin", "student", "P1", "市实验小学", "12")
            .toStream());
    assertThat(service.find("A1").orElseThrow().on(JAN))
        .extracting(Membership::role)
        .containsExactlyInAnyOrder(Role.ADMINISTRATOR, Role.TEACHER);
    assertThat(service.find("P1").orElseThrow().on(JAN))
        .extracting(Membership::grade)
        .containsExactly(12);
  }

  @Test
  void twoRowsOfOnePersonAddSchoolsAndRoles() {
    apply(
        RosterSheet.plain()
            .row("A1", "S1", "", "林一", "lin", "教师", "", "")
            .row("A1", "S2", "", "林一", "lin", "管理员", "", "")
            .toStream());
    assertThat(service.find("A1").orElseThrow().on(JAN))
        .extracting(m -> m.school() + m.role())
        .containsExactlyInAnyOrder("S1TEACHER", "S2ADMINISTRATOR");
  }

  @Test
  void whatTheTemplateLeavesOutStaysAsItWas() {
    apply(RosterSheet.of("账号,学校代码,姓名,身份").row("T1", "S1", "林新名", "教师").toStream());
    assertThat(service.find("T1").orElseThrow().username()).isEqualTo("u-T1");
    assertThat(service.school("S1").orElseThrow().name()).isEqualTo("市实验小学");
    assertThat(service.schoolsNamed("实小")).hasSize(1);
  }

  @Test
  void aSchoolThatNobodyKnowsIsNewWhenCodeAndNameAreThere() {
    apply(
        RosterSheet.plain()
            .row("N1", "S9", "第九小学", "林九", "", "教师", "", "")
            .row("N2", "S9", "", "林十", "", "教师", "", "")
            .toStream());
    assertThat(service.school("S9")).map(School::name).contains("第九小学");
  }

  @Test
  void everyBadRowIsToldByItsOwnHeading() {
    assertThat(
            problems(
                RosterSheet.plain()
                    .row("", "S1", "", "甲", "", "教师", "", "")
                    .row("B", "S9", "", "甲", "", "教师", "", "")
                    .row("C", "", "附小", "甲", "", "教师", "", "")
                    .row("E", "", "", "甲", "", "教师", "", "")
                    .row("F", "S1", "第二小学", "甲", "", "教师", "", "")
                    .row("G", "S1", "", "", "", "教师", "", "")
                    .row("H", "S1", "", "甲", "", "门卫", "", "")
                    .row("I", "S1", "", "甲", "", "学生", "", "")
                    .row("J", "S1", "", "甲", "", "学生", "十三", "")
                    .row("K", "S1", "", "甲", "same", "教师", "", "")
                    .row("L", "S1", "", "甲", "same", "教师", "", "")
                    .row("L", "S1", "", "甲", "same", "教师", "", "")
                    .row("L", "S2", "", "乙", "same", "教师", "", "")
                    .row(123456789012345678L, "S1", "", "甲", "", "教师", "", "")
                    .row("#N/A", "S1", "", "甲", "", "教师", "", "")
                    .row("M", "D", "", "甲", "", "教师", "", "")
                    .toStream()))
        .extracting(p -> p.row() + " " + p.column())
        .containsExactly(
            "2 账号", "3 学校代码", "4 学校名称", "5 学校代码", "6 学校代码", "7 姓名", "8 身份", "9 年级", "10 年级",
            "12 登录名", "13 账号", "14 账号", "15 账号", "16 账号", "17 学校代码");
  }

  @Test
  void theAmbiguousNameIsToldWithItsSchools() {
    assertThat(problems(RosterSheet.plain().row("C", "", "附小", "甲", "", "教师").toStream()))
        .singleElement()
        .satisfies(p -> assertThat(p.problem()).contains("S1, S2"));
  }

  @Test
  void whatIsNoTemplateIsToldAsWhatItIs() {
    assertThat(problems(RosterSheet.of("甲,乙,丙").row(1, 2, 3).toStream()))
        .extracting(RowProblem::problem)
        .allSatisfy(p -> assertThat(p).contains("账号, 学校代码, 姓名, 身份"));
    assertThat(problems(RosterSheet.of("账号,姓名,邮箱").row(1, 2, 3).toStream()))
        .extracting(RowProblem::problem)
        .allSatisfy(p -> assertThat(p).contains("学校代码, 身份 are missing"));
    assertOnly(new byte[0], RosterProblem.EMPTY_UPLOAD);
    assertOnly("%PDF-1.7".getBytes(StandardCharsets.UTF_8), RosterProblem.WRONG_TYPE);
    byte[] ole = new byte[9000];
    byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    System.arraycopy(magic, 0, ole, 0, 4);
    assertOnly(ole, RosterProblem.XLS_OLD);
    byte[] stream = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(stream, 0, ole, 5000, stream.length);
    assertOnly(ole, RosterProblem.XLSX_PASSWORD);
  }

  private void assertOnly(byte[] file, RosterProblem problem) {
    assertThat(problems(stream(file)))
        .extracting(RowProblem::problem)
        .containsExactly(problem.sentence(List.of()));
  }

  @Test
  void aSchoolListsItsOwnPeopleAlone() {
    assertThat(
            service
                .importRoster(
                    RosterSheet.plain()
                        .teacher("T1", "")
                        .teacher("T9", "S2")
                        .teacher("T8", "S1")
                        .toStream(),
                    JAN,
                    SCHOOL)
                .problems())
        .extracting(p -> p.row() + " " + p.column())
        .containsExactly("3 学校代码");
    assertThat(own(RosterSheet.of("账号,姓名,登录名,身份").row("T1", "林一", "u-T2", "教师")))
        .containsExactly(RosterProblem.USERNAME_ELSEWHERE.sentence(List.of()));
    assertThat(own(RosterSheet.of("账号,姓名,身份").row("T2", "林二", "教师")))
        .containsExactly(RosterProblem.ACCOUNT_ELSEWHERE.sentence(List.of()));
  }

  private List<String> own(RosterSheet sheet) {
    return service.importRoster(sheet.toStream(), JAN, SCHOOL).problems().stream()
        .map(RowProblem::problem)
        .toList();
  }

  @Test
  void aSchoolsOwnUploadLeavesWhatItsPeopleAreElsewhere() {
    apply(
        RosterSheet.plain()
            .row("T1", "S1、S2", "", "林一", "", "教师", "", "")
            .row("T2", "S2", "", "林二", "", "教师", "", "")
            .toStream());
    RosterResult result =
        service.importRoster(
            RosterSheet.of("账号,姓名,身份").row("T1", "林一", "教师、管理员").toStream(),
            JAN.plusDays(1),
            SCHOOL);
    assertThat(result.problems()).isEmpty();
    assertThat(service.find("T1").orElseThrow().on(JAN.plusDays(1)))
        .extracting(m -> m.school() + m.role())
        .containsExactlyInAnyOrder("S1ADMINISTRATOR", "S1TEACHER", "S2TEACHER");
    assertThat(service.find("T2").orElseThrow().on(JAN.plusDays(1))).hasSize(1);
  }
}

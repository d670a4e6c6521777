package cloud.laurel.appeal;

import static cloud.laurel.appeal.AppealFixture.DAY;
import static cloud.laurel.appeal.AppealFixture.OFFICER;
import static cloud.laurel.appeal.AppealFixture.assertRefused;
import static cloud.laurel.appeal.AppealFixture.missing;
import static cloud.laurel.appeal.AppealFixture.refused;
import static cloud.laurel.appeal.AppealFixture.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.appeal.AppealEvent.What;
import cloud.laurel.appeal.AppealRefused.Why;
import cloud.laurel.input.Attachment;
import cloud.laurel.input.TestFiles;
import cloud.laurel.input.Upload;
import cloud.laurel.store.TestDatabase;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may contest what until when, and what is kept of it. */
class AppealFilingTest {

  private static final String LESSON = "lesson-preparation";

  @ParameterizedTest
  @EnumSource
  void caseHoldsTheEntryItsNeighboursAndTheEvidence(TestDatabase kind) {
    AppealFixture f = new AppealFixture(kind);
    byte[] png = TestFiles.png();
    long id = f.file("t1", refused("lost", LESSON, new Upload("C:\\屏幕截图.png", png)));
    AppealCase shown = f.show(id);
    assertThat(shown.name()).isEqualTo(f.show(id).history().get(0).name());
    assertThat(shown.entry().orElseThrow().reason()).contains("LIMIT_REACHED");
    assertThat(shown.neighbours()).extracting(r -> r.id()).containsExactly("won");
    assertThat(shown.appeal().answerBy()).isEqualTo("2020-12-22");
    assertThat(shown.appeal().day()).isEqualTo(DAY);
    assertThat(shown.appeal().school()).contains("s1");
    assertThat(shown.history()).extracting(e -> e.what()).containsExactly(What.FILED);
    Attachment attachment = shown.history().get(0).attachments().get(0);
    assertThat(attachment.name()).isEqualTo("屏幕截图.png");
    assertThat(f.cases.attachment(id, attachment.id(), Party.person("t1")).orElseThrow().bytes())
        .isEqualTo(png);
  }

  @ParameterizedTest
  @EnumSource
  void filesOfFiveMebibytesAreKeptWhole(TestDatabase kind) {
    AppealFixture f = new AppealFixture(kind);
    byte[] large = Arrays.copyOf(TestFiles.pdf(), Upload.MAX_BYTES);
    Arrays.fill(large, 60, large.length, (byte) 'x');
    System.arraycopy(TestFiles.ascii("%%EOF"), 0, large, large.length - 5, 5);
    long id = f.file("t1", refused("lost", LESSON, new Upload("a.pdf", large)));
    Attachment kept = f.show(id).history().get(0).attachments().get(0);
    assertThat(f.cases.attachment(id, kept.id(), OFFICER).orElseThrow().bytes()).isEqualTo(large);
    Upload larger = new Upload("b.pdf", Arrays.copyOf(large, large.length + 1));
    assertRefused(Why.FILE_TOO_LARGE, () -> f.appeals.add(id, OFFICER, "", List.of(larger)));
  }

  @ParameterizedTest
  @EnumSource
  void filesThatLieOrAreTooManyAreRefused(TestDatabase kind) {
    AppealFixture f = new AppealFixture(kind);
    Upload liar = new Upload("photo.png", TestFiles.ascii("MZ this is a program"));
    assertRefused(Why.FILE_TYPE, () -> f.file("t1", refused("lost", LESSON, liar)));
    Upload empty = new Upload("photo.png", new byte[0]);
    assertRefused(Why.FILE_EMPTY, () -> f.file("t1", refused("lost", LESSON, empty)));
    Upload good = new Upload("photo.png", TestFiles.png());
    long id = f.file("t1", refused("lost", LESSON, good, good, good, good));
    f.appeals.add(id, Party.person("t1"), "", List.of(good));
    assertThat(f.show(id).filesLeft()).isZero();
    assertRefused(
        Why.TOO_MANY_FILES, () -> f.appeals.add(id, Party.person("t1"), "", List.of(good)));
  }

  @ParameterizedTest
  @EnumSource
  void onlyThePersonAndTheirSchoolsAdministratorsMayFile(TestDatabase kind) {
    AppealFixture f = new AppealFixture(kind);
    assertRefused(Why.NOT_ALLOWED, () -> f.file("t2", refused("lost", LESSON)));
    assertRefused(Why.NOT_ALLOWED, () -> f.file("a2", refused("lost", LESSON)));
    assertRefused(Why.NOT_ALLOWED, () -> f.file("nobody", refused("lost", LESSON)));
    assertRefused(Why.NOT_ALLOWED, () -> f.file("a1", missing("p1", LESSON, DAY)));
    long id = f.file("a1", refused("lost", LESSON));
    assertRefused(Why.NOT_ALLOWED, () -> f.appeals.withdraw(id, "t1", ""));
    for (String reader : List.of("t1", "a1", "a9")) {
      assertThat(f.cases.find(id, Party.person(reader))).as(reader).isPresent();
    }
    for (String stranger : List.of("t2", "a2", "t3")) {
      assertThat(f.cases.find(id, Party.person(stranger))).as(stranger).isEmpty();
    }
    assertThat(f.test.engine.notices().list("t1", 0, 10).notices())
        .extracting(n -> n.key())
        .containsExactly("notice.appeal.filed");
  }

  @ParameterizedTest
  @EnumSource
  void whatATeacherFilesAloneIsNotForTheSchool(TestDatabase kind) {
    AppealFixture f = new AppealFixture(kind);
    long id = f.file("t1", refused("lost", LESSON));
    assertThat(f.cases.find(id, Party.person("a1"))).isEmpty();
    AppealFilter all = AppealFilter.of(f.campaign.id());
    assertThat(f.cases.page(all.filedBy(List.of("s1")), AppealOrder.DUE_FIRST, 0, 10).total())
        .isZero();
    assertThat(f.cases.page(all.ofParty("t1"), AppealOrder.DUE_FIRST, 0, 10).total()).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void kindsFitTheVerdict(TestDatabase kind) {
    AppealFixture f = new AppealFixture(kind);
    assertRefused(Why.OTHER_VERDICT, () -> f.file("t1", refused("won", LESSON)));
    assertRefused(Why.OTHER_VERDICT, () -> f.file("t1", wrong("lost")));
    assertRefused(Why.NO_ENTRY, () -> f.file("t1", refused("none", LESSON)));
    assertRefused(Why.NO_ENTRY, () -> f.file("t1", refused("lost", "homework")));
    assertRefused(Why.INDICATOR_UNKNOWN, () -> f.file("t1", missing("t1", "none", DAY)));
    assertThat(f.show(f.file("t1", refused("odd", ""))).appeal().indicator()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void sameEntryIsContestedOnceAtATime(TestDatabase kind) {
    AppealFixture f = new AppealFixture(kind);
    long first = f.file("t1", refused("lost", LESSON));
    assertRefused(Why.OPEN_ALREADY, () -> f.file("a1", refused("lost", LESSON)));
    f.appeals.withdraw(first, "t1", "");
    long second = f.file("t1", refused("lost", LESSON));
    assertThat(second).isNotEqualTo(first);
    f.file("t1", missing("t1", LESSON, DAY));
    assertRefused(Why.OPEN_ALREADY, () -> f.file("t1", missing("t1", LESSON, DAY)));
    f.file("t1", missing("t1", LESSON, DAY.plusDays(1)));
  }

  @ParameterizedTest
  @EnumSource
  void filingEndsThirtyLocalDaysAfterTheDay(TestDatabase kind) {
    AppealFixture f = new AppealFixture(kind);
    f.test.clock.set("2021-01-09T16:00:00Z");
    assertRefused(Why.TOO_LATE, () -> f.file("t1", refused("lost", LESSON)));
    assertThat(f.appeals.canFile(f.campaign, DAY)).isFalse();
    f.test.clock.set("2021-01-09T15:59:59Z");
    f.file("t1", refused("lost", LESSON));
    LocalDate tomorrow = LocalDate.parse("2021-01-10");
    assertRefused(Why.NOT_YET, () -> f.file("t1", missing("t1", LESSON, tomorrow)));
    LocalDate before = LocalDate.parse("2020-11-30");
    assertRefused(Why.OUTSIDE_WINDOW, () -> f.file("t1", missing("t1", LESSON, before)));
    f.test.engine.campaigns().close(f.campaign.code(), "bureau", "");
    var closed = f.test.engine.campaigns().find(f.campaign.code()).orElseThrow();
    assertRefused(Why.NOT_RUNNING, () -> f.appeals.file(closed, "t1", missing("t1", LESSON, DAY)));
  }

  @ParameterizedTest
  @EnumSource
  void wordsAreNeededTidiedAndBounded(TestDatabase kind) {
    AppealFixture f = new AppealFixture(kind);
    Filing blank = Filing.missing("t1", LESSON, DAY, " \n\u0000 ", List.of());
    assertRefused(Why.WORDS_MISSING, () -> f.file("t1", blank));
    Filing endless = Filing.missing("t1", LESSON, DAY, "长".repeat(2001), List.of());
    assertRefused(Why.WORDS_TOO_LONG, () -> f.file("t1", endless));
    Filing odd = Filing.missing("t1", LESSON, DAY, " 一\r\n二\u0000\u202E ", List.of());
    assertThat(f.show(f.file("t1", odd)).history().get(0).words()).isEqualTo("一\n二");
  }

  @ParameterizedTest
  @EnumSource
  void bothSidesAddToAnOpenCaseOnly(TestDatabase kind) {
    AppealFixture f = new AppealFixture(kind);
    long id = f.file("t1", refused("lost", LESSON));
    f.appeals.add(id, OFFICER, "请补充截图", List.of());
    f.appeals.add(id, Party.person("t1"), "", List.of(new Upload("x", TestFiles.jpeg())));
    assertRefused(Why.UNKNOWN, () -> f.appeals.add(id, Party.person("t2"), "我也要", List.of()));
    assertRefused(Why.WORDS_MISSING, () -> f.appeals.add(id, Party.person("t1"), " ", List.of()));
    assertThat(f.test.engine.notices().list("t1", 0, 10).notices())
        .extracting(n -> n.key())
        .containsExactly("notice.appeal.added");
    assertRefused(Why.UNKNOWN, () -> f.appeals.withdraw(id, "t2", ""));
    f.appeals.withdraw(id, "t1", "已解决");
    assertRefused(Why.DECIDED, () -> f.appeals.withdraw(id, "t1", ""));
    assertRefused(Why.DECIDED, () -> f.appeals.add(id, OFFICER, "晚了", List.of()));
    assertThat(f.show(id).history())
        .extracting(e -> e.what())
        .containsExactly(What.FILED, What.ADDED, What.ADDED, What.WITHDRAWN);
    assertThat(f.show(id).history()).extracting(e -> e.bureau()).contains(true, false);
  }

  @ParameterizedTest
  @EnumSource
  void queueIsFilteredSortedPagedAndCountsWhatIsOverdue(TestDatabase kind) {
    AppealFixture f = new AppealFixture(kind);
    long first = f.file("t1", refused("lost", LESSON));
    f.test.clock.set("2020-12-15T02:00:00Z");
    long second = f.file("t3", missing("t3", LESSON, DAY));
    long third = f.file("a1", missing("t2", LESSON, DAY));
    AppealFilter all = AppealFilter.of(f.campaign.id());
    assertThat(ids(f.cases.page(all, AppealOrder.DUE_FIRST, 0, 2))).containsExactly(first, second);
    assertThat(ids(f.cases.page(all, AppealOrder.DUE_FIRST, 2, 2))).containsExactly(third);
    assertThat(ids(f.cases.page(all, AppealOrder.NEWEST_FIRST, 0, 3)).get(2)).isEqualTo(first);
    AppealFilter ofS2 = all.only(Optional.empty(), Optional.empty(), Optional.of("s2"));
    assertThat(ids(f.cases.page(ofS2, AppealOrder.DUE_FIRST, 0, 9))).containsExactly(second);
    AppealFilter open =
        all.only(
            Optional.of(Appeal.State.OPEN), Optional.of(Appeal.Kind.MISSING), Optional.empty());
    f.appeals.withdraw(second, "t3", "");
    assertThat(ids(f.cases.page(open, AppealOrder.DUE_FIRST, 0, 9))).containsExactly(third);
    assertThat(ids(f.cases.page(all.filedBy(List.of("s1")), AppealOrder.DUE_FIRST, 0, 9)))
        .containsExactly(third);
    for (AppealOrder.Column by : AppealOrder.Column.values()) {
      assertThat(f.cases.page(all, new AppealOrder(by, true), 0, 9).rows()).hasSize(3);
    }
    assertThat(f.cases.overdue(f.campaign)).isZero();
    f.test.clock.set("2020-12-22T16:00:00Z");
    assertThat(f.cases.overdue(f.campaign)).isOne();
    assertThat(f.show(first).appeal().overdue(LocalDate.parse("2020-12-23"))).isTrue();
    assertThat(Collections.max(ids(f.cases.page(all, AppealOrder.DUE_FIRST, 0, 9))))
        .isEqualTo(third);
  }

  private static List<Long> ids(AppealPage page) {
    return page.rows().stream().map(row -> row.appeal().id()).toList();
  }
}

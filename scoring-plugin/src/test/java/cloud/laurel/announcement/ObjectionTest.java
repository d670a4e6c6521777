package cloud.laurel.announcement;

import static cloud.laurel.announcement.AnnouncementFixture.FRIDAY;
import static cloud.laurel.announcement.AnnouncementFixture.WORDS;
import static cloud.laurel.announcement.AnnouncementFixture.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.announcement.Announcement.Afterwards;
import cloud.laurel.announcement.AnnouncementRefused.Why;
import cloud.laurel.announcement.Objection.State;
import cloud.laurel.store.TestDatabase;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may object until when, what is kept of it, and who reads the answer. */
class ObjectionTest {

  @ParameterizedTest
  @EnumSource
  void caseIsReadByItsNumberOnly(TestDatabase kind) {
    AnnouncementFixture f = new AnnouncementFixture(kind);
    long list = f.start(Afterwards.PUBLISH);
    String number =
        f.objections.file(new ObjectionFiling(list, Optional.of(f.entry("钱一")), WORDS, "李某", "邮箱"));
    assertThat(number).matches("YY-2021-0001-[0-9A-Z]{10}");
    Objection found = f.objections.lookUp(number.toLowerCase().replace("-", " ")).orElseThrow();
    assertThat(found.answerBy()).isEqualTo("2021-07-15");
    assertThat(found.open()).isTrue();
    String wrong = number.substring(0, number.length() - 1) + (number.endsWith("7") ? "8" : "7");
    for (String other : List.of(wrong, "YY-2021-0001", "", "1", "%")) {
      assertThat(f.objections.lookUp(other)).as(other).isEmpty();
    }
    ObjectionPage.Row row = f.objections.find(found.id()).orElseThrow();
    assertThat(row.about().orElseThrow())
        .isEqualTo(new ObjectionPage.About("outstanding-teacher", "优秀教师", "钱一", "市文昌小学"));
    f.decide(number, State.REJECTED);
    assertThat(f.objections.lookUp(number).orElseThrow().answer()).isEqualTo("已核对，答复如上。");
    assertRefused(Why.DECIDED, () -> f.decide(number, State.UPHELD));
  }

  @ParameterizedTest
  @EnumSource
  void sameAgainIsTheSameCase(TestDatabase kind) throws Exception {
    AnnouncementFixture f = new AnnouncementFixture(kind);
    long list = f.start(Afterwards.PUBLISH);
    ExecutorService senders = Executors.newFixedThreadPool(4);
    Set<String> same = new HashSet<>();
    Set<String> others = new HashSet<>();
    try {
      Callable<String> click = () -> f.object(list, WORDS);
      for (Future<String> sent : senders.invokeAll(List.of(click, click, click, click))) {
        same.add(sent.get());
      }
      List<Callable<String>> more =
          IntStream.range(0, 4)
              .<Callable<String>>mapToObj(i -> () -> f.object(list, WORDS + i))
              .toList();
      for (Future<String> sent : senders.invokeAll(more)) {
        others.add(sent.get().substring(0, 12));
      }
    } finally {
      senders.shutdown();
    }
    assertThat(same).hasSize(1);
    assertThat(others)
        .containsExactlyInAnyOrder("YY-2021-0002", "YY-2021-0003", "YY-2021-0004", "YY-2021-0005");
    assertThat(f.objections.counts(f.campaign)).containsEntry(State.OPEN, 5L);
  }

  @ParameterizedTest
  @EnumSource
  void nobodyObjectsOnceTheNoticeIsOver(TestDatabase kind) {
    AnnouncementFixture f = new AnnouncementFixture(kind);
    long list = f.start(Afterwards.PUBLISH);
    f.test.clock.set("2021-07-09T15:59:59Z");
    f.object(list, WORDS);
    f.test.clock.set("2021-07-09T16:00:00Z");
    assertRefused(Why.NOT_ON_NOTICE, () -> f.object(list, WORDS + "又"));
    assertRefused(Why.NOT_ON_NOTICE, () -> f.object(list + 1, WORDS));
  }

  @ParameterizedTest
  @EnumSource
  void wordsAreBoundedAndTheEntryIsOneOfTheList(TestDatabase kind) {
    AnnouncementFixture f = new AnnouncementFixture(kind);
    long list = f.start(Afterwards.PUBLISH);
    assertRefused(Why.WORDS_TOO_SHORT, () -> f.object(list, "  不到十个字  "));
    assertRefused(Why.WORDS_TOO_LONG, () -> f.object(list, "长".repeat(2001)));
    f.object(list, "长".repeat(2000));
    long entry = f.entry("钱一");
    assertRefused(
        Why.ENTRY_UNKNOWN,
        () -> f.objections.file(new ObjectionFiling(list, Optional.of(entry + 99), WORDS, "", "")));
    assertRefused(
        Why.NAME_TOO_LONG,
        () -> new ObjectionFiling(list, Optional.empty(), WORDS, "名".repeat(101), ""));
  }

  @ParameterizedTest
  @EnumSource
  void queueShowsWhatIsDueFirstAndCountsWhatIsLate(TestDatabase kind) {
    AnnouncementFixture f = new AnnouncementFixture(kind);
    long list = f.start(Afterwards.PUBLISH);
    String first = f.object(list, WORDS + "一");
    f.test.clock.set("2021-07-07T04:00:00Z");
    String second = f.object(list, WORDS + "二");
    String third = f.object(list, WORDS + "三");
    f.decide(second, State.ANSWERED);
    assertThat(numbers(f, Optional.empty())).containsExactly(cut(first), cut(third), cut(second));
    assertThat(numbers(f, Optional.of(State.ANSWERED))).containsExactly(cut(second));
    assertThat(f.objections.overdue(f.campaign)).isZero();
    f.test.clock.set("2021-07-15T16:00:00Z");
    assertThat(f.objections.overdue(f.campaign)).isOne();
    assertThat(f.objections.lookUp(first).orElseThrow().overdue(FRIDAY.plusDays(7))).isTrue();
  }

  private static List<String> numbers(AnnouncementFixture f, Optional<State> state) {
    return f.objections.page(f.campaign, state, 0, 20).rows().stream()
        .map(row -> row.objection().number())
        .toList();
  }

  private static String cut(String caseNumber) {
    return caseNumber.substring(0, 12);
  }

  @ParameterizedTest
  @EnumSource
  void whoObjectedIsForgottenHalfAYearAfterTheDecision(TestDatabase kind) {
    AnnouncementFixture f = new AnnouncementFixture(kind);
    long list = f.start(Afterwards.COME_DOWN);
    String decided = f.object(list, WORDS);
    String open = f.object(list, WORDS + "又");
    f.decide(decided, State.REJECTED);
    f.at("2022-01-01T04:00:00Z");
    assertThat(f.objections.lookUp(decided).orElseThrow().name()).isEqualTo("李某");
    f.at("2022-01-01T04:10:01Z");
    Objection after = f.objections.lookUp(decided).orElseThrow();
    assertThat(after.name() + after.contact()).isEmpty();
    assertThat(after.named()).isTrue();
    assertThat(after.words()).isEqualTo(WORDS);
    assertThat(f.objections.lookUp(open).orElseThrow().contact()).isEqualTo("138 0000 0000");
  }

  @ParameterizedTest
  @EnumSource
  void whoObjectedIsForgottenWhenTheCampaignIsArchived(TestDatabase kind) {
    AnnouncementFixture f = new AnnouncementFixture(kind);
    String number = f.object(f.start(Afterwards.COME_DOWN), WORDS);
    f.test.engine.campaigns().publish(f.campaign.code(), "bureau");
    f.test.engine.campaigns().archive(f.campaign.code(), "bureau");
    f.at("2021-07-06T04:00:00Z");
    assertThat(f.objections.lookUp(number).orElseThrow().contact()).isEmpty();
  }
}

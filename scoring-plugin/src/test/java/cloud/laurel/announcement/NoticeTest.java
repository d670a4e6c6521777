package cloud.laurel.announcement;

import static cloud.laurel.announcement.AnnouncementFixture.FRIDAY;
import static cloud.laurel.announcement.AnnouncementFixture.MONDAY;
import static cloud.laurel.announcement.AnnouncementFixture.OFFICER;
import static cloud.laurel.announcement.AnnouncementFixture.WORDS;
import static cloud.laurel.announcement.AnnouncementFixture.assertRefused;
import static cloud.laurel.announcement.AnnouncementFixture.draft;
import static cloud.laurel.announcement.AnnouncementFixture.roll;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.announcement.Announcement.Afterwards;
import cloud.laurel.announcement.Announcement.State;
import cloud.laurel.announcement.AnnouncementEvent.What;
import cloud.laurel.announcement.AnnouncementRefused.Why;
import cloud.laurel.announcement.AnnouncementService.Draft;
import cloud.laurel.store.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a list is before the public, and what becomes of it. */
class NoticeTest {

  @ParameterizedTest
  @EnumSource
  void noticeIsPublicThroughItsLastLocalDayAndThenComesDown(TestDatabase kind) {
    AnnouncementFixture f = new AnnouncementFixture(kind);
    f.start(Afterwards.COME_DOWN);
    assertThat(f.names()).containsExactly("市文昌小学", "钱一", "孙二二");
    assertThat(f.lists.onNotice()).hasSize(1);
    f.at("2021-07-09T15:59:59Z");
    assertThat(f.names()).hasSize(3);
    f.test.clock.set("2021-07-09T16:00:00Z");
    assertThat(f.names()).as("nobody has taken it down yet").isEmpty();
    assertThat(f.lists.onNotice()).isEmpty();
    f.worker.settle();
    assertThat(f.state()).isEqualTo(State.ENDED);
    assertThat(f.names()).isEmpty();
    assertThat(f.lists.published()).isEmpty();
    assertThat(whats(f)).containsExactly(What.OVER, What.STARTED);
  }

  @ParameterizedTest
  @EnumSource
  void plannedNoticeIsNotPublicBeforeItsFirstDay(TestDatabase kind) {
    AnnouncementFixture f = new AnnouncementFixture(kind);
    f.announcements.start(
        f.campaign, days("2021-07-06", "2021-07-12", Afterwards.PUBLISH), OFFICER);
    f.at("2021-07-05T15:59:59Z");
    assertThat(f.names()).isEmpty();
    f.at("2021-07-05T16:00:00Z");
    assertThat(f.names()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void noticeThatRanItsTimeBecomesThePublishedHonours(TestDatabase kind) {
    AnnouncementFixture f = new AnnouncementFixture(kind);
    f.start(Afterwards.PUBLISH);
    f.at("2021-07-09T16:00:00Z");
    assertThat(f.state()).isEqualTo(State.PUBLISHED);
    assertThat(f.names()).hasSize(3);
    assertThat(f.lists.onNotice()).isEmpty();
    f.at("2031-07-09T16:00:00Z");
    assertThat(f.lists.published()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void openObjectionHoldsThePublication(TestDatabase kind) {
    AnnouncementFixture f = new AnnouncementFixture(kind);
    long list = f.start(Afterwards.PUBLISH);
    String number = f.object(list, WORDS);
    f.at("2021-07-09T16:00:00Z");
    assertThat(f.state()).isEqualTo(State.NOTICE);
    assertThat(f.announcements.of(f.campaign).get(0).isWaiting(FRIDAY.plusDays(1))).isTrue();
    assertThat(f.objections.holding(f.announcements.of(f.campaign).get(0))).isOne();
    assertThat(f.names()).as("its days are over all the same").isEmpty();
    f.decide(number, Objection.State.REJECTED);
    f.worker.settle();
    assertThat(f.state()).isEqualTo(State.PUBLISHED);
  }

  @ParameterizedTest
  @EnumSource
  void upheldObjectionHoldsThePublicationUntilTheSelectionIsOpenedAgain(TestDatabase kind) {
    AnnouncementFixture f = new AnnouncementFixture(kind);
    f.decide(f.object(f.start(Afterwards.PUBLISH), WORDS), Objection.State.UPHELD);
    f.at("2021-07-09T16:00:00Z");
    assertThat(f.state()).isEqualTo(State.NOTICE);
    f.confirmed = Optional.empty();
    f.worker.settle();
    assertThat(f.state()).isEqualTo(State.ENDED);
    assertThat(whats(f)).containsExactly(What.SUPERSEDED, What.STARTED);
    f.confirmed = Optional.of(roll("h2"));
    Draft again =
        new Draft(
            "h2",
            "再次公示",
            Optional.of(FRIDAY.plusDays(1)),
            Optional.of(FRIDAY.plusDays(5)),
            Afterwards.PUBLISH);
    f.announcements.start(f.campaign, again, OFFICER);
    f.at("2021-07-14T16:00:00Z");
    assertThat(f.state())
        .as("what was upheld was about the list before")
        .isEqualTo(State.PUBLISHED);
  }

  @ParameterizedTest
  @EnumSource
  void listThatIsConfirmedAnewTakesTheRunningNoticeDown(TestDatabase kind) {
    AnnouncementFixture f = new AnnouncementFixture(kind);
    f.start(Afterwards.PUBLISH);
    f.confirmed = Optional.of(roll("h2"));
    f.worker.settle();
    assertThat(f.names()).isEmpty();
    assertThat(f.state()).isEqualTo(State.ENDED);
  }

  @ParameterizedTest
  @EnumSource
  void campaignThatRunsAgainTakesTheNoticeDown(TestDatabase kind) {
    AnnouncementFixture f = new AnnouncementFixture(kind);
    f.start(Afterwards.PUBLISH);
    f.test.engine.campaigns().reopen(f.campaign.code(), OFFICER, "补录");
    f.worker.settle();
    assertThat(f.names()).isEmpty();
    assertThat(whats(f)).containsExactly(What.SUPERSEDED, What.STARTED);
  }

  @ParameterizedTest
  @EnumSource
  void officerEndsEarlyAndExtendsWithAReason(TestDatabase kind) {
    AnnouncementFixture f = new AnnouncementFixture(kind);
    long list = f.start(Afterwards.PUBLISH);
    Optional<LocalDate> later = Optional.of(FRIDAY.plusDays(3));
    assertRefused(
        Why.REASON_MISSING, () -> f.announcements.extend(f.campaign, list, later, " ", OFFICER));
    assertRefused(
        Why.NOT_LATER,
        () -> f.announcements.extend(f.campaign, list, Optional.of(FRIDAY), "网络故障", OFFICER));
    assertRefused(
        Why.TOO_MANY_DAYS,
        () ->
            f.announcements.extend(
                f.campaign, list, Optional.of(MONDAY.plusDays(60)), "网络故障", OFFICER));
    f.announcements.extend(f.campaign, list, later, "网络故障", OFFICER);
    f.at("2021-07-09T16:00:00Z");
    assertThat(f.names()).hasSize(3);
    assertRefused(Why.REASON_MISSING, () -> f.announcements.end(f.campaign, list, "", OFFICER));
    f.announcements.end(f.campaign, list, "名单有误", OFFICER);
    assertThat(f.names()).isEmpty();
    assertRefused(Why.OTHER_STATE, () -> f.announcements.end(f.campaign, list, "x", OFFICER));
    assertThat(whats(f)).containsExactly(What.ENDED, What.EXTENDED, What.STARTED);
    assertThat(f.announcements.history(f.campaign).get(1).words())
        .isEqualTo("2021-07-09 → 2021-07-12 网络故障");
  }

  @ParameterizedTest
  @EnumSource
  void ofOfficersAtOnceAndClicksInARowOneNoticeComes(TestDatabase kind) throws Exception {
    AnnouncementFixture f = new AnnouncementFixture(kind);
    ExecutorService officers = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Long>> clicks =
          Stream.generate(() -> (Callable<Long>) () -> f.start(Afterwards.PUBLISH))
              .limit(8)
              .toList();
      Set<Long> lists =
          officers.invokeAll(clicks).stream().map(NoticeTest::get).collect(Collectors.toSet());
      assertThat(lists).hasSize(1);
    } finally {
      officers.shutdown();
    }
    assertThat(f.announcements.of(f.campaign)).hasSize(1);
    assertThat(whats(f)).containsExactly(What.STARTED);
    assertRefused(
        Why.OPEN_ALREADY,
        () ->
            f.announcements.start(
                f.campaign, days("2021-07-05", "2021-07-20", Afterwards.PUBLISH), "bureau2"));
  }

  private static long get(Future<Long> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatIsConfirmedAndWasLookedAtIsAnnounced(TestDatabase kind) {
    AnnouncementFixture f = new AnnouncementFixture(kind);
    Draft good = draft(Afterwards.PUBLISH);
    f.confirmed = Optional.empty();
    assertRefused(Why.NOT_CONFIRMED, () -> f.announcements.start(f.campaign, good, OFFICER));
    f.confirmed = Optional.of(roll("h2"));
    assertRefused(Why.CHANGED, () -> f.announcements.start(f.campaign, good, OFFICER));
    f.confirmed = Optional.of(new HonourRoll("h1", List.of()));
    assertRefused(Why.NOBODY, () -> f.announcements.start(f.campaign, good, OFFICER));
    f.confirmed = Optional.of(roll("h1"));
    for (var wrong :
        List.of(
            List.of(Why.FIRST_DAY_PAST, days("2021-07-04", "2021-07-09", Afterwards.PUBLISH)),
            List.of(Why.LAST_BEFORE_FIRST, days("2021-07-06", "2021-07-05", Afterwards.PUBLISH)),
            List.of(Why.TOO_MANY_DAYS, days("2021-07-05", "2021-09-03", Afterwards.PUBLISH)))) {
      assertRefused(
          (Why) wrong.get(0),
          () -> f.announcements.start(f.campaign, (Draft) wrong.get(1), OFFICER));
    }
    assertThat(f.announcements.of(f.campaign)).isEmpty();
    f.announcements.start(
        f.campaign, days("2021-07-05", "2021-09-02", Afterwards.PUBLISH), OFFICER);
  }

  @ParameterizedTest
  @EnumSource
  void publishedHonoursAreTakenDownByTheLineOrAsAWhole(TestDatabase kind) {
    AnnouncementFixture f = new AnnouncementFixture(kind);
    assertRefused(
        Why.REASON_MISSING, () -> f.announcements.publish(f.campaign, "h1", "表彰名单", " ", OFFICER));
    long list = f.announcements.publish(f.campaign, "h1", "表彰名单", "此前已公示", OFFICER);
    assertRefused(Why.OPEN_ALREADY, () -> f.start(Afterwards.PUBLISH));
    long entry = f.entry("钱一");
    f.announcements.remove(f.campaign, list, entry, "本人要求", OFFICER);
    assertThat(f.names()).containsExactly("市文昌小学", "孙二二");
    assertThat(f.announcements.roll(f.announcements.of(f.campaign).get(0)).size()).isEqualTo(3);
    assertRefused(
        Why.UNKNOWN, () -> f.announcements.remove(f.campaign, list, entry, "再次", OFFICER));
    f.announcements.takeDown(f.campaign, list, "名单更正", OFFICER);
    assertThat(f.names()).isEmpty();
    assertThat(f.state()).isEqualTo(State.TAKEN_DOWN);
    assertThat(whats(f)).containsExactly(What.TAKEN_DOWN, What.ENTRY_REMOVED, What.PUBLISHED);
  }

  private static Draft days(String first, String last, Afterwards afterwards) {
    return new Draft(
        "h1",
        "评选结果公示",
        Optional.of(LocalDate.parse(first)),
        Optional.of(LocalDate.parse(last)),
        afterwards);
  }

  private static List<What> whats(AnnouncementFixture f) {
    return f.announcements.history(f.campaign).stream().map(AnnouncementEvent::what).toList();
  }
}

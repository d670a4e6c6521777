package cloud.laurel.announcement;

import cloud.laurel.announcement.Announcement.Afterwards;
import cloud.laurel.announcement.Announcement.State;
import cloud.laurel.announcement.AnnouncementRefused.Why;
import cloud.laurel.announcement.AnnouncementService.Draft;
import cloud.laurel.announcement.HonourRoll.Entry;
import cloud.laurel.announcement.HonourRoll.Section;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.store.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * The notice's campaign, closed, with three confirmed winners: a school and two of its teachers. It
 * is noon of Monday, 5 July 2021, in Shanghai.
 */
final class AnnouncementFixture {

  static final String OFFICER = "bureau";
  static final LocalDate MONDAY = LocalDate.parse("2021-07-05");
  static final LocalDate FRIDAY = LocalDate.parse("2021-07-09");
  static final String WORDS = "名单第二行与公示材料不一致，请核对。";

  final TestEngine test;
  final Campaign campaign;
  final AnnouncementService announcements;
  final PublicListService lists;
  final ObjectionService objections;
  final AnnouncementWorker worker;

  /** What a second officer has confirmed last. */
  volatile Optional<HonourRoll> confirmed = Optional.of(roll("h1"));

  AnnouncementFixture(TestDatabase kind) {
    test = new TestEngine(kind, "2021-07-05T04:00:00Z");
    campaign = test.engine.campaigns().close(test.campaign().code(), OFFICER, "");
    announcements = new AnnouncementService(test.engine.database(), test.clock, of -> confirmed);
    lists = test.engine.publicLists();
    objections = test.engine.objections();
    worker =
        new AnnouncementWorker(
            test.engine.database(), test.clock, test.engine.campaigns(), announcements);
  }

  static HonourRoll roll(String hash) {
    return new HonourRoll(
        hash,
        List.of(
            new Section("outstanding-school", "优秀学校", List.of(Entry.of("市文昌小学", ""))),
            new Section(
                "outstanding-teacher",
                "优秀教师",
                List.of(Entry.of("钱一", "市文昌小学"), Entry.of("孙二二", "市文昌小学")))));
  }

  static Draft draft(Afterwards afterwards) {
    return new Draft("h1", "评选结果公示", Optional.of(MONDAY), Optional.of(FRIDAY), afterwards);
  }

  /** Starts a notice from Monday to Friday. */
  long start(Afterwards afterwards) {
    return announcements.start(campaign, draft(afterwards), OFFICER);
  }

  /** Sets the clock, and lets time do its work. */
  AnnouncementFixture at(String instant) {
    test.clock.set(instant);
    worker.tick();
    return this;
  }

  State state() {
    return announcements.of(campaign).get(0).state();
  }

  /** What the public reads of the campaign, as names. */
  List<String> names() {
    return lists.of(campaign).stream()
        .flatMap(one -> lists.roll(one).sections().stream())
        .flatMap(section -> section.entries().stream())
        .map(Entry::name)
        .toList();
  }

  /** The number of a line of the newest list. */
  long entry(String name) {
    return announcements.roll(announcements.of(campaign).get(0)).sections().stream()
        .flatMap(section -> section.entries().stream())
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  String object(long list, String words) {
    return objections.file(
        new ObjectionFiling(list, Optional.empty(), words, "李某", "138 0000 0000"));
  }

  /** Decides the objection with a case number. */
  void decide(String number, Objection.State state) {
    objections.decide(
        objections.lookUp(number).orElseThrow().id(),
        new ObjectionDecision(OFFICER, state, "已核对，答复如上。", ""));
  }

  static void assertRefused(Why why, ThrowingCallable call) {
    Assertions.assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AnnouncementRefused.class,
            refused -> Assertions.assertThat(refused.why()).isEqualTo(why));
  }
}

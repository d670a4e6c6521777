package cloud.laurel.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.StoppedEngine;
import cloud.laurel.acceptance.fixture.TestAction;
import cloud.laurel.acceptance.fixture.TestCampaigns;
import cloud.laurel.acceptance.fixture.TestRosters;
import cloud.laurel.acceptance.fixture.TestServer;
import cloud.laurel.announcement.Announcement.Afterwards;
import cloud.laurel.announcement.AnnouncementService;
import cloud.laurel.announcement.AnnouncementService.Draft;
import cloud.laurel.announcement.NoticeDays;
import cloud.laurel.announcement.ObjectionFiling;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.selection.Scheme;
import cloud.laurel.selection.SelectionService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Campaigns whose selection is confirmed: "walk" with nothing announced; "on" on notice; "held" and
 * "shown" published; "gone" and "waits" with a notice that ended yesterday, one to come down, one
 * to be published once its objection is decided. A school and two of its teachers have won each.
 */
final class AnnouncedCampaigns {

  static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  private static final List<String> CODES = List.of("walk", "on", "held", "shown", "gone", "waits");

  private final StoppedEngine stopped;
  private final AnnouncementService announcements;

  private AnnouncedCampaigns(StoppedEngine stopped) {
    this.stopped = stopped;
    this.announcements = stopped.engine().announcements();
  }

  /**
   * Makes them on a fresh server, which is stopped and started again meanwhile.
   *
   * @return the number of the list that is on notice
   */
  static long make(TestServer server) {
    TestRosters.demoSchool().post(server, "2026-01-01");
    CODES.forEach(c -> TestCampaigns.post(server, c, TODAY.minusDays(40), TODAY.minusDays(1)));
    String at = TODAY.minusDays(5) + "T09:00:00+08:00";
    String body =
        TestAction.body(
            List.of(
                TestAction.of("an-1", "lesson.prepared", "T-000001", at),
                TestAction.of("an-2", "lesson.prepared", "T-000002", at)));
    assertThat(server.api().post("platform", "actions", body).status()).isEqualTo(202);
    CODES.forEach(server::awaitSettled);
    server.stop();
    long list = new AnnouncedCampaigns(StoppedEngine.of(server)).make();
    server.restart();
    return list;
  }

  private long make() {
    CODES.forEach(this::confirm);
    for (String code : List.of("held", "shown")) {
      announcements.publish(campaign(code), hash(code), "往年表彰名单", "此前已公示", "bureau");
    }
    long list = notice("on", new NoticeDays(TODAY, TODAY.plusDays(5)), Afterwards.PUBLISH);
    stopped.at(Instant.now().minus(Duration.ofDays(6)));
    NoticeDays past = new NoticeDays(TODAY.minusDays(6), TODAY.minusDays(1));
    notice("gone", past, Afterwards.COME_DOWN);
    long waiting = notice("waits", past, Afterwards.PUBLISH);
    stopped
        .engine()
        .objections()
        .file(new ObjectionFiling(waiting, Optional.empty(), "名单里少了一所学校，请核对。", "", ""));
    return list;
  }

  private void confirm(String code) {
    Campaign campaign = stopped.engine().campaigns().close(code, "bureau", "");
    SelectionService selections = stopped.engine().selections();
    selections.scheme(campaign, "outstanding-teacher", Scheme.of(2), "bureau", "两个名额");
    selections.decide(campaign, "outstanding-school", "S-01", true, "bureau", "应用形成特色");
    selections.submit(campaign, selections.of(campaign).version(), "bureau");
    selections.confirm(campaign, selections.of(campaign).version(), "bureau2");
  }

  private long notice(String code, NoticeDays days, Afterwards afterwards) {
    Draft draft =
        new Draft(
            hash(code), "评选结果公示", Optional.of(days.first()), Optional.of(days.last()), afterwards);
    return announcements.start(campaign(code), draft, "bureau");
  }

  private Campaign campaign(String code) {
    return stopped.engine().campaigns().find(code).orElseThrow();
  }

  private String hash(String code) {
    return announcements.confirmed(campaign(code)).orElseThrow().hash();
  }
}

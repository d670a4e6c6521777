package cloud.laurel.showcase;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.notice.NotificationService;
import cloud.laurel.showcase.Showcase.State;
import cloud.laurel.showcase.ShowcaseEvent.What;
import cloud.laurel.showcase.ShowcaseRefused.Why;
import cloud.laurel.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What the bureau does about cases of schools; each time the school's administrators are told. */
public class PublishingService {

  private static final String PAGE = "/school/showcase/case?code=%s&case=%d";

  private final Database database;
  private final InstantSource clock;
  private final NotificationService notices;
  private final ShowcaseRepository showcases = new ShowcaseRepository();
  private final ShowcaseEventRepository events = new ShowcaseEventRepository();

  /** One for a database. */
  public PublishingService(Database database, InstantSource clock, NotificationService notices) {
    this.database = database;
    this.clock = clock;
    this.notices = notices;
  }

  /**
   * Lets everybody read a submitted case.
   *
   * @param version of the case that was looked at
   * @param remark may be empty
   * @throws ShowcaseRefused when it is not there to be published
   */
  public void publish(Campaign campaign, String officer, long id, int version, String remark) {
    decide(campaign, officer, id, version, Decision.PUBLISH, remark);
  }

  /**
   * Returns a submitted case to be written again.
   *
   * @param version of the case that was looked at
   * @param remark what has to change
   * @throws ShowcaseRefused when it is not there to be returned
   */
  public void giveBack(Campaign campaign, String officer, long id, int version, String remark) {
    decide(campaign, officer, id, version, Decision.GIVE_BACK, remark);
  }

  /**
   * Takes a published case away from everybody, for good; possible whatever became of the campaign.
   *
   * @param version of the case that was looked at
   * @throws ShowcaseRefused when it is not there to be withdrawn
   */
  public void withdraw(Campaign campaign, String officer, long id, int version, String reason) {
    decide(campaign, officer, id, version, Decision.WITHDRAW, reason);
  }

  /** What an officer can do, from which state to which. */
  private enum Decision {
    PUBLISH(State.SUBMITTED, State.PUBLISHED, What.PUBLISHED, "notice.showcase.published"),
    GIVE_BACK(State.SUBMITTED, State.RETURNED, What.RETURNED, "notice.showcase.returned"),
    WITHDRAW(State.PUBLISHED, State.WITHDRAWN, What.WITHDRAWN, "notice.showcase.withdrawn");

    private final State from;
    private final State to;
    private final What what;
    private final String notice;

    Decision(State from, State to, What what, String notice) {
      this.from = from;
      this.to = to;
      this.what = what;
      this.notice = notice;
    }
  }

  private void decide(
      Campaign campaign, String officer, long id, int version, Decision decision, String words) {
    String said = ShowcaseService.words(words, decision != Decision.PUBLISH);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    database.useTransaction(
        tx -> {
          Showcase showcase =
              showcases
                  .find(tx, id)
                  .filter(s -> s.campaign() == campaign.id())
                  .orElseThrow(() -> new ShowcaseRefused(Why.UNKNOWN));
          if (decision != Decision.WITHDRAW) {
            ShowcaseService.requireOpen(campaign, showcase.school());
          }
          ShowcaseService.requireState(showcase, state -> state == decision.from);
          if (!showcases.touch(tx, id, version)) {
            throw new ShowcaseRefused(Why.CHANGED);
          }
          if (decision == Decision.PUBLISH) {
            showcases.publish(tx, id, now);
          } else {
            showcases.state(tx, id, decision.to);
          }
          events.add(tx, id, now, decision.what, true, officer, said);
          List<String> about = List.of(showcase.content().title());
          String page = PAGE.formatted(showcase.school(), id);
          for (String account :
              showcases.administrators(tx, showcase.school(), campaign.dayOf(now))) {
            notices.tell(tx, account, decision.notice, about, page);
          }
        });
  }
}

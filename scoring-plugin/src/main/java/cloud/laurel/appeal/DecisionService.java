package cloud.laurel.appeal;

import cloud.laurel.appeal.Appeal.Kind;
import cloud.laurel.appeal.Appeal.State;
import cloud.laurel.appeal.AppealEvent.What;
import cloud.laurel.appeal.AppealRefused.Why;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.intake.IntakeService;
import cloud.laurel.journal.ActionJournal;
import cloud.laurel.journal.Correction;
import cloud.laurel.notice.NotificationService;
import cloud.laurel.plugin.PlatformAction.ObjectRef;
import cloud.laurel.roster.RosterService;
import cloud.laurel.roster.School;
import cloud.laurel.store.Database;
import cloud.laurel.store.Stripes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The bureau's answers. Granting adds a marked entry to the journal, or takes an action back, in
 * the transaction that ends the appeal: there is never one without the other.
 */
public class DecisionService {

  private final Database database;
  private final InstantSource clock;
  private final CampaignService campaigns;
  private final Authority authority;
  private final RosterService roster;
  private final ActionJournal journal;
  private final IntakeService intake;
  private final NotificationService notices;
  private final AppealRepository appeals = new AppealRepository();
  private final HistoryRepository history = new HistoryRepository();
  private final EffectRepository effects = new EffectRepository();

  /** One for a database. */
  public DecisionService(
      Database database,
      InstantSource clock,
      CampaignService campaigns,
      RosterService roster,
      ActionJournal journal,
      IntakeService intake,
      NotificationService notices) {
    this.database = database;
    this.clock = clock;
    this.campaigns = campaigns;
    this.authority = new Authority(campaigns, roster);
    this.roster = roster;
    this.journal = journal;
    this.intake = intake;
    this.notices = notices;
  }

  /**
   * Grants or declines an open appeal. Of several decisions at once one holds, and the others are
   * told {@link Why#DECIDED}.
   *
   * @return the appeal as it is then; its points say what granting moved
   * @throws AppealRefused when it cannot be decided so
   */
  public Appeal decide(long id, Decision decision) {
    String reason = AppealService.words(decision.reason(), true);
    return database.inTransaction(
        tx -> {
          Appeal appeal = appeals.find(tx, id).orElseThrow(() -> new AppealRefused(Why.UNKNOWN));
          State state = decision.granted() ? State.GRANTED : State.DECLINED;
          if (!appeals.end(tx, id, state, decision.version())) {
            throw new AppealRefused(
                appeals.find(tx, id).filter(Appeal::open).isPresent() ? Why.CHANGED : Why.DECIDED);
          }
          history.add(
              tx,
              id,
              now(),
              decision.granted() ? What.GRANTED : What.DECLINED,
              Party.officer(decision.officer()),
              reason);
          Campaign campaign = authority.campaign(appeal);
          if (decision.granted()) {
            grant(tx, campaign, appeal, decision);
          }
          Appeal after = appeals.find(tx, id).orElseThrow();
          tell(tx, campaign, after);
          return after;
        });
  }

  private void grant(Handle tx, Campaign campaign, Appeal appeal, Decision decision) {
    String indicator = decision.indicator().orElse(appeal.indicator());
    Optional<String> school = decision.school().or(appeal::school);
    // Held before the first look, so that what is said to have moved has moved here, and so that
    // the campaign is not closed in between.
    if (appeal.kind() == Kind.WRONG) {
      Stripes.lockAll(tx);
    } else {
      Stripes.lock(tx, List.of(appeal.account()));
    }
    if (campaigns.running(tx).stream().noneMatch(c -> c.id() == campaign.id())) {
      throw new AppealRefused(Why.NOT_RUNNING);
    }
    long before = effects.points(tx, campaign.book(), appeal.account());
    if (appeal.kind() == Kind.WRONG) {
      intake.withdraw(tx, appeal.action().orElseThrow(), reference(appeal));
    } else {
      intake.correct(tx, correction(tx, campaign, appeal, indicator, school));
    }
    long moved = effects.points(tx, campaign.book(), appeal.account()) - before;
    appeals.granted(tx, appeal.id(), indicator, school, moved);
  }

  private Correction correction(
      Handle tx, Campaign campaign, Appeal appeal, String indicator, Optional<String> school) {
    if (EffectRule.indicator(campaign, appeal.day(), indicator).isEmpty()) {
      throw new AppealRefused(Why.INDICATOR_UNKNOWN);
    }
    String award =
        school
            .flatMap(roster::school)
            .map(School::code)
            .orElseThrow(() -> new AppealRefused(Why.SCHOOL_UNKNOWN));
    Optional<ObjectRef> object =
        journal.find(tx, appeal.action().stream().toList()).stream()
            .findFirst()
            .flatMap(entry -> entry.action().object());
    return new Correction(
        campaign.id(),
        appeal.account(),
        indicator,
        award,
        appeal.occurredAt(),
        object,
        reference(appeal));
  }

  private static String reference(Appeal appeal) {
    return "appeal:" + appeal.id();
  }

  private void tell(Handle tx, Campaign campaign, Appeal appeal) {
    List<String> arguments = new ArrayList<>(AppealService.arguments(campaign, appeal));
    arguments.add(appeal.points().map(p -> (p > 0 ? "+" : "") + p).orElse("0"));
    String key =
        appeal.state() == State.DECLINED
            ? "notice.appeal.declined"
            : appeal.points().equals(Optional.of(0L))
                ? "notice.appeal.grantedNothing"
                : "notice.appeal.granted";
    for (String account : AppealService.readers(appeal)) {
      notices.tell(tx, account, key, arguments, AppealService.PAGE + appeal.id());
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

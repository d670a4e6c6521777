package cloud.laurel.appeal;

import cloud.laurel.appeal.Appeal.Kind;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.input.Attachment;
import cloud.laurel.roster.Person;
import cloud.laurel.roster.RosterService;
import cloud.laurel.roster.School;
import cloud.laurel.standing.LedgerPage;
import cloud.laurel.standing.StandingService;
import cloud.laurel.store.Database;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists appeals and shows one with its evidence, to those who may see it. */
public class AppealCaseService {

  private final Database database;
  private final CampaignService campaigns;
  private final RosterService roster;
  private final StandingService standings;
  private final Authority authority;
  private final AppealRepository appeals = new AppealRepository();
  private final HistoryRepository history = new HistoryRepository();
  private final EffectRepository effects = new EffectRepository();

  /** One for a database. */
  public AppealCaseService(
      Database database,
      CampaignService campaigns,
      RosterService roster,
      StandingService standings) {
    this.database = database;
    this.campaigns = campaigns;
    this.roster = roster;
    this.standings = standings;
    this.authority = new Authority(campaigns, roster);
  }

  /**
   * A page of appeals; the caller sees to it that the filter leaves only what may be seen.
   *
   * @param offset appeals to skip, at least 0
   * @param size appeals wanted, 1 to 200
   */
  public AppealPage page(AppealFilter filter, AppealOrder order, int offset, int size) {
    return database.read(
        tx ->
            new AppealPage(
                appeals.count(tx, filter, Optional.empty()),
                appeals.page(tx, filter, order, offset, size)));
  }

  /** How many open appeals of a campaign are past their time limit. */
  public long overdue(Campaign campaign) {
    return dueBefore(campaign, campaigns.today(campaign));
  }

  /** How many open appeals of a campaign are to be answered before a day. */
  public long dueBefore(Campaign campaign, LocalDate day) {
    return database.read(tx -> appeals.count(tx, AppealFilter.of(campaign.id()), Optional.of(day)));
  }

  /** An appeal with its evidence; empty when there is none that the party may see. */
  public Optional<AppealCase> find(long id, Party party) {
    return readable(id, party).map(appeal -> unfold(authority.campaign(appeal), appeal));
  }

  private AppealCase unfold(Campaign campaign, Appeal appeal) {
    List<AppealEvent> events = database.read(tx -> history.of(tx, appeal.id()));
    List<LedgerPage.Row> entries =
        appeal
            .action()
            .map(action -> standings.entry(campaign, appeal.account(), action))
            .orElse(List.of());
    Optional<LedgerPage.Row> entry =
        entries.stream()
            .filter(row -> row.indicator().orElse("").equals(appeal.indicator()))
            .findFirst()
            .or(() -> entries.stream().findFirst());
    List<LedgerPage.Row> neighbours =
        standings.day(campaign, appeal.account(), appeal.day()).rows().stream()
            .filter(row -> row.indicator().equals(Optional.of(appeal.indicator())))
            .filter(row -> !Optional.of(row.id()).equals(appeal.action()))
            .toList();
    return new AppealCase(
        campaign,
        appeal,
        roster.find(appeal.account()).map(Person::name).orElse(appeal.account()),
        appeal.school().flatMap(roster::school).map(School::name).orElse(""),
        events,
        entry,
        neighbours,
        appeal.open() ? effects(campaign, appeal) : List.of(),
        AppealService.MAX_FILES
            - events.stream().mapToInt(event -> event.attachments().size()).sum());
  }

  private List<Effect> effects(Campaign campaign, Appeal appeal) {
    String account = appeal.account();
    if (appeal.kind() == Kind.WRONG) {
      String action = appeal.action().orElseThrow();
      long lost = database.read(tx -> effects.lost(tx, campaign.book(), account, action));
      return List.of(new Effect(appeal.indicator(), -lost));
    }
    return database.read(
        tx -> {
          Optional<String> object = appeal.action().flatMap(a -> effects.object(tx, a));
          Set<String> periods = EffectRule.periods(campaign, appeal.day(), object);
          return EffectRule.ofGranting(
              campaign, appeal, object, effects.taken(tx, campaign.book(), account, periods));
        });
  }

  /** A file that came with an appeal; empty when there is none that the party may see. */
  public Optional<Attachment.Content> attachment(long id, long attachment, Party party) {
    return readable(id, party)
        .flatMap(appeal -> database.read(tx -> history.content(tx, id, attachment)));
  }

  private Optional<Appeal> readable(long id, Party party) {
    return database
        .read(tx -> appeals.find(tx, id))
        .filter(appeal -> authority.mayRead(authority.campaign(appeal), appeal, party));
  }
}

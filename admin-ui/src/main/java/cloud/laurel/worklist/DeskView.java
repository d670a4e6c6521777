package cloud.laurel.worklist;

import cloud.laurel.appeal.AppealCaseService;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.MonthRule;
import cloud.laurel.web.FrameView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What waits for the bureau, for its desk. */
@Named("desk")
@RequestScoped
public class DeskView {

  /** How early an appeal's last day is announced. */
  private static final int DAYS_AHEAD = 3;

  @Inject private FrameView frame;
  @Inject private WorklistService service;
  @Inject private AppealCaseService appeals;
  @Inject private CampaignService campaigns;

  private Worklist all = Worklist.NONE;
  private long urgentAppeals;
  private List<YearMonth> openMonths = List.of();

  /** Schools that are late with an item. */
  public record Late(Item item, long schools) {}

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    all = service.board(campaign);
    LocalDate today = campaigns.today(campaign);
    urgentAppeals = appeals.dueBefore(campaign, today.plusDays(DAYS_AHEAD));
    openMonths =
        campaign.state() != Campaign.State.RUNNING
            ? List.of()
            : campaign.monthsBegun(today).stream()
                .filter(month -> month.atEndOfMonth().isBefore(today))
                .filter(month -> MonthRule.closesAt(campaign, month).isEmpty())
                .toList();
  }

  /** The items that schools are late with. */
  public List<Late> getLate() {
    return all.items().stream()
        .map(item -> new Late(item, all.count(item, Status.LATE)))
        .filter(late -> late.schools() > 0)
        .toList();
  }

  /** How many plans wait to be accepted. */
  public long getPlans() {
    return all.schools().stream()
        .flatMap(s -> s.entry(Item.PLAN).stream())
        .filter(e -> e.saying() == Saying.PLAN_SUBMITTED)
        .count();
  }

  /** How many open appeals are past their time limit or nearly so. */
  public long getAppeals() {
    return urgentAppeals;
  }

  /** How many months have ended and wait for an officer to close them. */
  public int getMonths() {
    return openMonths.size();
  }

  /** Whether nothing waits. */
  public boolean isIdle() {
    return getLate().isEmpty() && getPlans() == 0 && urgentAppeals == 0 && getMonths() == 0;
  }
}

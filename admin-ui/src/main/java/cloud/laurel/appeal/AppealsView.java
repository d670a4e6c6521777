package cloud.laurel.appeal;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.roster.Person;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** {@code /my/appeals}: one's appeals, and one of them with its history. */
@Named("appeals")
@RequestScoped
public class AppealsView {

  private static final int SIZE = 20;

  @Inject private FrameView frame;
  @Inject private Caller caller;
  @Inject private CampaignService campaigns;
  @Inject private AppealService appeals;
  @Inject private AppealCaseService cases;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private String account = "";
  private long id;
  private Optional<CaseSheet> shown = Optional.empty();
  private PageNumber page = PageNumber.FIRST;
  private List<AppealRow> rows = List.of();
  private FormProblem problem = FormProblem.NONE;

  @PostConstruct
  void load() {
    account = caller.person().map(Person::account).orElse("");
    id = FormInput.number(request, "id");
    if (account.isEmpty()) {
      return;
    }
    if (id > 0) {
      loadCase();
    } else {
      frame.campaign().ifPresent(this::loadList);
    }
  }

  private void loadCase() {
    shown =
        cases
            .find(id, Party.person(account))
            .map(
                found ->
                    CaseSheet.of(
                        found,
                        campaigns.today(found.campaign()),
                        request.getContextPath() + "/my/appeals/file",
                        false,
                        text));
  }

  private void loadList(Campaign campaign) {
    PageNumber wanted = PageNumber.of(request.getParameter("page"));
    AppealPage found =
        cases.page(
            AppealFilter.of(campaign.id()).ofParty(account),
            AppealOrder.NEWEST_FIRST,
            wanted.offset(SIZE),
            SIZE);
    page = wanted.within(found.total(), SIZE);
    rows =
        found.rows().stream()
            .map(row -> AppealRow.of(campaign, row, campaigns.today(campaign), text))
            .toList();
  }

  /** Adds words or files to the case. */
  public void add() {
    act(() -> appeals.add(id, Party.person(account), getWords(), FormInput.files(request)));
  }

  /** Takes the case back. */
  public void withdraw() {
    act(() -> appeals.withdraw(id, account, getWords()));
  }

  private void act(Runnable action) {
    try {
      action.run();
      FormInput.leadTo(frame.link("/my/appeals?id=" + id));
    } catch (AppealRefused e) {
      loadCase();
      problem = FormProblem.of(e, text);
    }
  }

  /** Whether one case is asked for. */
  public boolean isOne() {
    return id > 0;
  }

  /** Whether it is there for the caller. */
  public boolean isKnown() {
    return shown.isPresent();
  }

  /** The case. */
  public CaseSheet getShown() {
    return shown.orElseThrow();
  }

  /** Whether the caller may take it back. */
  public boolean isOwn() {
    return shown.filter(s -> s.appeal().open() && s.appeal().filer().equals(account)).isPresent();
  }

  /** Whether it has just been filed. */
  public boolean isFiled() {
    return FormInput.text(request, "filed").equals("true");
  }

  /** The appeals of this page, newest first. */
  public List<AppealRow> getRows() {
    return rows;
  }

  /** Which page this is. */
  public PageNumber getPage() {
    return page;
  }

  /** What was written so far. */
  public String getWords() {
    return FormInput.text(request, "words");
  }

  /** Why something was not taken. */
  public FormProblem getProblem() {
    return problem;
  }
}

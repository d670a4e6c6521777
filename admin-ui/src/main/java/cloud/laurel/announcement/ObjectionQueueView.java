package cloud.laurel.announcement;

import cloud.laurel.announcement.Objection.State;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /bureau/objections}: what the public holds against the lists, open and due first. */
@Named("objectionQueue")
@RequestScoped
public class ObjectionQueueView {

  private static final int SIZE = 20;

  @Inject private FrameView frame;
  @Inject private CampaignService campaigns;
  @Inject private ObjectionService objections;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private PageNumber page = PageNumber.FIRST;
  private List<Row> rows = List.of();
  private long overdue;

  /** An objection as the queue shows it. */
  public record Row(
      Objection objection, String about, String school, String filedAt, boolean overdue) {}

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    PageNumber wanted = PageNumber.of(request.getParameter("page"));
    Optional<State> state =
        Arrays.stream(State.values())
            .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(getState()))
            .findFirst();
    ObjectionPage found = objections.page(campaign, state, wanted.offset(SIZE), SIZE);
    page = wanted.within(found.total(), SIZE);
    overdue = objections.overdue(campaign);
    rows = found.rows().stream().map(row -> row(campaign, row)).toList();
  }

  private Row row(Campaign campaign, ObjectionPage.Row row) {
    Objection one = row.objection();
    return new Row(
        one,
        row.about()
            .map(a -> text.of("objection.about.entry", a.honourName(), a.name()))
            .orElseGet(() -> text.of("objection.about.all")),
        row.about().map(ObjectionPage.About::school).orElse(""),
        text.time(one.filedAt(), campaign.zone()),
        one.overdue(campaigns.today(campaign)));
  }

  /** The state that is asked for in small letters; empty for all. */
  public String getState() {
    return FormInput.text(request, "state");
  }

  /** The objections of this page. */
  public List<Row> getRows() {
    return rows;
  }

  /** Which page this is. */
  public PageNumber getPage() {
    return page;
  }

  /** The address of another page. */
  public String at(int number) {
    return frame.link("/bureau/objections?page=" + number + "&state=" + known());
  }

  private String known() {
    return getState().matches("[a-z]{1,10}") ? getState() : "";
  }

  /** How many open objections are past their time limit. */
  public long getOverdue() {
    return overdue;
  }
}

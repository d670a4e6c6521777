package cloud.laurel.worklist;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.MonthRule;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import cloud.laurel.worklist.SchoolWork.CentralSchool;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code /bureau/worklist}: every school's work, filtered, sorted and paged by the address. */
@Named("worklist")
@RequestScoped
public class WorklistView {

  private static final int SIZE = 20;

  @Inject private FrameView frame;
  @Inject private WorklistService service;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private WorklistQuery query = WorklistQuery.ALL;
  private Worklist all = Worklist.NONE;
  private PageNumber page = PageNumber.FIRST;
  private List<Row> rows = List.of();
  private String asOf = "";
  private List<String> months = List.of();

  /** A school with its cells in the columns' order. */
  public record Row(String code, String name, String central, List<WorkCell> cells) {}

  /** How many schools are how far with an item. */
  public record Sum(Item item, long late, long due, long done) {}

  @PostConstruct
  void load() {
    query = WorklistQuery.of(request, frame.getChosen());
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    all = service.board(campaign);
    List<SchoolWork> selected = query.select(all);
    page = query.page().within(selected.size(), SIZE);
    rows =
        selected.stream()
            .skip(page.offset(SIZE))
            .limit(SIZE)
            .map(school -> row(campaign, school))
            .toList();
    asOf = text.seconds(all.asOf(), campaign.zone());
    months = months(campaign);
  }

  /** The months that have ended, the newest first, and whether they still move (rule R5). */
  private List<String> months(Campaign campaign) {
    LocalDate today = campaign.dayOf(all.asOf());
    return campaign.monthsBegun(today).stream()
        .filter(month -> month.atEndOfMonth().isBefore(today))
        .sorted(Comparator.reverseOrder())
        .map(month -> month(campaign, month))
        .toList();
  }

  private String month(Campaign campaign, YearMonth month) {
    Optional<Instant> closing = MonthRule.closesAt(campaign, month);
    if (campaign.state().isSettled() || closing.filter(at -> !at.isAfter(all.asOf())).isPresent()) {
      return text.of("worklist.month.CLOSED", month);
    }
    return closing
        .map(at -> text.of("worklist.month.CLOSING", month, campaign.dayOf(at)))
        .orElseGet(() -> text.of("worklist.month.OPEN", month));
  }

  private Row row(Campaign campaign, SchoolWork school) {
    return new Row(
        school.code(),
        school.name(),
        school.central().map(CentralSchool::name).orElse(""),
        school.entries().stream()
            .map(
                entry ->
                    WorkCell.of(
                        campaign,
                        school,
                        entry,
                        frame.link(WorkLinks.bureau(entry.item(), school.code())),
                        text))
            .toList());
  }

  /** What the address asks for. */
  public WorklistQuery getQuery() {
    return query;
  }

  /** The columns behind the school's name. */
  public List<Item> getItems() {
    return all.items();
  }

  /** How many schools are how far with each item, filtered or not. */
  public List<Sum> getSums() {
    return all.items().stream()
        .map(
            item ->
                new Sum(
                    item,
                    all.count(item, Status.LATE),
                    all.count(item, Status.DUE),
                    all.count(item, Status.DONE)))
        .toList();
  }

  /** The central schools to choose from, by name. */
  public List<CentralSchool> getCentrals() {
    return all.schools().stream()
        .flatMap(s -> s.central().stream())
        .distinct()
        .sorted(Comparator.comparing(CentralSchool::name))
        .toList();
  }

  /** The schools of this page. */
  public List<Row> getRows() {
    return rows;
  }

  /** Which page this is. */
  public PageNumber getPage() {
    return page;
  }

  /** When it was put together. */
  public String getAsOf() {
    return asOf;
  }

  /** The months that have ended, in words. */
  public List<String> getMonths() {
    return months;
  }

  /** What came of the reminder that led here; empty otherwise. */
  public String getTold() {
    String told = Optional.ofNullable(request.getParameter(RemindServlet.TOLD)).orElse("");
    if (!told.matches("\\d{1,9}")) {
      return "";
    }
    long schools = Long.parseLong(told);
    return schools == 0 ? text.of("remind.toldNobody") : text.of("remind.told", schools);
  }
}

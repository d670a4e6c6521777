package cloud.laurel.roster;

import cloud.laurel.web.FormInput;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** {@code /bureau/roster} and {@code /school/roster}: send a file, see how schools stand, undo. */
@Named("roster")
@RequestScoped
public class RosterView {

  private static final int SCHOOLS = 20;
  private static final int UPLOADS = 10;

  @Inject private RosterScope scope;
  @Inject private RosterDeskService desk;
  @Inject private RosterJobService jobs;
  @Inject private HttpServletRequest request;
  @Inject private Texts text;

  private final String ticket = UUID.randomUUID().toString();
  private String filter = "";
  private RosterState.Order order = RosterState.Order.NAME;
  private boolean descending;
  private PageNumber page = PageNumber.FIRST;
  private PageNumber historyPage = PageNumber.FIRST;
  private List<RosterState> schools = List.of();
  private List<UploadLine> uploads = List.of();
  private List<RosterJob> open = List.of();

  @PostConstruct
  void load() {
    if (!scope.isAllowed()) {
      return;
    }
    filter = FormInput.text(request, "name").strip();
    String sort = FormInput.text(request, "sort");
    descending = sort.startsWith("-");
    for (RosterState.Order one : RosterState.Order.values()) {
      if (sort.replace("-", "").equals(one.name().toLowerCase(Locale.ROOT))) {
        order = one;
      }
    }
    if (scope.isBureau()) {
      page = PageNumber.of(request.getParameter("page")).within(desk.countSchools(filter), SCHOOLS);
      schools =
          desk.schools(
              new RosterState.Query(filter, order, descending, page.offset(SCHOOLS), SCHOOLS),
              scope.getToday());
    } else {
      schools = desk.school(scope.getSchoolCode(), scope.getToday()).stream().toList();
    }
    historyPage =
        PageNumber.of(request.getParameter("uploads"))
            .within(desk.countUploads(scope.code()), UPLOADS);
    uploads =
        desk.uploads(scope.code(), historyPage.offset(UPLOADS), UPLOADS).stream()
            .map(u -> UploadLine.of(u, scope, text))
            .toList();
    open = jobs.open(scope.code());
  }

  /** Makes sending the form twice one upload. */
  public String getTicket() {
    return ticket;
  }

  /** What the schools are filtered by. */
  public String getFilter() {
    return filter;
  }

  /** The schools of this page. */
  public List<RosterState> getSchools() {
    return schools;
  }

  /** Which page of schools this is. */
  public PageNumber getPage() {
    return page;
  }

  /** The uploads of this page. */
  public List<UploadLine> getUploads() {
    return uploads;
  }

  /** Which page of uploads this is. */
  public PageNumber getHistoryPage() {
    return historyPage;
  }

  /** Files that are not yet on the roster. */
  public List<RosterJob> getOpen() {
    return open;
  }

  /** The columns of the template, with what each takes. */
  public List<Column> getColumns() {
    return TemplateColumn.offered().stream()
        .map(c -> new Column(c.heading(Locale.CHINESE), text.of("roster.column." + c)))
        .toList();
  }

  /** A column and what it takes. */
  public record Column(String heading, String explanation) {}

  /** When something happened. */
  public String time(java.time.Instant instant) {
    return text.time(instant, scope.zone());
  }

  /** What was done, in words; empty otherwise. */
  public String getTold() {
    String key = "roster.told." + request.getParameter("told");
    return text.has(key) ? text.of(key) : "";
  }

  /** Why what was just asked for was not done, in words; empty otherwise. */
  public String getRefused() {
    String key = "roster.refused." + request.getParameter("refused");
    return text.has(key) ? text.of(key) : "";
  }

  /** What assistive technology says of a column's order. */
  public String orderOf(String column) {
    return !column.equals(sort()) ? "none" : descending ? "descending" : "ascending";
  }

  private String sort() {
    return order.name().toLowerCase(Locale.ROOT);
  }

  /** The address with the schools in another order. */
  public String sortedBy(String column) {
    boolean turn = column.equals(sort()) && !descending;
    return address((turn ? "-" : "") + column, 1, historyPage.number()) + "#schools";
  }

  /** The address of another page of schools. */
  public String onPage(int number) {
    return address((descending ? "-" : "") + sort(), number, historyPage.number()) + "#schools";
  }

  /** The address of another page of uploads. */
  public String onHistoryPage(int number) {
    return address((descending ? "-" : "") + sort(), page.number(), number) + "#uploads";
  }

  private String address(String sort, int at, int uploadsAt) {
    return scope.link(
        "?name="
            + URLEncoder.encode(filter, StandardCharsets.UTF_8)
            + "&sort="
            + sort
            + "&page="
            + at
            + "&uploads="
            + uploadsAt);
  }
}

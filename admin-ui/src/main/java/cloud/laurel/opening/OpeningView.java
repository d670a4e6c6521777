package cloud.laurel.opening;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Rules.Gate;
import cloud.laurel.standing.SchoolSheet;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * {@code /bureau/opening}: how far all schools have come with opening spaces, or with {@code
 * ?school=} a single one.
 */
@Named("openings")
@RequestScoped
public class OpeningView {

  private static final int SIZE = 20;

  @Inject private FrameView frame;
  @Inject private OpeningService service;
  @Inject private InstantSource clock;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private OpeningQuery query = OpeningQuery.ALL;
  private PageNumber page = PageNumber.FIRST;
  private List<OpeningRow> rows = List.of();
  private Optional<OpeningRow> all = Optional.empty();
  private Optional<OpeningCourse> course = Optional.empty();
  private Optional<OpeningSheet> sheet = Optional.empty();
  private String central = "";
  private String asOf = "";

  @PostConstruct
  void load() {
    query = OpeningQuery.of(request);
    frame
        .campaign()
        .ifPresent(
            campaign -> {
              if (isOfOneSchool()) {
                sheet =
                    service
                        .school(campaign, request.getParameter("school"))
                        .map(
                            school ->
                                OpeningSheet.of(
                                    service,
                                    campaign,
                                    school,
                                    request,
                                    frame.getChosen(),
                                    clock.instant(),
                                    text));
              } else {
                load(campaign, clock.instant());
              }
            });
  }

  private void load(Campaign campaign, Instant now) {
    LocalDate today = campaign.dayOf(now);
    Optional<Gate> gate = campaign.rulesOn(campaign.referenceDay(today)).gate();
    List<SchoolOpening> schools = service.schools(campaign);
    List<SchoolOpening> within = query.within(schools);
    central =
        within.stream()
            .filter(school -> !query.central().isEmpty())
            .flatMap(school -> school.central().stream())
            .map(SchoolOpening.Central::name)
            .findFirst()
            .orElse("");
    all = Optional.of(OpeningRow.of("", "", within, gate));
    List<OpeningRow> selected = query.select(schools, gate, text);
    page = query.page().within(selected.size(), SIZE);
    rows = selected.subList(page.offset(SIZE), Math.min(selected.size(), page.offset(SIZE) + SIZE));
    if (query.stage().isEmpty()) {
      course =
          Optional.of(
              OpeningCourse.of(
                  campaign,
                  service.weeks(
                      campaign, Optional.of(query.central()).filter(code -> !code.isEmpty())),
                  all.get().figures(),
                  today,
                  text));
    }
    asOf = text.seconds(now, campaign.zone());
  }

  /** Whether the address asks for a single school. */
  public boolean isOfOneSchool() {
    return request.getParameter("school") != null;
  }

  /** Whether there is such a school. */
  public boolean isKnown() {
    return sheet.isPresent();
  }

  /** The single school. */
  public OpeningSheet getSheet() {
    return sheet.orElseThrow();
  }

  /** What the address asks for. */
  public OpeningQuery getQuery() {
    return query;
  }

  /** The schools in question together. */
  public OpeningRow getAll() {
    return all.orElseThrow();
  }

  /** The teachers of all of them against the gate. */
  public SchoolSheet.OpeningSheet getTeachers() {
    return SchoolSheet.opening(
        getAll().figures().teachers().spaces(), getAll().gate().map(Gate::teachers), text);
  }

  /** The pupils of all of them against the gate. */
  public SchoolSheet.OpeningSheet getStudents() {
    return SchoolSheet.opening(
        getAll().figures().students().spaces(), getAll().gate().map(Gate::students), text);
  }

  /** Whether there is a course to draw. */
  public boolean isCourseThere() {
    return course.isPresent();
  }

  /** How it went on. */
  public OpeningCourse getCourse() {
    return course.orElseThrow();
  }

  /** Name of the central school whose schools are shown, empty for all. */
  public String getCentral() {
    return central;
  }

  /** The lines of this page. */
  public List<OpeningRow> getRows() {
    return rows;
  }

  /** Which page this is. */
  public PageNumber getPage() {
    return page;
  }

  /** The columns of numbers, in order. */
  public List<String> getColumns() {
    return List.of(
        "teachers",
        "missingTeachers",
        "activeTeachers",
        "students",
        "missingStudents",
        "activeStudents");
  }

  /** What a line can be. */
  public OpeningQuery.Level[] getLevels() {
    return OpeningQuery.Level.values();
  }

  /** The stages to choose from. */
  public Stage[] getStages() {
    return Stage.values();
  }

  /** When the numbers were read. */
  public String getAsOf() {
    return asOf;
  }
}

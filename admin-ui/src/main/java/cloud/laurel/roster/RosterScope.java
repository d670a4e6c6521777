package cloud.laurel.roster;

import cloud.laurel.campaign.CampaignService;
import cloud.laurel.web.Caller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Whose roster a page is about: everybody's on the bureau's pages, one school's on a school's. What
 * a school may not see does not exist for it.
 */
@Named("rosterScope")
@RequestScoped
public class RosterScope {

  /** Before there is a campaign nobody has said which zone days are of. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Inject private HttpServletRequest request;
  @Inject private Caller caller;
  @Inject private RosterService roster;
  @Inject private RosterJobService jobs;
  @Inject private CampaignService campaigns;
  @Inject private InstantSource clock;

  private boolean bureau;
  private ZoneId zone = ZONE;
  private List<School> own = List.of();
  private Optional<School> school = Optional.empty();

  @PostConstruct
  void load() {
    bureau = request.getServletPath().startsWith("/bureau/");
    zone = campaigns.current().map(c -> c.zone()).orElse(ZONE);
    if (!bureau) {
      own =
          caller.person().stream()
              .flatMap(person -> roster.administers(person.account(), getToday()).stream())
              .toList();
      school =
          own.stream()
              .filter(s -> s.code().equals(request.getParameter("school")))
              .findFirst()
              .or(() -> own.stream().findFirst());
    }
  }

  /** Whether it is everybody's. */
  public boolean isBureau() {
    return bureau;
  }

  /** Whether there is anything to show: an administrator of no school has none. */
  public boolean isAllowed() {
    return bureau || school.isPresent();
  }

  /** The schools that the caller administers; empty on the bureau's pages. */
  public List<School> getOwn() {
    return own;
  }

  /** The school; empty on the bureau's pages. */
  public Optional<School> school() {
    return school;
  }

  /** Its code; empty on the bureau's pages. */
  public Optional<String> code() {
    return school.map(School::code);
  }

  /** Its code as text. */
  public String getSchoolCode() {
    return code().orElse("");
  }

  /** Its name, empty on the bureau's pages. */
  public String getSchoolName() {
    return school.map(School::name).orElse("");
  }

  /** The address of the roster's page, below which the others are. */
  public String getBase() {
    return request.getContextPath() + (bureau ? "/bureau/roster" : "/school/roster");
  }

  /** An address below it that keeps the school. */
  public String link(String rest) {
    String kept =
        code()
            .filter(c -> own.size() > 1)
            .map(c -> "school=" + URLEncoder.encode(c, StandardCharsets.UTF_8))
            .orElse("");
    return getBase() + rest + (kept.isEmpty() ? "" : (rest.contains("?") ? "&" : "?") + kept);
  }

  /** Today where the schools are. */
  public LocalDate getToday() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** The zone of days and times. */
  public ZoneId zone() {
    return zone;
  }

  /** A job that the caller may see. */
  public Optional<RosterJob> job(long id) {
    return jobs.find(id)
        .filter(job -> bureau || job.school().isPresent() && job.school().equals(ownOf(job)));
  }

  private Optional<String> ownOf(RosterJob job) {
    return own.stream()
        .map(School::code)
        .filter(c -> job.school().equals(Optional.of(c)))
        .findFirst();
  }
}

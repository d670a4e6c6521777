package cloud.laurel.opening;

import cloud.laurel.roster.School;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.OwnSchools;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** {@code /school/opening}: the spaces of an administrator's own school, and who is missing. */
@Named("schoolOpening")
@RequestScoped
public class SchoolOpeningView {

  @Inject private FrameView frame;
  @Inject private OwnSchools schools;
  @Inject private OpeningService service;
  @Inject private InstantSource clock;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<OpeningSheet> sheet = Optional.empty();
  private List<School> own = List.of();

  @PostConstruct
  void load() {
    frame
        .campaign()
        .ifPresent(
            campaign -> {
              own = schools.all(campaign);
              sheet =
                  own.stream()
                      .filter(school -> school.code().equals(request.getParameter("school")))
                      .findFirst()
                      .or(() -> own.stream().findFirst())
                      .flatMap(school -> service.school(campaign, school.code()))
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
            });
  }

  /** Whether there is a school to show. */
  public boolean isKnown() {
    return sheet.isPresent();
  }

  /** The school. */
  public OpeningSheet getSheet() {
    return sheet.orElseThrow();
  }

  /** The schools that the caller administers; a choice is shown when there are several. */
  public List<School> getOwn() {
    return own;
  }
}

package cloud.laurel.opening;

import cloud.laurel.web.Caller;
import cloud.laurel.web.FrameView;
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
  @Inject private Caller caller;
  @Inject private OpeningService service;
  @Inject private InstantSource clock;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<OpeningSheet> sheet = Optional.empty();
  private List<SchoolOpening> own = List.of();

  @PostConstruct
  void load() {
    frame
        .campaign()
        .ifPresent(
            campaign -> {
              own =
                  caller.administeredSchools(campaign).stream()
                      .map(code -> service.school(campaign, code))
                      .flatMap(Optional::stream)
                      .toList();
              sheet =
                  own.stream()
                      .filter(school -> school.code().equals(request.getParameter("school")))
                      .findFirst()
                      .or(() -> own.stream().findFirst())
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
  public List<SchoolOpening> getOwn() {
    return own;
  }
}

package cloud.laurel.standing;

import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** {@code /bureau/school}: any school's score unfolded, for the bureau. */
@Named("bureauSchool")
@RequestScoped
public class BureauSchoolView {

  @Inject private FrameView frame;
  @Inject private StandingService standings;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<SchoolSheet> sheet = Optional.empty();
  private Optional<PeopleTable> people = Optional.empty();

  @PostConstruct
  void load() {
    String code = Optional.ofNullable(request.getParameter("code")).orElse("");
    sheet =
        frame
            .campaign()
            .flatMap(
                campaign ->
                    standings
                        .school(campaign, code, standings.board(campaign))
                        .map(detail -> SchoolSheet.of(campaign, detail, text)));
    people =
        frame
            .campaign()
            .filter(campaign -> sheet.isPresent())
            .map(
                campaign ->
                    PeopleTable.of(
                        standings,
                        campaign,
                        PeopleQuery.of(request, code, frame.getChosen()),
                        text));
  }

  /** Whether there is such a school. */
  public boolean isKnown() {
    return sheet.isPresent();
  }

  /** The school's score unfolded. */
  public SchoolSheet getSheet() {
    return sheet.orElseThrow();
  }

  /** The people behind the means. */
  public PeopleTable getPeople() {
    return people.orElseThrow();
  }
}

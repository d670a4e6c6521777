package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.roster.School;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.OwnSchools;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** {@code /school/people}: the teachers and administrators behind a school's means. */
@Named("schoolPeople")
@RequestScoped
public class SchoolPeopleView {

  @Inject private FrameView frame;
  @Inject private OwnSchools schools;
  @Inject private StandingService standings;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<School> school = Optional.empty();
  private Optional<PeopleTable> people = Optional.empty();

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    school = schools.chosen(campaign);
    people =
        school.map(
            own ->
                PeopleTable.of(
                    standings,
                    campaign,
                    PeopleQuery.of(request, own.code(), frame.getChosen()),
                    text));
  }

  /** Whether there is a school to show. */
  public boolean isKnown() {
    return people.isPresent();
  }

  /** The school's code, empty without one. */
  public String getCode() {
    return school.map(School::code).orElse("");
  }

  /** The school's name, empty without one. */
  public String getName() {
    return school.map(School::name).orElse("");
  }

  /** The people. */
  public PeopleTable getPeople() {
    return people.orElseThrow();
  }
}

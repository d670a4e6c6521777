package cloud.laurel.roster;

import cloud.laurel.web.FormInput;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** {@code /bureau/roster/school}: the other names by which uploads find a school. */
@Named("rosterSchool")
@RequestScoped
public class RosterSchoolView {

  @Inject private RosterScope scope;
  @Inject private RosterDeskService desk;
  @Inject private HttpServletRequest request;
  @Inject private Texts text;

  private Optional<RosterState> school = Optional.empty();

  @PostConstruct
  void load() {
    school = desk.school(FormInput.text(request, "code"), scope.getToday());
  }

  /** Whether the address names a school. */
  public boolean isKnown() {
    return school.isPresent();
  }

  /** The school. */
  public RosterState getSchool() {
    return school.orElseThrow();
  }

  /** What was typed and not taken. */
  public String getAlias() {
    return FormInput.text(request, "alias");
  }

  /** Why it was not taken, in words; empty otherwise. */
  public String getRefused() {
    String key = "roster.alias.refused." + request.getParameter("refused");
    return text.has(key) ? text.of(key) : "";
  }
}

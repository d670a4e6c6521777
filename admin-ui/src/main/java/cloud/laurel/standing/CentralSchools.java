package cloud.laurel.standing;

import cloud.laurel.roster.RosterService;
import cloud.laurel.roster.School;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which school belongs to which central school; read at most once a request. */
@Named("centralSchools")
@RequestScoped
public class CentralSchools {

  @Inject private RosterService roster;

  private Optional<Map<String, String>> bySchool = Optional.empty();
  private Optional<List<School>> all = Optional.empty();

  /** The central school's code of each school that has one. */
  public Map<String, String> bySchool() {
    Map<String, String> known =
        bySchool.orElseGet(
            () ->
                roster.schools().stream()
                    .filter(school -> school.centralSchool().isPresent())
                    .collect(
                        Collectors.toMap(School::code, school -> school.centralSchool().get())));
    bySchool = Optional.of(known);
    return known;
  }

  /** Every central school, by name. */
  public List<School> getAll() {
    List<School> known = all.orElseGet(roster::centralSchools);
    all = Optional.of(known);
    return known;
  }

  /** The name of a central school; its code when it is unknown. */
  public String name(String code) {
    return getAll().stream()
        .filter(central -> central.code().equals(code))
        .map(School::name)
        .findFirst()
        .orElse(code);
  }
}

package cloud.laurel.web;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.Role;
import cloud.laurel.roster.Membership;
import cloud.laurel.roster.Person;
import cloud.laurel.roster.RosterService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Optional;

/** Who is calling, and what of the roster belongs to them. */
@RequestScoped
public class Caller {

  /** Role of the education bureau's officers. */
  public static final String BUREAU = "bureau";

  /** Role of the platform's own account. */
  public static final String PLATFORM = "platform";

  /** Role of teachers. */
  public static final String TEACHER = "teacher";

  /** Role of schools' administrators. */
  public static final String SCHOOL_ADMIN = "school-admin";

  @Inject private HttpServletRequest request;
  @Inject private Instance<RosterService> roster;
  @Inject private Instance<CampaignService> campaigns;

  private Optional<Person> person = Optional.empty();
  private boolean looked;

  /** The signed-in name; empty for a stranger. */
  public Optional<String> name() {
    return Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName);
  }

  /** Whether the caller is an officer of the bureau. */
  public boolean isBureau() {
    return request.isUserInRole(BUREAU);
  }

  /** Whether the caller has a role. */
  public boolean has(String role) {
    return request.isUserInRole(role);
  }

  /** The caller on the roster, as it was when this request first asked. */
  public Optional<Person> person() {
    if (!looked) {
      person = name().flatMap(name -> roster.get().findByUsername(name));
      looked = true;
    }
    return person;
  }

  /** Whether this account is the caller's own. */
  public boolean is(String account) {
    return person().filter(person -> person.account().equals(account)).isPresent();
  }

  /** Codes of the schools that the caller administers today. */
  public List<String> administeredSchools(Campaign campaign) {
    return person().stream()
        .flatMap(person -> person.on(campaigns.get().today(campaign)).stream())
        .filter(membership -> membership.role() == Role.ADMINISTRATOR)
        .map(Membership::school)
        .distinct()
        .toList();
  }
}

package cloud.laurel.plan;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.roster.Person;
import cloud.laurel.roster.RosterService;
import cloud.laurel.roster.School;
import cloud.laurel.web.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** For which schools the caller may write, whatever an address says. */
@RequestScoped
public class SchoolDesk {

  @Inject private Caller caller;
  @Inject private CampaignService campaigns;
  @Inject private RosterService roster;
  @Inject private CentralService centrals;

  private Optional<Person> person = Optional.empty();
  private Optional<List<School>> schools = Optional.empty();
  private Optional<List<School>> township = Optional.empty();

  /** The caller's account; empty for somebody who is not on the roster. */
  public String account() {
    if (person.isEmpty()) {
      person = caller.person();
    }
    return person.map(Person::account).orElse("");
  }

  /** The schools that the caller may write for: the own ones first, then those of the township. */
  public List<School> schools(Campaign campaign) {
    if (schools.isEmpty()) {
      schools =
          Optional.of(
              Stream.concat(
                      roster.administers(account(), campaigns.today(campaign)).stream(),
                      township(campaign).stream())
                  .distinct()
                  .toList());
    }
    return schools.get();
  }

  /** Those that the caller acts for as a central school, by name; none for most. */
  List<School> township(Campaign campaign) {
    if (township.isEmpty()) {
      township = Optional.of(centrals.schools(campaign, account()));
    }
    return township.get();
  }

  /** The one of them with a code, else the first. */
  public Optional<School> school(Campaign campaign, String code) {
    List<School> own = schools(campaign);
    return own.stream()
        .filter(school -> school.code().equals(code))
        .findFirst()
        .or(() -> own.stream().findFirst());
  }
}

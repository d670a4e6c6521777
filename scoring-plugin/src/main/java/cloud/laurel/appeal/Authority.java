package cloud.laurel.appeal;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.Role;
import cloud.laurel.roster.Membership;
import cloud.laurel.roster.Person;
import cloud.laurel.roster.RosterService;
import cloud.laurel.roster.School;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who may file for whom, and who may look at what, by the roster of today. */
final class Authority {

  private final CampaignService campaigns;
  private final RosterService roster;

  Authority(CampaignService campaigns, RosterService roster) {
    this.campaigns = campaigns;
    this.roster = roster;
  }

  /**
   * Somebody's right to contest an entry of a person: their own, or as an administrator of the
   * person's school. Pupils are counted by school and have no entries of their own.
   */
  Optional<Person> contested(Campaign campaign, String filer, String account) {
    return roster
        .find(account)
        .filter(p -> p.memberships().stream().anyMatch(m -> m.role() != Role.STUDENT))
        .filter(p -> filer.equals(account) || administers(campaign, filer, p));
  }

  private boolean administers(Campaign campaign, String filer, Person person) {
    LocalDate today = campaigns.today(campaign);
    List<String> own = administered(campaign, filer);
    return person.on(today).stream()
        .filter(m -> m.role() != Role.STUDENT)
        .anyMatch(m -> own.contains(m.school()));
  }

  /** The campaign that an appeal belongs to. */
  Campaign campaign(Appeal appeal) {
    return campaigns.all().stream()
        .filter(c -> c.id() == appeal.campaign())
        .findFirst()
        .orElseThrow();
  }

  /** Codes of the schools that somebody administers today. */
  List<String> administered(Campaign campaign, String account) {
    return roster.administers(account, campaigns.today(campaign)).stream()
        .map(School::code)
        .toList();
  }

  /**
   * Whether somebody may read an appeal. What a teacher files alone is between them and the bureau;
   * what an administrator filed is open to those who administer the school now.
   */
  boolean mayRead(Campaign campaign, Appeal appeal, Party party) {
    return party.bureau()
        || party.name().equals(appeal.account())
        || party.name().equals(appeal.filer())
        || appeal.onBehalf()
            && appeal.school().isPresent()
            && administered(campaign, party.name()).contains(appeal.school().get());
  }

  /** The school of an award: the person's on the day, else today's, else the last one. */
  static Optional<String> school(Person person, LocalDate day, LocalDate today) {
    return first(person.on(day))
        .or(() -> first(person.on(today)))
        .or(
            () ->
                person.memberships().stream()
                    .filter(m -> m.role() != Role.STUDENT)
                    .reduce((a, b) -> b)
                    .map(Membership::school));
  }

  private static Optional<String> first(List<Membership> memberships) {
    return memberships.stream()
        .filter(m -> m.role() != Role.STUDENT)
        .map(Membership::school)
        .min(Comparator.naturalOrder());
  }
}

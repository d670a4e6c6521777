package cloud.laurel.web;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.roster.RosterService;
import cloud.laurel.roster.School;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The schools that the caller administers, and which of them the address asks for. */
@RequestScoped
public class OwnSchools {

  @Inject private Caller caller;
  @Inject private RosterService roster;
  @Inject private CampaignService campaigns;
  @Inject private HttpServletRequest request;

  private Optional<List<School>> known = Optional.empty();

  /** All of them, by name. */
  public List<School> all(Campaign campaign) {
    List<School> all =
        known.orElseGet(
            () ->
                caller.person().stream()
                    .flatMap(
                        person ->
                            roster
                                .administers(person.account(), campaigns.today(campaign))
                                .stream())
                    .toList());
    known = Optional.of(all);
    return all;
  }

  /** The one that the address names by {@code code}, else the first. */
  public Optional<School> chosen(Campaign campaign) {
    List<School> all = all(campaign);
    return all.stream()
        .filter(school -> Objects.equals(school.code(), request.getParameter("code")))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }
}

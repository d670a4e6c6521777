package cloud.laurel.web;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Finds the campaign that an address names. */
@ApplicationScoped
public class Campaigns {

  @Inject private CampaignService campaigns;

  /**
   * The campaign with this code.
   *
   * @throws ApiProblem 404 when there is none
   */
  public Campaign require(String code) {
    return campaigns
        .find(code)
        .orElseThrow(
            () -> ProblemDetail.notFound("There is no campaign " + code + ".").asException());
  }

  /** The campaign with this code, for those who are not told whether there is one. */
  public Optional<Campaign> find(String code) {
    return campaigns.find(code);
  }

  /** Whether there is a campaign with this code whose standings everybody may read. */
  public boolean isPublic(String code) {
    return campaigns.find(code).filter(c -> c.state().isPublic()).isPresent();
  }

  /** An instant as ISO 8601 with the offset of the campaign's zone. */
  public static String time(Campaign campaign, Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(campaign.zone()));
  }
}

package cloud.laurel.certificate;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.certificate.CertificateRefused.Why;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * Orders certificates for the published winners of a campaign that comes from elsewhere: {@code
 * {campaign, issuedOn, document, issuer, reason, template, officer, honours: [code]}}. What was
 * ordered already is left out.
 */
public class CertificateImport {

  private final CampaignService campaigns;
  private final IssueService certificates;

  /** One for a database. */
  public CertificateImport(CampaignService campaigns, IssueService certificates) {
    this.campaigns = campaigns;
    this.certificates = certificates;
  }

  /**
   * Takes one campaign's order.
   *
   * @throws IllegalArgumentException when there is no such campaign
   * @throws CertificateRefused when it cannot be done
   */
  public void take(JsonObject file) {
    Campaign campaign =
        campaigns
            .find(file.getString("campaign"))
            .orElseThrow(() -> new IllegalArgumentException("campaign: does not exist"));
    Terms terms =
        new Terms(
            LocalDate.parse(file.getString("issuedOn")),
            file.getString("document"),
            file.getString("issuer"),
            file.getString("reason", Terms.USUAL_REASON),
            new Design(file.getJsonNumber("template").longValueExact(), OptionalLong.empty()));
    for (JsonString honour : file.getJsonArray("honours").getValuesAs(JsonString.class)) {
      try {
        certificates.issuePublished(campaign, honour.getString(), terms, file.getString("officer"));
      } catch (CertificateRefused e) {
        if (e.why() != Why.NOBODY && e.why() != Why.OPEN_ALREADY) {
          throw e;
        }
      }
    }
  }
}

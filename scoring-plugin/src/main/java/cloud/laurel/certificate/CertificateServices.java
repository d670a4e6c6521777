package cloud.laurel.certificate;

import cloud.laurel.announcement.PublicListService;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.roster.RosterService;
import cloud.laurel.selection.SelectionService;
import cloud.laurel.store.Database;
import cloud.laurel.template.SealService;
import cloud.laurel.template.TemplateService;
import java.time.InstantSource;

/**
 * Everything about certificates on one database.
 *
 * @param printer to be called again and again, by as many threads as wanted
 */
public record CertificateServices(
    IssueService issue,
    BatchService batches,
    ChangeService changes,
    RegisterService register,
    LookupService lookup,
    StatusListService statusLists,
    CertificatePrinter printer,
    CertificateImport importer,
    TemplateService templates,
    SealService seals) {

  /** Makes them. */
  public static CertificateServices of(
      Database database,
      InstantSource clock,
      CertificatePress press,
      CampaignService campaigns,
      RosterService roster,
      PublicListService published,
      SelectionService selections) {
    IssueService issue = new IssueService(database, clock, press, roster, published, selections);
    return new CertificateServices(
        issue,
        new BatchService(database, clock, press),
        new ChangeService(database, clock),
        new RegisterService(database),
        new LookupService(database, clock, roster),
        new StatusListService(database),
        new CertificatePrinter(database, clock, press),
        new CertificateImport(campaigns, issue),
        new TemplateService(database, clock),
        new SealService(database, clock));
  }
}

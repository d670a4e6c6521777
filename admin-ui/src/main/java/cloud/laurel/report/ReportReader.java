package cloud.laurel.report;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.Texts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Finds a report that an address asks for, and puts it into the reader's words. */
@Dependent
class ReportReader {

  @Inject private ReportService reports;
  @Inject private Texts text;

  /**
   * A campaign's report.
   *
   * @param id its number in the address; the newest when it is empty
   */
  Optional<ReportSheet> read(Campaign campaign, String id) {
    List<ProgressReport> all = reports.of(campaign);
    for (int i = 0; i < all.size(); i++) {
      ProgressReport report = all.get(i);
      if (id.isEmpty() || id.equals(String.valueOf(report.id()))) {
        Optional<ProgressReport> before =
            i + 1 < all.size() ? Optional.of(all.get(i + 1)) : Optional.empty();
        return Optional.of(
            ReportSheet.of(
                campaign,
                report,
                reports.content(report),
                before,
                before.map(reports::content),
                text));
      }
    }
    return Optional.empty();
  }
}

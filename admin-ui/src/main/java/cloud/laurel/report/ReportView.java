package cloud.laurel.report;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** {@code /bureau/report}: the newest progress report, or an earlier one, and all there are. */
@Named("report")
@RequestScoped
public class ReportView {

  @Inject private FrameView frame;
  @Inject private ReportService reports;
  @Inject private ReportReader reader;
  @Inject private Texts text;
  @Inject private HttpServletRequest request;

  private Optional<ReportSheet> sheet = Optional.empty();
  private List<Made> all = List.of();

  /** One of the reports there are. */
  public record Made(long id, String name, String by) {}

  @PostConstruct
  void load() {
    frame.campaign().ifPresent(this::load);
  }

  private void load(Campaign campaign) {
    sheet = reader.read(campaign, Optional.ofNullable(request.getParameter("id")).orElse(""));
    all =
        reports.of(campaign).stream()
            .map(
                r ->
                    new Made(
                        r.id(),
                        text.of("report.made", r.number(), text.time(r.madeAt(), campaign.zone())),
                        r.by()))
            .toList();
  }

  /** Whether there is a report to show. */
  public boolean isKnown() {
    return sheet.isPresent();
  }

  /** The report in words. */
  public ReportSheet getSheet() {
    return sheet.orElseThrow();
  }

  /** All reports of the campaign, the newest first. */
  public List<Made> getAll() {
    return all;
  }

  /** Whether it has just been made. */
  public boolean isJustMade() {
    return request.getParameter(MakeReportServlet.DONE) != null;
  }
}

package cloud.laurel.certificate;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.TableExport;
import cloud.laurel.web.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The report of names before issue as a table. */
@WebServlet("/bureau/certificate-issue/export")
public class ReportExport extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient FrameView frame;
  @Inject private transient IssueService issues;
  @Inject private transient Texts text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Campaign> campaign = frame.campaign();
    Optional<Terms> terms = TermsForm.of(request).flatMap(TermsForm::terms);
    if (campaign.isEmpty() || terms.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    List<IssueLine> lines;
    try {
      lines = issues.report(campaign.get(), FormInput.text(request, "honour"), terms.get());
    } catch (CertificateRefused e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    TableExport.send(
        request,
        response,
        text.of("certificates.report"),
        Stream.of(
                "certificates.outcome",
                "certificates.given",
                "certificates.name",
                "certificates.school",
                "certificates.account",
                "certificates.findings",
                "certificates.series")
            .map(text::of)
            .toList(),
        CertificateIssueView.sorted(lines, "").stream()
            .map(line -> cells(ReportRow.of(line, text))));
  }

  private List<String> cells(ReportRow row) {
    return List.of(
        text.of("certificates.weight." + row.weight()),
        row.given(),
        row.name(),
        row.school(),
        row.account(),
        row.words(),
        row.current());
  }
}

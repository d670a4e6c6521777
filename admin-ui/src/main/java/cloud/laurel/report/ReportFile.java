package cloud.laurel.report;

import cloud.laurel.campaign.CampaignService;
import cloud.laurel.document.Documents;
import cloud.laurel.web.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** A progress report as DOCX or PDF, in the reader's language. */
@WebServlet({"/bureau/report.docx", "/bureau/report.pdf"})
public class ReportFile extends HttpServlet {

  @Inject private transient CampaignService campaigns;
  @Inject private transient ReportReader reader;
  @Inject private transient Documents documents;
  @Inject private transient Texts text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<ReportSheet> sheet =
        campaigns
            .find(parameter(request, "campaign"))
            .or(campaigns::current)
            .flatMap(campaign -> reader.read(campaign, parameter(request, "id")));
    if (sheet.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    boolean docx = request.getServletPath().endsWith(".docx");
    documents.send(
        response,
        new ReportDocument(sheet.get(), text).document(),
        docx ? Documents.Format.DOCX : Documents.Format.PDF,
        text.of("report.file", sheet.get().number()));
  }

  private static String parameter(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("");
  }
}

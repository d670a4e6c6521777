package cloud.laurel.report;

import cloud.laurel.campaign.CampaignService;
import cloud.laurel.web.Caller;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Makes a progress report and leads to it. */
@WebServlet("/bureau/report/make")
public class MakeReportServlet extends HttpServlet {

  /** Tells the page that it has just been made. */
  static final String DONE = "done";

  @Inject private transient CampaignService campaigns;
  @Inject private transient ReportService reports;
  @Inject private transient Caller caller;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String code = Optional.ofNullable(request.getParameter("campaign")).orElse("");
    Optional<Long> made =
        campaigns.find(code).map(c -> reports.make(c, caller.name().orElse("")).id());
    if (made.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location",
        request.getContextPath()
            + "/bureau/report?campaign="
            + URLEncoder.encode(code, StandardCharsets.UTF_8)
            + "&id="
            + made.get()
            + "&"
            + DONE
            + "=1");
  }
}

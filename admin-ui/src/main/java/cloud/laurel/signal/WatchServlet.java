package cloud.laurel.signal;

import cloud.laurel.campaign.CampaignService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Has a campaign looked through for signals within seconds and leads back to the list. */
@WebServlet("/bureau/signals/watch")
public class WatchServlet extends HttpServlet {

  @Inject private transient SignalService signals;
  @Inject private transient CampaignService campaigns;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String code = Optional.ofNullable(request.getParameter("campaign")).orElse("");
    campaigns.find(code).ifPresent(signals::ask);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location",
        request.getContextPath()
            + "/bureau/signals?campaign="
            + URLEncoder.encode(code, StandardCharsets.UTF_8));
  }
}

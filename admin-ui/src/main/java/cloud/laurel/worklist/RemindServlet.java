package cloud.laurel.worklist;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.web.Caller;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Sends a reminder and leads back to the worklist, which says how many schools were told. */
@WebServlet("/bureau/remind/send")
public class RemindServlet extends HttpServlet {

  /** Tells the page how many schools were told. */
  static final String TOLD = "told";

  @Inject private transient CampaignService campaigns;
  @Inject private transient WorklistService worklists;
  @Inject private transient ReminderService reminders;
  @Inject private transient Caller caller;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String code = Optional.ofNullable(request.getParameter("campaign")).orElse("");
    RemindRequest asked = RemindRequest.of(request, code);
    int told = campaigns.find(code).or(campaigns::current).map(c -> send(c, asked)).orElse(0);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location",
        request.getContextPath()
            + "/bureau/worklist"
            + asked.query().toQuery()
            + "&"
            + TOLD
            + "="
            + told);
  }

  private int send(Campaign campaign, RemindRequest asked) {
    Reminder reminder =
        reminders.prepare(campaign, asked.select(worklists.all(campaign)), asked.items());
    return reminders.send(campaign, reminder, caller.name().orElse(""));
  }
}

package cloud.laurel.replay;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.WrongState;
import cloud.laurel.store.InvalidInput;
import cloud.laurel.web.Caller;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Starts a self-check, or stops, continues, gives up or publishes a replay. */
@WebServlet("/bureau/replay/step")
public class ReplayStepServlet extends HttpServlet {

  @Inject private transient CampaignService campaigns;
  @Inject private transient ReplayService replays;
  @Inject private transient Caller caller;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Campaign> campaign =
        Optional.ofNullable(request.getParameter("code")).flatMap(campaigns::find);
    if (campaign.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String id = Optional.ofNullable(request.getParameter("id")).orElse("");
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location",
        request.getContextPath()
            + take(
                campaign.get(),
                Optional.ofNullable(request.getParameter("step")).orElse(""),
                id.matches("\\d{1,18}") ? Long.parseLong(id) : -1));
  }

  /** Does it and says where to go on. */
  private String take(Campaign campaign, String step, long id) {
    String by = caller.name().orElse("");
    String page = "/bureau/replay?code=" + campaign.code() + "&id=";
    try {
      switch (step) {
        case "CHECK" -> {
          return page + replays.check(campaign, by).id();
        }
        case "CANCEL" -> replays.cancel(campaign, id);
        case "RESUME" -> replays.resume(campaign, id);
        case "DISCARD" -> replays.discard(campaign, id);
        case "PUBLISH" -> {
          replays.publish(campaign, id, "", by);
          return "/bureau/campaign?code=" + campaign.code() + "&done=VERSION";
        }
        default -> {
          return page + id;
        }
      }
      return page + id;
    } catch (InvalidInput | WrongState e) {
      return step.equals("CHECK")
          ? "/bureau/campaign?code=" + campaign.code() + "&refused=state"
          : page + id + "&refused=" + step;
    }
  }
}

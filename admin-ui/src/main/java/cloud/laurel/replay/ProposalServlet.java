package cloud.laurel.replay;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.campaign.InvalidCampaign;
import cloud.laurel.campaign.RefusedEdit;
import cloud.laurel.campaign.WrongState;
import cloud.laurel.store.InvalidInput;
import cloud.laurel.web.Caller;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Has a proposed version of a running campaign's rules tried, or shows the editor again. */
@WebServlet("/bureau/campaign-edit/propose")
public class ProposalServlet extends HttpServlet {

  @Inject private transient CampaignService campaigns;
  @Inject private transient ReplayService replays;
  @Inject private transient Caller caller;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String json = parameter(request, "definition");
    String basis = parameter(request, "basis");
    String note = parameter(request, "note").strip();
    Optional<Campaign> campaign = campaigns.find(parameter(request, "code"));
    if (campaign.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Campaign running = campaign.get();
    if (!running.newest().rules().fingerprint().equals(basis) || note.isEmpty()) {
      again(request, response, new RefusedEdit(json, basis, List.of(), !note.isEmpty()));
      return;
    }
    String to = "/bureau/campaign?code=" + running.code() + "&refused=state";
    try {
      LocalDate validFrom = LocalDate.parse(parameter(request, "validFrom"));
      long id = replays.propose(running, json, validFrom, note, caller.name().orElse("")).id();
      to = "/bureau/replay?code=" + running.code() + "&id=" + id;
    } catch (InvalidCampaign e) {
      again(request, response, new RefusedEdit(json, basis, e.fieldProblems(), false));
      return;
    } catch (DateTimeException e) {
      again(request, response, new RefusedEdit(json, basis, List.of(), false));
      return;
    } catch (InvalidInput | WrongState e) {
      // it was closed meanwhile; the campaign's page says what it allows now
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", request.getContextPath() + to);
  }

  private static void again(
      HttpServletRequest request, HttpServletResponse response, RefusedEdit refused)
      throws ServletException, IOException {
    request.setAttribute(RefusedEdit.ATTRIBUTE, refused);
    request.getRequestDispatcher(RefusedEdit.PAGE).forward(request, response);
  }

  private static String parameter(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("");
  }
}

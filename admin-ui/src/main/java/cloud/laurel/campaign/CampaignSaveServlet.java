package cloud.laurel.campaign;

import cloud.laurel.web.Caller;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Saves a draft, or shows the editor again with what was typed and what is wrong with it. */
@WebServlet("/bureau/campaign-edit/save")
public class CampaignSaveServlet extends HttpServlet {

  @Inject private transient CampaignService campaigns;
  @Inject private transient Caller caller;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String code = parameter(request, "code");
    String basis = parameter(request, "basis");
    String json = parameter(request, "definition");
    String address = "?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    try {
      campaigns.edit(code, Optional.of(basis), json, caller.name().orElse(""));
      lead(request, response, "/bureau/campaign-edit" + address + "&saved=true");
    } catch (InvalidCampaign e) {
      again(request, response, new RefusedEdit(json, basis, e.fieldProblems(), false));
    } catch (ChangedMeanwhile e) {
      again(request, response, new RefusedEdit(json, basis, List.of(), true));
    } catch (WrongState e) {
      lead(request, response, "/bureau/campaign" + address + "&refused=state");
    }
  }

  private static void again(
      HttpServletRequest request, HttpServletResponse response, RefusedEdit refused)
      throws ServletException, IOException {
    request.setAttribute(RefusedEdit.ATTRIBUTE, refused);
    request.getRequestDispatcher(RefusedEdit.PAGE).forward(request, response);
  }

  private static void lead(HttpServletRequest request, HttpServletResponse response, String to) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", request.getContextPath() + to);
  }

  private static String parameter(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("");
  }
}

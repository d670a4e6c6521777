package cloud.laurel.bulletin;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Saves a bulletin as a new version, or shows the editor again: with a block moved, added or
 * removed, or with what was typed and why it was not stored.
 */
@WebServlet("/bureau/bulletin/edit")
public class BulletinEditServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient FrameView frame;
  @Inject private transient BulletinService bulletins;
  @Inject private transient Caller caller;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Optional<Campaign> campaign = frame.campaign();
    if (campaign.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Content content = BulletinForm.read(request);
    String action = FormInput.text(request, "do");
    int base = (int) FormInput.number(request, "base");
    String note = FormInput.text(request, "note");
    if (!action.equals("save")) {
      Content changed = BulletinForm.changed(content, action, FormInput.text(request, "added"));
      again(request, response, new BulletinEdit(changed, base, note, List.of(), false));
      return;
    }
    try {
      bulletins.save(campaign.get(), base, content, note, caller.name().orElse(""));
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", frame.link("/bureau/bulletin?done=saved"));
    } catch (BulletinRefused e) {
      again(
          request,
          response,
          new BulletinEdit(
              content, base, note, e.findings(), e.why() == BulletinRefused.Why.CHANGED));
    }
  }

  private static void again(
      HttpServletRequest request, HttpServletResponse response, BulletinEdit edit)
      throws ServletException, IOException {
    request.setAttribute(BulletinEdit.ATTRIBUTE, edit);
    request.getRequestDispatcher(BulletinEdit.PAGE).forward(request, response);
  }
}

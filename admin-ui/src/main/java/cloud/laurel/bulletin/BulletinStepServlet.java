package cloud.laurel.bulletin;

import cloud.laurel.bulletin.BulletinRefused.Why;
import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Submits a bulletin, gives it back or releases it, and leads back to the page, which says what
 * came of it.
 */
@WebServlet("/bureau/bulletin/step")
public class BulletinStepServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient FrameView frame;
  @Inject private transient BulletinService bulletins;
  @Inject private transient Caller caller;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Campaign> campaign = frame.campaign();
    if (campaign.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String step = FormInput.text(request, "step");
    String outcome;
    try {
      outcome = take(campaign.get(), step, request) ? "done=" + step : "refused=OTHER_STATE";
    } catch (BulletinRefused e) {
      outcome = "refused=" + e.why() + (e.why() == Why.OTHER_STATE ? "" : typed(request));
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", frame.link("/bureau/bulletin?" + outcome));
  }

  /** Does it; not when nobody knows such a step. */
  private boolean take(Campaign campaign, String step, HttpServletRequest request) {
    int version = (int) FormInput.number(request, "version");
    String by = caller.name().orElse("");
    switch (step) {
      case "submit" -> bulletins.submit(campaign, version, by);
      case "return" -> bulletins.sendBack(campaign, version, by, FormInput.text(request, "words"));
      case "release" ->
          bulletins.release(
              campaign,
              version,
              FormInput.text(request, "number").strip(),
              BulletinForm.date(FormInput.text(request, "date")),
              !FormInput.text(request, "meant").isEmpty(),
              by);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Number and date, so that nobody has to type them again. */
  private static String typed(HttpServletRequest request) {
    return "&number="
        + URLEncoder.encode(FormInput.text(request, "number"), StandardCharsets.UTF_8)
        + "&date="
        + URLEncoder.encode(FormInput.text(request, "date"), StandardCharsets.UTF_8);
  }
}

package cloud.laurel.plan;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.input.Attachment;
import cloud.laurel.web.FileAnswer;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Hands out the files of plans and trainings to their school and to the bureau. */
@WebServlet({
  "/school/plan/file",
  "/school/training/file",
  "/bureau/plan/file",
  "/bureau/training/file"
})
public class SchoolFileServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient FrameView frame;
  @Inject private transient SchoolDesk desk;
  @Inject private transient PlanService plans;
  @Inject private transient TrainingService trainings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    FileAnswer.send(response, frame.campaign().flatMap(c -> find(c, request)));
  }

  private Optional<Attachment.Content> find(Campaign campaign, HttpServletRequest request) {
    String path = request.getServletPath();
    String code = FormInput.text(request, "code");
    long file = FormInput.number(request, "file");
    // The security constraint has let only officers through to the bureau's addresses.
    boolean allowed =
        path.startsWith("/bureau/")
            || desk.schools(campaign).stream().anyMatch(s -> s.code().equals(code));
    if (!allowed) {
      return Optional.empty();
    }
    return path.contains("/training/")
        ? trainings.file(campaign, code, FormInput.number(request, "training"), file)
        : plans.find(campaign, code).flatMap(plan -> plans.file(plan, file));
  }
}

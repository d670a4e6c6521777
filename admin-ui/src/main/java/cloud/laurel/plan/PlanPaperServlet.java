package cloud.laurel.plan;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.document.Documents;
import cloud.laurel.document.Documents.Format;
import cloud.laurel.roster.RosterService;
import cloud.laurel.roster.School;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** A plan as DOCX or PDF, for its school and for the bureau. */
@WebServlet({"/school/plan.docx", "/school/plan.pdf", "/bureau/plan.docx", "/bureau/plan.pdf"})
public class PlanPaperServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient FrameView frame;
  @Inject private transient SchoolDesk desk;
  @Inject private transient RosterService roster;
  @Inject private transient PlanService plans;
  @Inject private transient Documents documents;
  @Inject private transient Texts text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getServletPath();
    Format format = Format.ofEnding(path.substring(path.lastIndexOf('.') + 1)).orElseThrow();
    Optional<Campaign> campaign = frame.campaign();
    Optional<School> school =
        campaign.flatMap(c -> school(c, path, FormInput.text(request, "code")));
    Optional<Plan> plan = school.flatMap(s -> plans.find(campaign.orElseThrow(), s.code()));
    if (plan.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String name = school.orElseThrow().name();
    documents.send(
        response,
        PlanPaper.of(campaign.orElseThrow(), name, plan.get()),
        format,
        text.of("planPaper.file", name));
  }

  /** The address says as whom: its security constraint has let only those through. */
  private Optional<School> school(Campaign campaign, String path, String code) {
    return path.startsWith("/bureau/")
        ? roster.school(code)
        : desk.schools(campaign).stream().filter(s -> s.code().equals(code)).findFirst();
  }
}

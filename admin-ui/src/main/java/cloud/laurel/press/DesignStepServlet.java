package cloud.laurel.press;

import cloud.laurel.template.SealRefused;
import cloud.laurel.template.SealService;
import cloud.laurel.template.TemplateService;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FormInput;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Takes what officers decide about templates and seals, and leads back to the page. */
@WebServlet({"/bureau/certificate-templates/step", "/bureau/certificate-seal/step"})
public class DesignStepServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient TemplateService templates;
  @Inject private transient SealService seals;
  @Inject private transient Caller caller;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getServletPath();
    String outcome;
    try {
      outcome = "?done=" + take(request);
    } catch (SealRefused e) {
      outcome = "?why=" + e.why();
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location", request.getContextPath() + path.substring(0, path.lastIndexOf('/')) + outcome);
  }

  private String take(HttpServletRequest request) {
    String officer = caller.name().orElseThrow();
    String id = FormInput.text(request, "id");
    long number = id.matches("-?\\d{1,18}") ? Long.parseLong(id) : 0;
    String step = request.getServletPath() + " " + FormInput.text(request, "step");
    switch (step) {
      case "/bureau/certificate-templates/step choose" -> templates.choose(number, officer);
      case "/bureau/certificate-templates/step retire" -> templates.retire(number, officer);
      case "/bureau/certificate-templates/step offset" -> {
        Optional<Integer> x = TemplateStep.half(FormInput.text(request, "x"));
        Optional<Integer> y = TemplateStep.half(FormInput.text(request, "y"));
        if (x.isEmpty() || y.isEmpty()) {
          return "offset-wrong";
        }
        templates.keep(new TemplateService.Offset(x.get(), y.get()), officer);
      }
      case "/bureau/certificate-seal/step release" -> seals.release(number, officer);
      case "/bureau/certificate-seal/step retire" -> seals.retire(number, officer);
      default -> {
        return "";
      }
    }
    return FormInput.text(request, "step");
  }
}

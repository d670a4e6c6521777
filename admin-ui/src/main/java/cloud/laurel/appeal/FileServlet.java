package cloud.laurel.appeal;

import cloud.laurel.input.Attachment;
import cloud.laurel.roster.Person;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FormInput;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Hands an attachment to the parties of its appeal, always to be saved: never shown in a page of
 * ours, whatever it holds.
 */
@WebServlet({FileServlet.OWN, FileServlet.BUREAU})
public class FileServlet extends HttpServlet {

  static final String OWN = "/my/appeals/file";
  static final String BUREAU = "/bureau/appeals/file";
  private static final long serialVersionUID = 1L;

  @Inject private transient AppealCaseService cases;
  @Inject private transient Caller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Attachment.Content> found =
        party(request)
            .flatMap(
                party ->
                    cases.attachment(
                        FormInput.number(request, "id"), FormInput.number(request, "file"), party));
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Attachment attachment = found.get().attachment();
    response.setContentType(attachment.type().mediaType());
    response.setContentLength(attachment.size());
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"attachment."
            + attachment.type().ending()
            + "\"; filename*=UTF-8''"
            + AppealLinks.encoded(attachment.name()).replace("+", "%20"));
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getOutputStream().write(found.get().bytes());
  }

  /** The address says as whom: its security constraint has let only those through. */
  private Optional<Party> party(HttpServletRequest request) {
    return request.getServletPath().equals(BUREAU)
        ? caller.name().map(Party::officer)
        : caller.person().map(Person::account).map(Party::person);
  }
}

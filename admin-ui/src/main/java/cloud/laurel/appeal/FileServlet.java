package cloud.laurel.appeal;

import cloud.laurel.roster.Person;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FileAnswer;
import cloud.laurel.web.FormInput;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Hands an attachment to the parties of its appeal. */
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
    FileAnswer.send(
        response,
        party(request)
            .flatMap(
                party ->
                    cases.attachment(
                        FormInput.number(request, "id"),
                        FormInput.number(request, "file"),
                        party)));
  }

  /** The address says as whom: its security constraint has let only those through. */
  private Optional<Party> party(HttpServletRequest request) {
    return request.getServletPath().equals(BUREAU)
        ? caller.name().map(Party::officer)
        : caller.person().map(Person::account).map(Party::person);
  }
}

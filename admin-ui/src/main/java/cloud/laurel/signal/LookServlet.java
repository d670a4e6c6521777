package cloud.laurel.signal;

import cloud.laurel.store.InvalidInput;
import cloud.laurel.web.Caller;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Marks a signal as looked at and leads back to it. */
@WebServlet("/bureau/signal/look")
public class LookServlet extends HttpServlet {

  /** Tells the page what was wrong. */
  static final String PROBLEM = "problem";

  /** Tells the page that it was done. */
  static final String DONE = "done";

  @Inject private transient SignalService signals;
  @Inject private transient Caller caller;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = Optional.ofNullable(request.getParameter("id")).orElse("");
    String note = Optional.ofNullable(request.getParameter("note")).orElse("");
    if (!id.matches("\\d{1,18}")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String outcome;
    try {
      signals.lookAt(Long.parseLong(id), note, caller.name().orElse(""));
      outcome = DONE + "=1#history";
    } catch (InvalidInput e) {
      outcome = PROBLEM + "=note#look";
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location", request.getContextPath() + "/bureau/signal?id=" + id + "&" + outcome);
  }
}

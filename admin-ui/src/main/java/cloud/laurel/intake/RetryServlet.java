package cloud.laurel.intake;

import cloud.laurel.plugin.delivery.Outbox;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Has one parked action, or all of them, delivered again and leads back to the page. */
@WebServlet("/bureau/intake/retry")
public class RetryServlet extends HttpServlet {

  /** Tells the page how many actions are offered again. */
  static final String RETRIED = "retried";

  @Inject private transient Outbox outbox;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = request.getParameter("id");
    int retried = id == null || id.isEmpty() ? outbox.retryAll() : outbox.retry(id) ? 1 : 0;
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location", request.getContextPath() + "/bureau/intake?" + RETRIED + "=" + retried);
  }
}

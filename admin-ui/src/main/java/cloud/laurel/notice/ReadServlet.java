package cloud.laurel.notice;

import cloud.laurel.web.Caller;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Notes that the caller has looked at the notices up to one, and leads back to them. */
@WebServlet("/my/notices/read")
public class ReadServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient NotificationService notices;
  @Inject private transient Caller caller;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String upTo = request.getParameter("upTo");
    if (upTo != null && upTo.matches("\\d{1,18}")) {
      caller.person().ifPresent(p -> notices.markRead(p.account(), Long.parseLong(upTo)));
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", request.getContextPath() + "/my/notices");
  }
}

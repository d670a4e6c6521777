package cloud.laurel.certificate;

import cloud.laurel.web.TableExport;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** A valid certificate as it is printed on paper that has frame and title already. */
@WebServlet("/bureau/certificate-overprint")
public class OverprintServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient RegisterService register;
  @Inject private transient Press press;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Certificate> one =
        Optional.ofNullable(request.getParameter("series"))
            .flatMap(register::find)
            .filter(Certificate::isValid);
    if (one.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    byte[] page = press.overprint(one.get());
    response.setContentType("application/pdf");
    response.setHeader(
        "Content-Disposition",
        TableExport.attachment(one.get().number().series() + "-overprint.pdf"));
    response.getOutputStream().write(page);
  }
}

package cloud.laurel.certificate;

import cloud.laurel.web.FormInput;
import cloud.laurel.web.TableExport;
import cloud.laurel.web.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** A valid certificate's file for its school, by its readable number. */
@WebServlet("/school/certificates/file")
public class OwnCertificateServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient OwnCertificates own;
  @Inject private transient RegisterService register;
  @Inject private transient LookupService lookup;
  @Inject private transient Texts text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Certificate> one =
        register.find(FormInput.text(request, "series")).filter(own::mayHave);
    if (one.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    byte[] pdf = lookup.pdf(one.get());
    response.setContentType("application/pdf");
    response.setContentLength(pdf.length);
    response.setHeader(
        "Content-Disposition", TableExport.attachment(CertificateZip.file(one.get(), text)));
    response.getOutputStream().write(pdf);
  }
}

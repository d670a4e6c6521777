package cloud.laurel.certificate;

import cloud.laurel.certificate.PrintRun.Portion;
import cloud.laurel.certificate.RunStopped.Why;
import cloud.laurel.web.FileAnswer;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.TableExport;
import cloud.laurel.web.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file of a print run, for white paper or with {@code way=overprint} for paper that has frame
 * and title already. What cannot be made leads back to the page of the run, which says why.
 */
@WebServlet("/bureau/certificates.pdf")
public class PrintRunServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient FrameView frame;
  @Inject private transient RegisterService register;
  @Inject private transient RunPress press;
  @Inject private transient Texts text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PrintRun run = PrintRun.of(request, frame.campaign(), register);
    try {
      send(request, response, run);
    } catch (RunStopped e) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader(
          "Location",
          request.getContextPath() + "/bureau/certificate-print" + run.toQuery() + e.toQuery());
    }
  }

  private void send(HttpServletRequest request, HttpServletResponse response, PrintRun run)
      throws IOException {
    Portion portion =
        run.portion(
                FormInput.text(request, "first"),
                FormInput.text(request, "last"),
                FormInput.number(request, "pages"))
            .orElseThrow(() -> new RunStopped(Why.CHANGED, ""));
    boolean overprint = FormInput.text(request, "way").equals("overprint");
    String way = overprint ? "overprint" : "whole";
    Path file =
        press.make(
            portion.leaves(),
            overprint,
            text.of("certificates.run.title." + way, portion.leaves().size(), portion.series()));
    try {
      response.setContentType("application/pdf");
      response.setContentLengthLong(Files.size(file));
      response.setHeader(
          "Content-Disposition",
          TableExport.attachment(
              FileAnswer.safe(text.of("certificates.run.file." + way, portion.series())) + ".pdf"));
      Files.copy(file, response.getOutputStream());
    } finally {
      Files.delete(file);
    }
  }
}

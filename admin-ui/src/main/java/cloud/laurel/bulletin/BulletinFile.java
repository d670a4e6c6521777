package cloud.laurel.bulletin;

import cloud.laurel.document.Documents;
import cloud.laurel.document.Documents.Format;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.FrameView;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** A bulletin as DOCX or PDF: a release, a version, or the newest there is. */
@WebServlet({"/bureau/bulletin.docx", "/bureau/bulletin.pdf"})
public class BulletinFile extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient FrameView frame;
  @Inject private transient PaperReader papers;
  @Inject private transient Documents documents;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<PaperReader.Paper> paper =
        frame
            .campaign()
            .flatMap(
                campaign ->
                    papers.find(campaign, number(request, "release"), number(request, "version")));
    if (paper.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    boolean docx = request.getServletPath().endsWith(".docx");
    documents.send(
        response, paper.get().document(), docx ? Format.DOCX : Format.PDF, paper.get().name());
  }

  private static Optional<Integer> number(HttpServletRequest request, String name) {
    return Optional.of((int) FormInput.number(request, name)).filter(number -> number > 0);
  }
}

package cloud.laurel.selection;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.document.Documents;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The lists of all honours as DOCX or PDF. */
@WebServlet({"/bureau/selection.docx", "/bureau/selection.pdf"})
public class SelectionFile extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient FrameView frame;
  @Inject private transient SelectionService selections;
  @Inject private transient Documents documents;
  @Inject private transient Texts text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Campaign> campaign = frame.campaign();
    if (campaign.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    documents.send(
        response,
        new SelectionPaper(text)
            .of(campaign.get(), selections.of(campaign.get()), selections.all(campaign.get())),
        request.getServletPath().endsWith(".docx") ? Documents.Format.DOCX : Documents.Format.PDF,
        text.of("selection.paper.title"));
  }
}

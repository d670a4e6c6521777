package cloud.laurel.lookup;

import cloud.laurel.certificate.LookupService;
import cloud.laurel.certificate.Way;
import cloud.laurel.input.Upload;
import cloud.laurel.lookup.Verdict.Kind;
import cloud.laurel.web.FormInput;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * {@code /verify/file}: what is to be said of a file. A browser with scripts sends only its SHA-256
 * when that is known here; otherwise the file comes, is looked into and kept nowhere. One that is
 * far too large never comes here: {@code undertow-handlers.conf} leads it on before it is read.
 */
@WebServlet("/verify/file")
@MultipartConfig(maxRequestSize = 8 << 20, fileSizeThreshold = 1 << 16)
public class FileCheckServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient LookupGate gate;
  @Inject private transient LookupPages pages;
  @Inject private transient LookupService lookup;
  @Inject private transient FileCheck check;
  @Inject private transient VerdictView shown;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (pages.turnedAway(request, response, true)) {
      return;
    }
    String hash = FormInput.text(request, "sha256");
    if (!hash.isEmpty()) {
      lookup.byHash(hash).ifPresent(one -> show(request, Verdict.of(one)));
    } else if (!FormInput.text(request, "large").isEmpty()) {
      show(request, Verdict.of(Kind.TOO_LARGE));
    }
    pages.show(LookupPages.VERDICT, request, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (pages.turnedAway(request, response, true)) {
      return;
    }
    show(request, gate.mayCheckFile(request) ? verdict(request) : Verdict.of(Kind.TOO_MANY));
    pages.show(LookupPages.VERDICT, request, response);
  }

  private void show(HttpServletRequest request, Verdict verdict) {
    verdict.certificate().ifPresent(one -> gate.viewed(request, one, Way.FILE));
    shown.show(verdict);
  }

  private Verdict verdict(HttpServletRequest request) {
    List<Upload> files = FormInput.files(request);
    return files.isEmpty() || files.get(0).content().length == 0
        ? Verdict.of(Kind.NONE)
        : check.check(files.get(0));
  }
}

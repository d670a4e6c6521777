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
import java.util.concurrent.Semaphore;

/**
 * {@code /verify/file}: what is to be said of a file. A browser with scripts sends only its SHA-256
 * when that is known here; otherwise the file comes, is looked into and kept nowhere.
 */
@WebServlet("/verify/file")
@MultipartConfig(maxRequestSize = 16 << 20, fileSizeThreshold = 1 << 20)
public class FileCheckServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Files that are on their way at a time: slow senders shall not take all threads, nor memory. */
  private static final int AT_ONCE = 8;

  private final transient Semaphore atOnce = new Semaphore(AT_ONCE);

  @Inject private transient LookupGate gate;
  @Inject private transient LookupPages pages;
  @Inject private transient LookupService lookup;
  @Inject private transient FileCheck check;
  @Inject private transient VerdictView shown;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (pages.turnedAway(request, response, "")) {
      return;
    }
    String hash = FormInput.text(request, "sha256");
    if (!hash.isEmpty()) {
      lookup.byHash(hash).ifPresent(one -> show(request, Verdict.of(one)));
    }
    pages.show(LookupPages.VERDICT, request, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (pages.turnedAway(request, response, "")) {
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
    if (!atOnce.tryAcquire()) {
      return Verdict.of(Kind.BUSY);
    }
    try {
      List<Upload> files = FormInput.files(request);
      return files.isEmpty() || files.get(0).content().length == 0
          ? Verdict.of(Kind.NONE)
          : check.check(files.get(0));
    } catch (IllegalStateException e) {
      // what Jakarta Servlet says of a form beyond the limit
      return Verdict.of(Kind.TOO_LARGE);
    } finally {
      atOnce.release();
    }
  }
}

package cloud.laurel.lookup;

import cloud.laurel.certificate.Certificate;
import cloud.laurel.certificate.LookupService;
import cloud.laurel.certificate.Way;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.TableExport;
import cloud.laurel.web.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /certificates/{code}.png}, {@code .pdf} and {@code -badge.png}: plain addresses with real
 * endings, which phones and WeChat open where they refuse anything made by a script.
 */
@WebServlet("/certificates/*")
public class CertificateFileServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String BUSY_SECONDS = "3";
  private static final Pattern FILE =
      Pattern.compile("/([0-9A-Za-z]{1,40})((?:-badge)?\\.(?:png|pdf))");

  @Inject private transient LookupGate gate;
  @Inject private transient LookupPages pages;
  @Inject private transient LookupService lookup;
  @Inject private transient CertificateFiles files;
  @Inject private transient Texts text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Matcher path = FILE.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
    boolean code = path.matches() && LookupService.isNumber(path.group(1));
    if (pages.turnedAway(request, response, code)) {
      return;
    }
    Optional<FileKind> kind = path.matches() ? FileKind.ofEnding(path.group(2)) : Optional.empty();
    Optional<Certificate> found =
        kind.flatMap(k -> lookup.byNumber(path.group(1))).filter(one -> !one.isWithheld());
    if (found.isEmpty()) {
      gate.missed(request);
      say(response, HttpServletResponse.SC_NOT_FOUND, "lookup.missed");
    } else if (!found.get().isValid()) {
      say(response, HttpServletResponse.SC_GONE, "verify.noFile." + found.get().state());
    } else {
      send(request, response, found.get(), kind.orElseThrow());
    }
  }

  private void say(HttpServletResponse response, int status, String key) throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.getOutputStream().write((text.of(key) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void send(
      HttpServletRequest request, HttpServletResponse response, Certificate one, FileKind kind)
      throws IOException {
    String tag = '"' + kind.tag(one) + '"';
    boolean same = Optional.ofNullable(request.getHeader("If-None-Match")).orElse("").contains(tag);
    Optional<byte[]> made = same ? Optional.of(new byte[0]) : files.of(one, kind);
    if (made.isEmpty()) {
      response.setHeader("Retry-After", BUSY_SECONDS);
      say(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "verify.busy");
      return;
    }
    response.setHeader("ETag", tag);
    // asked again each time: an old status is a harm
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    // the policy of our pages would keep Chrome's viewer from showing, and so printing, a PDF
    response.setHeader("Content-Security-Policy", "frame-ancestors 'none'");
    if (same) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    boolean shown = kind == FileKind.PICTURE || !FormInput.text(request, "show").isEmpty();
    String disposition = TableExport.attachment(kind.name(one));
    response.setHeader(
        "Content-Disposition", shown ? disposition.replace("attachment", "inline") : disposition);
    if (kind != FileKind.PICTURE) {
      gate.viewed(request, one, Way.DOWNLOAD);
    }
    response.setContentType(kind.type());
    response.setContentLength(made.get().length);
    response.getOutputStream().write(made.get());
  }
}

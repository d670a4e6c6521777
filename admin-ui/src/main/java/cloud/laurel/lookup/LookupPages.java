package cloud.laurel.lookup;

import cloud.laurel.certificate.CertificateNumber;
import cloud.laurel.web.Preferences;
import cloud.laurel.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Shows the look-up's pages, which are reached through servlets only. */
@RequestScoped
public class LookupPages {

  static final String FORM = "form";
  static final String CERTIFICATE = "certificate";
  static final String VERDICT = "verdict";

  private static final int TOO_MANY_REQUESTS = 429;

  @Inject private LookupGate gate;
  @Inject private Texts text;

  /** Shows a page; it is in no search engine, and its address goes to nobody. */
  void show(String page, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader("Referrer-Policy", "no-referrer");
    request.setAttribute(Preferences.BACK, back(request));
    request.getRequestDispatcher("/WEB-INF/lookup/" + page + ".xhtml").forward(request, response);
  }

  /**
   * Where the choice of a language leads back to: an answer to a form has no address of its own.
   */
  private static String back(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getMethod().equals("POST")
        ? request.getContextPath() + "/verify"
        : request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  /**
   * Turns a sender away who looks up too often, in one line that costs nothing: the frame of a page
   * would ask the database.
   */
  boolean turnedAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
    long seconds = gate.wait(request);
    if (seconds > 0) {
      response.setStatus(TOO_MANY_REQUESTS);
      response.setHeader("Retry-After", Long.toString(seconds));
      response.setContentType("text/plain;charset=UTF-8");
      byte[] line = (text.of("lookup.tooOften", seconds) + "\n").getBytes(StandardCharsets.UTF_8);
      response.getOutputStream().write(line);
    }
    return seconds > 0;
  }

  /** Where a certificate is shown; the address says no name. */
  static String address(HttpServletRequest request, CertificateNumber number) {
    return request.getContextPath() + "/verify/" + number.code();
  }
}

package cloud.laurel.lookup;

import cloud.laurel.certificate.CertificateNumber;
import cloud.laurel.web.Preferences;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows the look-up's pages, which are reached through servlets only. */
@RequestScoped
public class LookupPages {

  static final String FORM = "form";
  static final String CERTIFICATE = "certificate";
  static final String VERDICT = "verdict";
  static final String WAIT = "wait";

  private static final int TOO_MANY_REQUESTS = 429;

  @Inject private LookupGate gate;

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
   * Turns a sender away who looks up too often, with a page without the frame, which would ask the
   * database.
   *
   * @param unguessable whether it asks for what can be a code, or for a file
   */
  boolean turnedAway(HttpServletRequest request, HttpServletResponse response, boolean unguessable)
      throws ServletException, IOException {
    long seconds = gate.wait(request, unguessable);
    if (seconds > 0) {
      response.setStatus(TOO_MANY_REQUESTS);
      response.setHeader("Retry-After", Long.toString(seconds));
      request.setAttribute("seconds", seconds);
      show(WAIT, request, response);
    }
    return seconds > 0;
  }

  /** Where a certificate is shown; the address says no name. */
  static String address(HttpServletRequest request, CertificateNumber number) {
    return request.getContextPath() + "/verify/" + number.code();
  }
}

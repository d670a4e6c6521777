package cloud.laurel.demo.teaching;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/** Remembers the language for all parts of the platform and returns to the page. */
@WebServlet("/language")
public class LanguageServlet extends HttpServlet {

  private static final int YEAR = 365 * 24 * 60 * 60;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Cookie cookie =
        new Cookie(Language.COOKIE, "en".equals(request.getParameter("tag")) ? "en" : "zh-CN");
    cookie.setPath("/");
    cookie.setMaxAge(YEAR);
    response.addCookie(cookie);
    response.sendRedirect(back(request));
  }

  /** The page the person came from, when it is one of this application. */
  private static String back(HttpServletRequest request) {
    String home = request.getContextPath() + "/";
    String referer = request.getHeader("Referer");
    if (referer == null) {
      return home;
    }
    try {
      URI from = URI.create(referer);
      String query = from.getRawQuery() == null ? "" : "?" + from.getRawQuery();
      boolean ours = from.getRawPath() != null && from.getRawPath().startsWith(home);
      boolean form = ours && from.getRawPath().endsWith("j_security_check");
      return ours && !form ? from.getRawPath() + query : home;
    } catch (IllegalArgumentException e) {
      return home;
    }
  }
}

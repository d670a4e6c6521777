package cloud.laurel.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Remembers a choice of language or theme and leads back; works without a script. */
@WebServlet("/preferences")
public class PreferencesServlet extends HttpServlet {

  private static final int YEAR = 365 * 24 * 60 * 60;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    remember(request, response, "language", Preferences.LANGUAGE_COOKIE, Preferences.LANGUAGES);
    remember(request, response, "theme", Preferences.THEME_COOKIE, Preferences.THEMES);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", back(request.getContextPath(), request.getParameter("back")));
  }

  /** Only addresses of this application: anything else would make it an open redirect. */
  static String back(String contextPath, @org.jspecify.annotations.Nullable String wanted) {
    boolean own =
        wanted != null
            && wanted.startsWith(contextPath + "/")
            && !wanted.startsWith("//")
            && wanted.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '\\');
    return own ? wanted : contextPath + "/";
  }

  private static void remember(
      HttpServletRequest request,
      HttpServletResponse response,
      String parameter,
      String name,
      List<String> allowed) {
    String value = request.getParameter(parameter);
    if (value != null && allowed.contains(value)) {
      Cookie cookie = new Cookie(name, value);
      cookie.setPath(request.getContextPath() + "/");
      cookie.setMaxAge(YEAR);
      cookie.setHttpOnly(true);
      cookie.setSecure(request.isSecure());
      cookie.setAttribute("SameSite", "Lax");
      response.addCookie(cookie);
    }
  }
}

package cloud.laurel.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The language and theme that somebody chose, kept in cookies; Chinese and automatic otherwise. */
@Named
@RequestScoped
public class Preferences {

  /** A request's attribute: where a page that is forwarded to leads back to. */
  public static final String BACK = "cloud.laurel.back";

  static final String LANGUAGE_COOKIE = "laurel-language";
  static final String THEME_COOKIE = "laurel-theme";
  static final List<String> LANGUAGES = List.of("zh-CN", "en");
  static final List<String> THEMES = List.of("auto", "light", "dark");

  @Inject private HttpServletRequest request;

  /** The page's language. */
  public Locale getLocale() {
    return Locale.forLanguageTag(getLanguage());
  }

  /** The page's language as tag: {@code zh-CN} or {@code en}. */
  public String getLanguage() {
    return chosen(LANGUAGE_COOKIE, LANGUAGES);
  }

  /** The theme: {@code auto}, {@code light} or {@code dark}. */
  public String getTheme() {
    return chosen(THEME_COOKIE, THEMES);
  }

  /** The languages to choose from. */
  public List<String> getLanguages() {
    return LANGUAGES;
  }

  /** The themes to choose from. */
  public List<String> getThemes() {
    return THEMES;
  }

  /** The address to come back to after choosing. */
  public String getHere() {
    if (request.getAttribute(BACK) instanceof String back) {
      return back;
    }
    Object forwarded = request.getAttribute(jakarta.servlet.RequestDispatcher.FORWARD_REQUEST_URI);
    if (forwarded instanceof String) {
      return request.getContextPath() + "/";
    }
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  private String chosen(String cookie, List<String> allowed) {
    Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    return Arrays.stream(cookies)
        .filter(c -> c.getName().equals(cookie))
        .map(Cookie::getValue)
        .filter(allowed::contains)
        .findFirst()
        .orElse(allowed.get(0));
  }
}

package cloud.laurel.demo.management;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.ResourceBundle;

/** The language of the pages: Chinese, or English where the person chose it. */
@Named("language")
@RequestScoped
public class Language {

  static final String COOKIE = "platform-language";

  @Inject private HttpServletRequest request;

  /** The locale of this request's page. */
  public Locale getLocale() {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(COOKIE) && cookie.getValue().equals("en")) {
          return Locale.ENGLISH;
        }
      }
    }
    return Locale.SIMPLIFIED_CHINESE;
  }

  /** The language tag for the page's {@code lang}. */
  public String getTag() {
    return getLocale().toLanguageTag();
  }

  /** A text of the bundle. */
  public String text(String key) {
    return ResourceBundle.getBundle("messages", getLocale()).getString(key);
  }
}

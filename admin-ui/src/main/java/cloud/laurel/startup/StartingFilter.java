package cloud.laurel.startup;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Answers 503 until the first start, with its schema and import, is over: nobody sees half the
 * data, and whoever waits for the address to answer 200 waits long enough.
 */
@WebFilter(urlPatterns = "/*", dispatcherTypes = DispatcherType.REQUEST)
public class StartingFilter implements Filter {

  private static final String RETRY_SECONDS = "5";
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  @Inject private EngineHost host;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (host.isStarting() && response instanceof HttpServletResponse http) {
      http.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      http.setHeader("Retry-After", RETRY_SECONDS);
      http.setHeader("Cache-Control", "no-store");
      http.setContentType("text/plain;charset=UTF-8");
      http.getWriter().println(sentence(Locale.ROOT));
      http.getWriter().println(sentence(Locale.ENGLISH));
    } else {
      chain.doFilter(request, response);
    }
  }

  /** The root bundle is the Chinese one. */
  private static String sentence(Locale locale) {
    return ResourceBundle.getBundle("cloud.laurel.web.messages", locale, EXACT)
        .getString("frame.starting");
  }
}

package cloud.laurel.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Headers that keep browsers from guessing, framing, leaking and storing, and from running anything
 * that is not a file of ours.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SecurityHeaders implements Filter {

  private static final String OWN_FILES =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
          + " form-action 'self'; frame-ancestors 'none'";
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse answer = (HttpServletResponse) response;
    String path = ((HttpServletRequest) request).getServletPath();
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("X-Frame-Options", "DENY");
    answer.setHeader("Referrer-Policy", "same-origin");
    answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    answer.setHeader("Content-Security-Policy", path.startsWith("/api") ? NOTHING : OWN_FILES);
    if (path.equals("/badge.js")) {
      // The same file for everybody; a newer one is there ten minutes after an update.
      answer.setHeader("Cache-Control", "public, max-age=600");
    } else if (!path.startsWith("/jakarta.faces.resource")) {
      // Names, points and verdicts of people: never in a shared or a left-behind cache.
      answer.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, response);
  }
}

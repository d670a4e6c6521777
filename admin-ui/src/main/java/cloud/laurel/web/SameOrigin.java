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
import java.util.Set;

/**
 * Refuses what another site makes a browser send here with its cookies. Browsers say where a
 * request comes from; callers that are no browser do not send the header and carry no cookies.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SameOrigin implements Filter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> ELSEWHERE = Set.of("cross-site", "same-site");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    String site = http.getHeader("Sec-Fetch-Site");
    if (!READING.contains(http.getMethod()) && site != null && ELSEWHERE.contains(site)) {
      ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    chain.doFilter(request, response);
  }
}

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
import java.util.Locale;
import java.util.Optional;

/**
 * Refuses forms without files that are larger than any page sends. The server's own limit has to
 * let a roster through, and it holds a form's fields in memory.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class FormSize implements Filter {

  /** Bytes of the largest form, many times what the longest bulletin takes. */
  static final int MOST = 2 << 20;

  private static final String FIELDS = "application/x-www-form-urlencoded";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String type = Optional.ofNullable(request.getContentType()).orElse("");
    long length = request.getContentLengthLong();
    // browsers always say how long a form is
    boolean told = length >= 0 || !((HttpServletRequest) request).getMethod().equals("POST");
    if (type.toLowerCase(Locale.ROOT).startsWith(FIELDS) && (length > MOST || !told)) {
      ((HttpServletResponse) response).sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    chain.doFilter(request, response);
  }
}

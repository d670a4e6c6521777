package cloud.laurel.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Answers wrong Basic credentials under {@code /api} with a problem document: the container would
 * forward to the sign-in page, which is for people.
 */
@WebFilter(
    urlPatterns = {"/login", "/login.xhtml"},
    dispatcherTypes = DispatcherType.FORWARD)
public class ApiSignIn implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String api = ((HttpServletRequest) request).getContextPath() + "/api/";
    if (request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String uri
        && uri.startsWith(api)) {
      HttpServletResponse answer = (HttpServletResponse) response;
      answer.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      answer.setHeader("WWW-Authenticate", ProblemDetail.CHALLENGE);
      answer.setHeader("Cache-Control", "no-store");
      answer.setContentType(ProblemDetail.MEDIA_TYPE);
      answer
          .getOutputStream()
          .write(ProblemDetail.ofStatus(401).toJson().toString().getBytes(StandardCharsets.UTF_8));
      return;
    }
    chain.doFilter(request, response);
  }
}

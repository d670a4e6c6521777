package cloud.laurel.startup;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Whoever changes something on a page sees it on the next one: what pages share is read anew after
 * each form that somebody signed in has sent; strangers change nothing of it. What platforms send
 * by {@code /api} does not come in here.
 */
@WebFilter(urlPatterns = "/*")
public class OwnChangesFilter implements Filter {

  @Inject private EngineHost host;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    if (!http.getMethod().equals("POST")
        || http.getUserPrincipal() == null
        || http.getServletPath().startsWith("/api")) {
      chain.doFilter(request, response);
      return;
    }
    // before the browser is sent on: it may be back before this request has ended
    chain.doFilter(
        request,
        new HttpServletResponseWrapper((HttpServletResponse) response) {
          @Override
          public void sendRedirect(String location) throws IOException {
            host.forgetBoards();
            super.sendRedirect(location);
          }
        });
    host.forgetBoards();
  }
}

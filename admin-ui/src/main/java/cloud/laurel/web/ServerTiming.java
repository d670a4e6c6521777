package cloud.laurel.web;

import cloud.laurel.store.StatementCount;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says with each page how long the server took, in milliseconds, and how many SQL statements it ran
 * ({@code Server-Timing}, shown by every browser's network panel). Answers that are streamed have
 * left before that is known and carry no such header; nor do the pages of the public look-up, which
 * are forwarded to. What the look-up answers to programs says its statements, which are as many
 * whyever nothing is found, but no time: a stranger would learn from it what the network blurs.
 */
@WebFilter(urlPatterns = "/*")
public class ServerTiming implements Filter {

  /** The header's name. */
  public static final String HEADER = "Server-Timing";

  private static final Pattern LOOKUP = Pattern.compile("/(api/)?(certificates|verify)\\b");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long start = System.nanoTime();
    StatementCount.begin();
    int statements = 0;
    try {
      chain.doFilter(request, response);
    } finally {
      statements = StatementCount.end();
      if (!response.isCommitted()) {
        long millis = (System.nanoTime() - start) / 1_000_000;
        String time = isLookup((HttpServletRequest) request) ? "" : "app;dur=" + millis + ", ";
        ((HttpServletResponse) response)
            .setHeader(HEADER, time + "sql;desc=\"" + statements + "\"");
      }
    }
  }

  private static boolean isLookup(HttpServletRequest request) {
    String below = Optional.ofNullable(request.getPathInfo()).orElse("");
    return LOOKUP.matcher(request.getServletPath() + below).lookingAt();
  }
}

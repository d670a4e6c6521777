package cloud.laurel.acceptance.bench.platform;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.SQLException;
import java.util.List;

/** Calls the twins in turn and answers their times; tells the server's peak heap. */
@WebServlet(urlPatterns = {"/pairs", "/heap"})
public class MeasureServlet extends HttpServlet {

  @Inject private WorkService works;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setContentType("text/plain");
    PrintWriter out = response.getWriter();
    if (request.getServletPath().equals("/heap")) {
      out.println(peakHeap(request.getParameter("reset") != null));
      return;
    }
    int pairs = Integer.parseInt(request.getParameter("n"));
    try {
      for (int i = 0; i < pairs; i++) {
        // who comes first changes, because the second finds everything warm
        long plain = i % 2 == 0 ? time(false, i) : 0;
        long hooked = time(true, i);
        out.println((i % 2 == 0 ? plain : time(false, i)) + " " + hooked);
      }
    } catch (SQLException e) {
      throw new ServletException(e);
    }
  }

  private long time(boolean hooked, int i) throws SQLException {
    String account = "t" + i % 3762;
    long start = System.nanoTime();
    if (hooked) {
      works.hooked(account, "work " + i);
    } else {
      works.plain(account, "work " + i);
    }
    return System.nanoTime() - start;
  }

  /** The sum of the pools' peaks, which is no less than the heap's own. */
  private static long peakHeap(boolean reset) {
    List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(p -> p.getType() == MemoryType.HEAP)
            .toList();
    long peak = pools.stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum();
    if (reset) {
      pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    }
    return peak;
  }
}

package cloud.laurel.roster;

import cloud.laurel.web.Caller;
import cloud.laurel.web.FormInput;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Takes a roster file from a page in and leads to the job that it became. */
@WebServlet({"/bureau/roster/receive", "/school/roster/receive"})
@MultipartConfig(
    maxFileSize = RosterReceiveServlet.MAX_BYTES,
    maxRequestSize = RosterReceiveServlet.MAX_BYTES + (1 << 16),
    fileSizeThreshold = 1 << 16)
public class RosterReceiveServlet extends HttpServlet {

  /** Less than the server takes at all, for a form is more than its file. */
  static final long MAX_BYTES = 60L << 20;

  private static final Logger LOG = System.getLogger(RosterReceiveServlet.class.getName());

  @Inject private transient RosterScope scope;
  @Inject private transient RosterJobService jobs;
  @Inject private transient Caller caller;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!scope.isAllowed()) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", scope.link(take(request)));
  }

  /** Where to go on: to the job, or back to the form with what was wrong. */
  private String take(HttpServletRequest request) {
    try {
      Part file = request.getPart("file");
      Optional<LocalDate> effective = day(FormInput.text(request, "effective"));
      String name = file == null ? null : file.getSubmittedFileName();
      if (name == null || name.isEmpty()) {
        return "?refused=NONE_CHOSEN";
      }
      if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(xlsx|csv|zip|txt)")) {
        return name.toLowerCase(Locale.ROOT).endsWith(".xls")
            ? "?refused=XLS_OLD"
            : "?refused=WRONG_TYPE";
      }
      if (file.getSize() == 0) {
        return "?refused=EMPTY";
      }
      if (effective.isEmpty()) {
        return "?refused=EFFECTIVE";
      }
      return "/upload?id=" + submit(request, file, name, effective.get());
    } catch (IllegalStateException e) {
      // what Jakarta Servlet says of a file beyond the limit
      return "?refused=TOO_LARGE";
    } catch (IOException | ServletException | RuntimeException e) {
      LOG.log(Level.ERROR, "LRL-03052 a roster file could not be stored", e);
      return "?refused=NOT_STORED";
    }
  }

  private long submit(HttpServletRequest request, Part file, String name, LocalDate effective)
      throws IOException {
    String ticket = FormInput.text(request, "ticket");
    RosterSender sender = new RosterSender(caller.name().orElse(""), name, scope.code());
    try (InputStream in = file.getInputStream()) {
      return jobs.submit(
          in,
          effective,
          sender,
          ticket.matches("[0-9a-f-]{36}") ? ticket : java.util.UUID.randomUUID().toString());
    }
  }

  static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(d -> d.getYear() >= 1990 && d.getYear() <= 2200);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

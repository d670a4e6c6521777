package cloud.laurel.roster;

import cloud.laurel.web.FormInput;
import cloud.laurel.web.Preferences;
import cloud.laurel.web.TableExport;
import cloud.laurel.web.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Sends the template, the roster as it is, or a rejected file with its reasons. */
@WebServlet({"/bureau/roster/file", "/school/roster/file"})
public class RosterFileServlet extends HttpServlet {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Inject private transient RosterScope scope;
  @Inject private transient RosterFileService files;
  @Inject private transient Preferences preferences;
  @Inject private transient Texts text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String kind = FormInput.text(request, "kind");
    Optional<RosterJob> job =
        scope
            .job(FormInput.number(request, "id"))
            .filter(j -> j.state() == RosterJob.State.REJECTED);
    RosterWords words = new RosterWords(text);
    RosterFileService.Words sheet = words.file(preferences.getLocale());
    if (!scope.isAllowed()) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (kind.equals("template")) {
      begin(response, text.of("roster.file.template") + ".xlsx", XLSX);
      files.template(response.getOutputStream(), sheet);
    } else if (kind.equals("current")) {
      String name = scope.isBureau() ? text.of("roster.file.all") : scope.getSchoolName();
      begin(response, text.of("roster.file.current", name, scope.getToday()) + ".xlsx", XLSX);
      files.current(response.getOutputStream(), scope.code(), scope.getToday(), sheet);
    } else if (kind.equals("rejected") && job.isPresent()) {
      boolean csv = job.get().format() == RosterFormat.CSV;
      String stem = job.get().fileName().replaceAll("\\.[A-Za-z]{3,4}$", "");
      begin(
          response,
          text.of("roster.file.rejected", stem) + (csv ? ".csv" : ".xlsx"),
          csv ? "text/csv;charset=UTF-8" : XLSX);
      files.rejected(
          job.get(),
          response.getOutputStream(),
          text.of("roster.sheet"),
          words.headings(),
          t -> new RosterFileService.Reason(words.reason(t), words.advice(t)));
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static void begin(HttpServletResponse response, String name, String type) {
    response.setContentType(type);
    response.setHeader("Content-Disposition", TableExport.attachment(name));
  }
}

package cloud.laurel.roster;

import cloud.laurel.roster.RosterDeskService.Named;
import cloud.laurel.roster.RosterDeskService.Undone;
import cloud.laurel.roster.RosterJobService.Confirmed;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FormInput;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Confirms, dates anew, gives up or undoes an upload; gives schools other names. */
@WebServlet({"/bureau/roster/step", "/school/roster/step"})
public class RosterStepServlet extends HttpServlet {

  @Inject private transient RosterScope scope;
  @Inject private transient RosterJobService jobs;
  @Inject private transient RosterDeskService desk;
  @Inject private transient Caller caller;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String step = FormInput.text(request, "step");
    Optional<String> next =
        switch (step) {
          case "UNDO" -> undo(request);
          case "NAME", "UNNAME" -> name(request, step);
          default -> job(request, step);
        };
    if (!scope.isAllowed() || next.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", scope.link(next.get()));
  }

  private Optional<String> job(HttpServletRequest request, String step) {
    Optional<RosterJob> job = scope.job(FormInput.number(request, "id"));
    if (job.isEmpty()) {
      return Optional.empty();
    }
    long id = job.get().id();
    String page = "/upload?id=" + id;
    switch (step) {
      case "CONFIRM" -> {
        Confirmed confirmed = jobs.confirm(id, !FormInput.text(request, "meant").isEmpty());
        return Optional.of(
            confirmed == Confirmed.NEEDS_TICK || confirmed == Confirmed.NOT_WAITING
                ? page + "&refused=" + confirmed
                : page);
      }
      case "DATE" -> {
        var day = RosterReceiveServlet.day(FormInput.text(request, "effective"));
        day.ifPresent(d -> jobs.redate(id, d));
        return Optional.of(day.isPresent() ? page : page + "&refused=EFFECTIVE");
      }
      case "RETRY" -> jobs.retry(id);
      case "CANCEL" -> {
        jobs.cancel(id);
        return Optional.of("?told=CANCELLED");
      }
      default -> {
        return Optional.empty();
      }
    }
    return Optional.of(page);
  }

  private Optional<String> undo(HttpServletRequest request) {
    if (!scope.isAllowed()) {
      return Optional.empty();
    }
    Undone undone =
        desk.undo(FormInput.number(request, "id"), caller.name().orElse(""), scope.code());
    return Optional.of(undone == Undone.DONE ? "?told=UNDONE" : "?refused=" + undone);
  }

  private Optional<String> name(HttpServletRequest request, String step) {
    if (!scope.isBureau()) {
      return Optional.empty();
    }
    String code = FormInput.text(request, "code");
    String alias = FormInput.text(request, "alias");
    String page = "/school?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    if (step.equals("UNNAME")) {
      desk.removeAlias(code, alias, scope.getToday());
      return Optional.of(page);
    }
    Named named = desk.addAlias(code, alias, scope.getToday());
    return Optional.of(
        named == Named.DONE
            ? page
            : page
                + "&refused="
                + named
                + "&alias="
                + URLEncoder.encode(alias, StandardCharsets.UTF_8));
  }
}

package cloud.laurel.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** The failure page: gives the failure a number that the log has too. */
@Named("error")
@RequestScoped
public class ErrorView {

  private static final Logger LOG = System.getLogger(ErrorView.class.getName());

  @Inject private HttpServletRequest request;

  private String incident = "";

  @PostConstruct
  void log() {
    incident = UUID.randomUUID().toString();
    Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Object page = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String message = "LRL-09001 unexpected failure " + incident + " of " + page;
    if (failure instanceof Throwable thrown) {
      LOG.log(Level.ERROR, message, thrown);
    } else {
      LOG.log(Level.ERROR, message);
    }
  }

  /** The number to report. */
  public String getIncident() {
    return incident;
  }
}

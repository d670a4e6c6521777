package cloud.laurel.lookup;

import cloud.laurel.certificate.Certificate;
import cloud.laurel.certificate.LookupService;
import cloud.laurel.certificate.Way;
import cloud.laurel.web.Caller;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.Senders;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;

/** The limits of looking up, for a request. */
@ApplicationScoped
public class LookupGate {

  @Inject private InstantSource clock;
  @Inject private Senders senders;
  @Inject private Instance<LookupService> lookup;

  private LookupLimits limits;

  @PostConstruct
  void open() {
    limits = new LookupLimits(clock);
  }

  /**
   * Seconds that the sender has to wait; 0 when the request may go on. Asked before anything else,
   * so that a flood costs no query.
   *
   * @param unguessable whether it asks for what can be a code, or for a file
   */
  long wait(HttpServletRequest request, boolean unguessable) {
    return isOfficer(request) ? 0 : limits.wait(senders.of(request), unguessable);
  }

  /** Seconds that a program has to wait before it may look up a name; 0 when it need not. */
  long waitForName(HttpServletRequest request) {
    return isOfficer(request) ? 0 : limits.waitForName(senders.of(request));
  }

  /** Whether the sender is asked for a proof of humanity. */
  boolean needsProof(HttpServletRequest request) {
    return !isOfficer(request) && limits.needsProof(senders.of(request));
  }

  /** Whether the form that came carries one. */
  boolean proves(HttpServletRequest request) {
    return limits.proves(
        FormInput.text(request, "task"),
        FormInput.text(request, "answer"),
        FormInput.text(request, "work"));
  }

  /** A task for the next form. */
  HumanTask task() {
    return limits.task();
  }

  /** Counts that nothing was found. */
  void missed(HttpServletRequest request) {
    if (!isOfficer(request)) {
      limits.missed(senders.of(request));
    }
  }

  /** Whether one more file of the sender is looked into. */
  boolean mayCheckFile(HttpServletRequest request) {
    return limits.mayCheckFile(senders.of(request));
  }

  /** Officers have the whole register at their desk: there is nothing for them to try out. */
  private static boolean isOfficer(HttpServletRequest request) {
    return request.isUserInRole(Caller.BUREAU);
  }

  /**
   * Counts that a certificate was looked at, once for who reloads or comes by its name to its
   * number. Nothing is kept of who it was.
   */
  void viewed(HttpServletRequest request, Certificate certificate, Way way) {
    String kind = way == Way.NUMBER || way == Way.NAME ? "page" : way.name();
    boolean reads = !request.getMethod().equals("HEAD");
    if (reads && limits.isNewTo(senders.of(request), kind + certificate.number().code())) {
      lookup.get().countView(certificate, way);
    }
  }
}

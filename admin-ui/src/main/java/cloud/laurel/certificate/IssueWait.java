package cloud.laurel.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Helps to print what somebody waits for. */
@ApplicationScoped
public class IssueWait {

  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(50);

  @Inject private BatchService batches;
  @Inject private RegisterService register;
  @Inject private CertificatePrinter printer;
  @Inject private InstantSource clock;

  /**
   * Prints until an order is done or cannot go on, for a minute at most.
   *
   * @return its lines; where printing failed, without the number
   */
  List<IssueLine> until(IssueService.Ordered ordered) {
    Instant end = clock.instant().plus(LONGEST);
    while (state(ordered).filter(s -> s == Batch.State.RUNNING).isPresent()
        && clock.instant().isBefore(end)) {
      if (!printer.work()) {
        // what is left is in the hands of others
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    return state(ordered).filter(s -> s == Batch.State.STOPPED).isEmpty()
        ? ordered.lines()
        : ordered.lines().stream().map(this::asPrinted).toList();
  }

  private Optional<Batch.State> state(IssueService.Ordered ordered) {
    return batches.find(ordered.batch()).map(Batch::state);
  }

  private IssueLine asPrinted(IssueLine line) {
    boolean waits =
        line.current()
            .flatMap(number -> register.find(number.series()))
            .filter(one -> one.state() == Certificate.State.WAITING)
            .isPresent();
    return waits ? line.notPrinted() : line;
  }
}

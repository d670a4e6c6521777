package cloud.laurel.announcement;

import cloud.laurel.web.Senders;
import cloud.laurel.web.SlidingWindow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;

/** How often strangers may file and look up objections. */
@ApplicationScoped
public class PublicLimits {

  private static final Duration FILING = Duration.ofHours(1);
  private static final Duration LOOKING_UP = Duration.ofMinutes(10);

  private final SlidingWindow filed = new SlidingWindow(FILING, 10, 100);
  private final SlidingWindow lookedUp = new SlidingWindow(LOOKING_UP, 60, 600);

  @Inject private InstantSource clock;
  @Inject private Senders senders;

  /** Whether the sender of a request may file one more objection. */
  boolean mayFile(HttpServletRequest request) {
    return filed.admits(senders.of(request), clock.instant());
  }

  /** Whether the sender of a request may look up one more case. */
  boolean mayLookUp(HttpServletRequest request) {
    return lookedUp.admits(senders.of(request), clock.instant());
  }
}

package cloud.laurel.signal;

import cloud.laurel.web.FrameView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** How many signals nobody has looked at, for the bureau's desk. */
@Named("freshSignals")
@RequestScoped
public class FreshSignalsView {

  @Inject private FrameView frame;
  @Inject private SignalService signals;

  private long count;

  @PostConstruct
  void load() {
    count =
        frame.campaign().stream()
            .flatMap(campaign -> signals.counts(campaign).stream())
            .mapToLong(KindCount::fresh)
            .sum();
  }

  /** How many. */
  public long getCount() {
    return count;
  }
}

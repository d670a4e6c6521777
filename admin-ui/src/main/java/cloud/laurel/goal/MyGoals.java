package cloud.laurel.goal;

import cloud.laurel.web.Caller;
import cloud.laurel.web.FrameView;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** How far the caller is with the goals of the own school, on {@code /my}. */
@Named("myGoals")
@RequestScoped
public class MyGoals {

  @Inject private FrameView frame;
  @Inject private Caller caller;
  @Inject private GoalService goals;
  @Inject private Texts text;

  private List<GoalBar> bars = List.of();

  @PostConstruct
  void load() {
    frame
        .campaign()
        .ifPresent(
            campaign ->
                caller
                    .person()
                    .ifPresent(
                        person ->
                            bars =
                                goals.progress(campaign, person).stream()
                                    .map(progress -> GoalBar.of(campaign, progress, text))
                                    .toList()));
  }

  /** One for each goal; empty when the school has set none. */
  public List<GoalBar> getBars() {
    return bars;
  }
}

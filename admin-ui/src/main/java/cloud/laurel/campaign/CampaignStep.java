package cloud.laurel.campaign;

import cloud.laurel.campaign.Campaign.State;
import java.util.Arrays;
import java.util.List;

/** What an officer can have done with a campaign as a whole, and where it must stand for it. */
public enum CampaignStep {
  START(State.DRAFT, false),
  DELETE(State.DRAFT, false),
  CLOSE(State.RUNNING, true),
  PUBLISH(State.CLOSED, false),
  REOPEN(State.CLOSED, true),
  ARCHIVE(State.PUBLISHED, false);

  private final State at;
  private final boolean reasoned;

  CampaignStep(State at, boolean reasoned) {
    this.at = at;
    this.reasoned = reasoned;
  }

  /** What can be done where a campaign stands, the usual one first. */
  static List<CampaignStep> at(State state) {
    return Arrays.stream(values()).filter(step -> step.at == state).toList();
  }

  /** Whether a reason has to be given. */
  public boolean isReasoned() {
    return reasoned;
  }
}

package cloud.laurel.campaign;

import cloud.laurel.campaign.Campaign.State;

/** Something that a campaign does not allow where it stands; nothing was changed. */
public final class WrongState extends RuntimeException {

  private final State state;

  WrongState(String code, State state) {
    super("LRL-03030 campaign " + code + " is " + state);
    this.state = state;
  }

  /** Where it stands. */
  public State state() {
    return state;
  }
}

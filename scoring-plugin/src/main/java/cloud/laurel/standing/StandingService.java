package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import java.util.Optional;

/** Where schools and people stand; every answer is current to the action. */
public class StandingService {

  /** All schools, ranked. */
  public SchoolStandings schools(Campaign campaign) {
    throw new UnsupportedOperationException();
  }

  /** A school's score unfolded; empty when the school is unknown. */
  public Optional<SchoolDetail> school(Campaign campaign, String school) {
    throw new UnsupportedOperationException();
  }

  /** A person's points; empty when the account was never on the roster. */
  public Optional<PersonStanding> person(Campaign campaign, String account) {
    throw new UnsupportedOperationException();
  }

  /**
   * A person's journal under a campaign, newest first.
   *
   * @param offset rows to skip, at least 0
   * @param size rows wanted, 1 to 200
   */
  public LedgerPage ledger(Campaign campaign, String account, int offset, int size) {
    throw new UnsupportedOperationException();
  }
}

package cloud.laurel.selection;

import cloud.laurel.campaign.Rules.Honour.Of;
import java.util.List;
import java.util.Optional;

/**
 * Who has an honour.
 *
 * @param code of the honour
 * @param name of the honour, as it was when it was confirmed
 * @param places how many there were; 0 when people decided
 * @param winners best first
 */
public record HonourList(
    String code, String name, Optional<Of> of, int places, List<Winner> winners) {

  /** Copies its list. */
  public HonourList {
    winners = List.copyOf(winners);
  }

  /**
   * Somebody who has it.
   *
   * @param code of a school, a central school, or an account
   * @param school code of a person's or school's school; empty for a central school
   * @param schoolName of a person's school; empty for schools and central schools
   */
  public record Winner(String code, String name, String school, String schoolName) {}
}

package cloud.laurel.campaign;

import java.util.Optional;
import java.util.Set;

/**
 * One line of a scoring table: which actions of whom earn how much, how often.
 *
 * @param code unique in the campaign
 * @param name what people call it
 * @param group heading above it, may be empty
 * @param role whom it is for; never {@link Role#STUDENT}
 * @param actions action types that count
 * @param points points of one counted action
 * @param limit how often it counts
 * @param beneficiaries who earns: the actor, each counterpart or both
 * @param condition when an action is valid (有效); empty when it always is
 */
public record Indicator(
    String code,
    String name,
    String group,
    Role role,
    Set<String> actions,
    int points,
    Limit limit,
    Set<Beneficiary> beneficiaries,
    Optional<Condition> condition) {

  /** What decides about actions: itself without its texts. */
  Indicator judging() {
    return new Indicator(code, "", "", role, actions, points, limit, beneficiaries, condition);
  }

  /** Who earns the points of an action. */
  public enum Beneficiary {
    ACTOR,
    COUNTERPART
  }
}

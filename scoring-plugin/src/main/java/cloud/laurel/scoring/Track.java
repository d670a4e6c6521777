package cloud.laurel.scoring;

import cloud.laurel.campaign.Condition;
import cloud.laurel.campaign.Indicator;
import cloud.laurel.campaign.Indicator.Beneficiary;
import cloud.laurel.campaign.Limit;
import cloud.laurel.campaign.Participation;
import cloud.laurel.campaign.Role;
import cloud.laurel.campaign.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something an action may count under: an indicator, or one alternative of a participation rule,
 * which earns no points by itself and counts once per pupil and month (rule R4).
 *
 * @param indicator code of the indicator or participation rule
 * @param alternative place in {@link Participation#counted()}, 0 for an indicator
 * @param role whom it is for
 * @param actions action types it takes
 * @param points of one counted action
 * @param limit how often it counts for one person
 * @param actorEarns whether the actor earns
 * @param counterpartsEarn whether each counterpart earns
 * @param condition when an action is valid; empty when it always is
 */
record Track(
    String indicator,
    int alternative,
    Role role,
    Set<String> actions,
    int points,
    Limit limit,
    boolean actorEarns,
    boolean counterpartsEarn,
    Optional<Condition> condition) {

  /** Those for administrators and teachers, in the rules' order. */
  static List<Track> ofIndicators(Rules rules) {
    List<Track> tracks = new ArrayList<>();
    for (Indicator i : rules.indicators()) {
      tracks.add(
          new Track(
              i.code(),
              0,
              i.role(),
              i.actions(),
              i.points(),
              i.limit(),
              i.beneficiaries().contains(Beneficiary.ACTOR),
              i.beneficiaries().contains(Beneficiary.COUNTERPART),
              i.condition()));
    }
    return tracks;
  }

  /** Those for pupils, in the rules' order. */
  static List<Track> ofParticipation(Rules rules) {
    List<Track> tracks = new ArrayList<>();
    for (Participation p : rules.participation()) {
      for (int a = 0; a < p.counted().size(); a++) {
        tracks.add(
            new Track(
                p.code(),
                a,
                Role.STUDENT,
                p.counted().get(a).actions(),
                0,
                new Limit(1, Limit.Per.MONTH),
                true,
                false,
                Optional.empty()));
      }
    }
    return tracks;
  }
}

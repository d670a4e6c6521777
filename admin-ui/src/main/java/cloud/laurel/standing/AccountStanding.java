package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.web.Campaigns;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person's points, as the HTTP contract spells them.
 *
 * @param rank in the first of the roles; null for somebody without one
 */
public record AccountStanding(
    String account,
    String name,
    long points,
    @Nullable Long rank,
    @Nullable Long rankInSchool,
    List<InRole> roles,
    List<Points> indicators,
    String asOf,
    long pending) {

  /** Points and ranks in one role. */
  public record InRole(
      String role,
      long points,
      long rank,
      long among,
      @Nullable String school,
      long rankInSchool,
      long amongInSchool) {}

  /** What an indicator brought. */
  public record Points(
      String code,
      String name,
      String role,
      long counted,
      long points,
      long today,
      boolean limitReached) {}

  static AccountStanding of(Campaign campaign, PersonStanding standing) {
    Optional<PersonStanding.InRole> first = standing.roles().stream().findFirst();
    return new AccountStanding(
        standing.account(),
        standing.name(),
        standing.points(),
        first.map(PersonStanding.InRole::rank).orElse(null),
        first
            .filter(role -> role.school().isPresent())
            .map(PersonStanding.InRole::rankInSchool)
            .orElse(null),
        standing.roles().stream().map(AccountStanding::inRole).toList(),
        Stream.concat(standing.indicators().stream(), standing.former().stream())
            .map(AccountStanding::points)
            .toList(),
        Campaigns.time(campaign, standing.asOf()),
        standing.pending());
  }

  private static InRole inRole(PersonStanding.InRole role) {
    return new InRole(
        role.role().name(),
        role.points(),
        role.rank(),
        role.among(),
        role.school().orElse(null),
        role.rankInSchool(),
        role.amongInSchool());
  }

  private static Points points(PersonStanding.IndicatorPoints points) {
    return new Points(
        points.indicator().code(),
        points.indicator().name(),
        points.indicator().role().name(),
        points.counted(),
        points.points(),
        points.today(),
        points.limitReached());
  }
}

package cloud.laurel.reference;

import cloud.laurel.campaign.Role;
import cloud.laurel.reference.History.Listed;
import cloud.laurel.reference.History.Upload;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes up rosters with moves, leavers, second roles, second schools and new grades. */
final class RandomRoster {

  static final List<String> SCHOOLS = List.of("s1", "s2", "s3");
  static final List<String> ADULTS = List.of("t1", "t2", "t3", "t4", "a1", "ta");
  static final List<String> PUPILS = List.of("p1", "p2", "p3", "p4", "p5", "p6");

  private final Dice dice;
  private final Set<LocalDate> used = new TreeSet<>();

  RandomRoster(Dice dice) {
    this.dice = dice;
  }

  /** The first one, which names every school. */
  Upload first() {
    return upload(LocalDate.of(2020, 9, 1), new TreeSet<>(SCHOOLS), 90);
  }

  /** A later one, effective about a day, with an effective date of its own. */
  Upload later(LocalDate about) {
    LocalDate effective = about;
    do {
      effective = effective.plusDays(dice.between(-25, 10));
    } while (!used.add(effective));
    return upload(effective, dice.some(SCHOOLS, dice.between(1, 3)), 60);
  }

  private Upload upload(LocalDate effective, Set<String> named, int percent) {
    List<Listed> people = new ArrayList<>();
    people.add(listed("t0", List.of(named.iterator().next()), EnumSet.of(Role.TEACHER)));
    for (String account : ADULTS) {
      if (dice.chance(percent)) {
        people.add(listed(account, schools(named), roles(account)));
      }
    }
    for (String account : PUPILS) {
      if (dice.chance(percent)) {
        people.add(
            listed(account, List.of(dice.pick(List.copyOf(named))), EnumSet.of(Role.STUDENT)));
      }
    }
    return new Upload(effective, named, people);
  }

  /** One of the schools that are named, and now and then another one that need not be. */
  private List<String> schools(Set<String> named) {
    Set<String> schools = new TreeSet<>();
    schools.add(dice.pick(List.copyOf(named)));
    if (dice.chance(15)) {
      schools.add(dice.pick(SCHOOLS));
    }
    return List.copyOf(schools);
  }

  private Set<Role> roles(String account) {
    return switch (account) {
      case "ta" -> EnumSet.of(Role.TEACHER, Role.ADMINISTRATOR);
      case "a1" -> EnumSet.of(Role.ADMINISTRATOR);
      default -> EnumSet.of(dice.chance(90) ? Role.TEACHER : Role.ADMINISTRATOR);
    };
  }

  private Listed listed(String account, List<String> schools, Set<Role> roles) {
    Instant registered =
        Instant.parse("2021-02-01T00:00:00Z").plus(dice.between(0, 60 * 24), ChronoUnit.HOURS);
    boolean has = dice.chance(80);
    return new Listed(
        account,
        schools,
        roles,
        roles.contains(Role.STUDENT) ? dice.between(1, 6) : 0,
        has ? Optional.of(registered) : Optional.empty(),
        has && dice.chance(60)
            ? Optional.of(registered.plus(dice.between(0, 500), ChronoUnit.HOURS))
            : Optional.empty());
  }
}

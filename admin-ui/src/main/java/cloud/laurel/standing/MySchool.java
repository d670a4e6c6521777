package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Role;
import cloud.laurel.campaign.Rules.Term;
import cloud.laurel.web.Texts;
import java.util.List;
import java.util.Optional;

/**
 * A person's school, and what the person's points of today do to its score.
 *
 * @param parts one for each role the person has there and the score counts
 */
public record MySchool(
    String code,
    String name,
    String score,
    int rank,
    int schools,
    List<Part> parts,
    String asOf,
    long pending) {

  /**
   * A mean that the person's points go into.
   *
   * @param label name of the mean
   * @param grows whether today's points add to it
   * @param effect what they add, in words
   */
  public record Part(
      String label, String mean, String points, String count, boolean grows, String effect) {}

  /** The school somebody belongs to today, of the first role that has one. */
  static Optional<String> codeOf(PersonStanding standing) {
    return standing.roles().stream()
        .filter(role -> role.role() != Role.STUDENT)
        .flatMap(role -> role.school().stream())
        .findFirst();
  }

  static MySchool of(
      Campaign campaign, SchoolDetail school, PersonStanding person, PersonDay day, Texts text) {
    List<Part> parts =
        person.roles().stream()
            .filter(role -> role.school().filter(school.code()::equals).isPresent())
            .filter(role -> school.rules().terms().contains(term(role.role())))
            .map(
                role -> part(role.role(), school, earned(campaign, role.role(), school, day), text))
            .toList();
    return new MySchool(
        school.code(),
        school.name(),
        school.score().text(),
        school.rank(),
        school.schools(),
        parts,
        text.seconds(school.asOf(), campaign.zone()),
        school.pending());
  }

  private static Term term(Role role) {
    return switch (role) {
      case ADMINISTRATOR -> Term.ADMINISTRATOR_MEAN;
      case TEACHER -> Term.TEACHER_MEAN;
      case STUDENT -> Term.STUDENT_MEAN;
    };
  }

  /** Rule R13: an award belongs to the school of the action's time. */
  private static long earned(Campaign campaign, Role role, SchoolDetail school, PersonDay day) {
    return day.counted().stream()
        .filter(row -> row.school().filter(school.code()::equals).isPresent())
        .filter(
            row ->
                campaign.indicators().stream()
                    .anyMatch(
                        i ->
                            i.role() == role
                                && row.indicator().filter(i.code()::equals).isPresent()))
        .mapToLong(LedgerPage.Row::points)
        .sum();
  }

  private static Part part(Role role, SchoolDetail school, long today, Texts text) {
    SchoolDetail.Mean mean =
        role == Role.ADMINISTRATOR ? school.administrators() : school.teachers();
    return new Part(
        text.of(role == Role.ADMINISTRATOR ? "score.administrators" : "score.teachers"),
        mean.mean().text(),
        text.number(mean.points()),
        text.number(mean.count()),
        today > 0,
        effect(role, today, mean.count(), text));
  }

  /** Points over people, as the mean grows by them; a gain that rounds to nothing is said so. */
  static String effect(Role role, long today, long people, Texts text) {
    if (today == 0) {
      return text.of("my.effect.none." + role);
    }
    String gain = Score.mean(today, people).text();
    return gain.equals(Score.ZERO.text())
        ? text.of("my.effect.small." + role, today, text.number(people))
        : text.of("my.effect." + role, today, text.number(people), gain);
  }
}

package cloud.laurel.reference;

import cloud.laurel.campaign.Limit;
import cloud.laurel.campaign.Role;
import cloud.laurel.reference.Rulebook.Line;
import cloud.laurel.reference.Rulebook.Share;
import cloud.laurel.reference.Rulebook.Tier;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes up campaigns and later versions of their rules. */
final class RandomRules {

  static final List<String> TYPES =
      List.of("lesson.prepared", "teacher.invited", "notice.published", "grade.created");
  static final List<String> PUPILS_TYPES =
      List.of("course.studied", "homework.completed", "quiz.taken");
  private static final List<String> ZONES =
      List.of("Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe");
  private static final List<String> TERMS =
      List.of("ADMINISTRATOR_MEAN", "TEACHER_MEAN", "STUDENT_MEAN");
  private static final List<List<Tier>> TIERS =
      List.of(
          List.of(new Tier("0.40", 10), new Tier("0.60", 20), new Tier("0.80", 30)),
          List.of(new Tier("0.333333333", 7), new Tier("1", 50)),
          List.of(new Tier("0", 1), new Tier("0.5", 12), new Tier("0.666666667", 13)));

  private final Dice dice;

  RandomRules(Dice dice) {
    this.dice = dice;
  }

  /** Its window begins about March 2021, when clocks are put forward in some zones. */
  Rulebook campaign(String code) {
    LocalDate from = dice.day(LocalDate.of(2021, 2, 15), LocalDate.of(2021, 3, 20));
    return rules(code, ZoneId.of(dice.pick(ZONES)), from, from.plusDays(dice.between(3, 75)));
  }

  /** Other rules for the same campaign. */
  Rulebook version(Rulebook old, LocalDate to) {
    return rules(old.code(), old.zone(), old.from(), to);
  }

  private Rulebook rules(String code, ZoneId zone, LocalDate from, LocalDate to) {
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      if (dice.chance(75)) {
        lines.add(line("line-" + i, i < 4 ? Role.TEACHER : Role.ADMINISTRATOR));
      }
    }
    List<Share> shares = new ArrayList<>();
    for (int i = 1; i <= dice.between(0, 2); i++) {
      shares.add(share("share-" + i));
    }
    List<LocalDate> terms = new ArrayList<>();
    if (dice.chance(50)) {
      terms.add(from.minusDays(dice.between(0, 100)));
      terms.add(dice.day(from.plusDays(1), from.plusDays(60)));
    }
    return new Rulebook(
        code,
        zone,
        from,
        to,
        terms,
        dice.between(2, 4),
        lines,
        shares,
        dice.chance(60) ? Set.copyOf(TERMS) : dice.some(TERMS, dice.between(1, 2)),
        dice.chance(30),
        dice.chance(30),
        dice.chance(80)
            ? Optional.of(dice.pick(List.of("0.90", "0.5", "0.666666667")))
            : Optional.empty());
  }

  private Line line(String code, Role role) {
    Set<String> types = new TreeSet<>(dice.some(TYPES, dice.between(1, 2)));
    if (dice.chance(10)) {
      types.add(dice.pick(PUPILS_TYPES));
    }
    boolean counterparts = types.contains("teacher.invited") && dice.chance(80);
    return new Line(
        code,
        role,
        types,
        dice.between(0, 4),
        dice.between(1, 3),
        dice.pick(List.of(Limit.Per.values())),
        !counterparts || dice.chance(80),
        counterparts,
        dice.chance(25)
            ? Optional.of(dice.pick(List.copyOf(ReferenceConditions.TEXTS)))
            : Optional.empty());
  }

  private Share share(String code) {
    List<Set<String>> alternatives = new ArrayList<>();
    for (int i = dice.between(1, 3); i > 0; i--) {
      alternatives.add(dice.some(PUPILS_TYPES, dice.between(1, 2)));
    }
    return new Share(code, alternatives, dice.chance(40), dice.pick(TIERS));
  }
}

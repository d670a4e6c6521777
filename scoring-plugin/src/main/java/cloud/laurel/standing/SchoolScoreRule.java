package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Participation;
import cloud.laurel.campaign.Role;
import cloud.laurel.campaign.Rules;
import cloud.laurel.campaign.Rules.Divisor;
import cloud.laurel.campaign.Rules.StudentMean;
import cloud.laurel.campaign.Rules.Term;
import cloud.laurel.standing.SchoolDetail.Alternative;
import cloud.laurel.standing.SchoolDetail.Mean;
import cloud.laurel.standing.SchoolDetail.Month;
import cloud.laurel.standing.SchoolDetail.Opening;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A school's score from its counts: administrators' mean + teachers' mean + pupils' mean (rules R4
 * and R6; notice-2020, annex 2, notes 1 and 2). Exact throughout.
 */
public final class SchoolScoreRule {

  private final Campaign campaign;
  private final Rules rules;

  /**
   * The rule of a campaign.
   *
   * @param day whose version says how scores are put together
   */
  public SchoolScoreRule(Campaign campaign, LocalDate day) {
    this.campaign = campaign;
    this.rules = campaign.rulesOn(day);
  }

  /**
   * What is known of a school.
   *
   * @param people by role, on the reference day; pupils from the campaign's grade on
   * @param points of awards that belong to the school, by role
   * @param eligible pupils by month
   * @param participants by month, rule and alternative
   */
  public record Counts(
      Map<Role, Opening> people,
      Map<Role, Long> points,
      Map<YearMonth, Long> eligible,
      Map<MonthAlternative, Long> participants) {}

  /** One alternative of one rule in one month. */
  public record MonthAlternative(YearMonth month, String rule, int alternative) {}

  /** The score and its parts; a part the campaign leaves out is still shown, not added. */
  public record Parts(
      Score score,
      Mean administrators,
      Mean teachers,
      Score studentMean,
      List<Month> months,
      Opening teacherOpening,
      Opening studentOpening,
      boolean passesGate) {}

  /**
   * Computes one school.
   *
   * @param months the campaign's months that have begun
   * @param closed those that no longer move
   */
  public Parts parts(Counts counts, List<YearMonth> months, Set<YearMonth> closed) {
    List<Month> monthly = months.stream().map(m -> month(counts, m, !closed.contains(m))).toList();
    long sum = monthly.stream().mapToLong(Month::points).sum();
    return parts(counts, sum, monthly.size(), monthly);
  }

  /**
   * The same from what the months came to, which are then not in the answer.
   *
   * @param counts people and points; its months are not looked at
   * @param monthPoints of all months together
   * @param months how many have begun
   */
  public Parts parts(Counts counts, long monthPoints, int months) {
    return parts(counts, monthPoints, months, List.of());
  }

  private Parts parts(Counts counts, long monthPoints, int months, List<Month> monthly) {
    Mean administrators = mean(counts, Role.ADMINISTRATOR);
    Mean teachers = mean(counts, Role.TEACHER);
    Score students =
        rules.studentMean() == StudentMean.SUM
            ? Score.of(monthPoints)
            : Score.mean(monthPoints, months);
    Score score = Score.ZERO;
    for (Term term : rules.terms()) {
      score =
          score.plus(
              switch (term) {
                case ADMINISTRATOR_MEAN -> administrators.mean();
                case TEACHER_MEAN -> teachers.mean();
                case STUDENT_MEAN -> students;
              });
    }
    Opening teacherOpening = counts.people().getOrDefault(Role.TEACHER, Opening.NONE);
    Opening studentOpening = counts.people().getOrDefault(Role.STUDENT, Opening.NONE);
    return new Parts(
        score,
        administrators,
        teachers,
        students,
        monthly,
        teacherOpening,
        studentOpening,
        passesGate(teacherOpening, studentOpening));
  }

  private Mean mean(Counts counts, Role role) {
    Opening people = counts.people().getOrDefault(role, Opening.NONE);
    long divisor = rules.divisor() == Divisor.REGISTERED ? people.registered() : people.eligible();
    long points = counts.points().getOrDefault(role, 0L);
    return new Mean(divisor, points, Score.mean(points, divisor));
  }

  private Month month(Counts counts, YearMonth month, boolean open) {
    long eligible = counts.eligible().getOrDefault(month, 0L);
    List<Alternative> alternatives = new ArrayList<>();
    int points = 0;
    for (Participation rule : campaign.rulesOf(month).participation()) {
      int best = 0;
      for (int i = 0; i < rule.counted().size(); i++) {
        long participants =
            counts.participants().getOrDefault(new MonthAlternative(month, rule.code(), i), 0L);
        Rate rate = new Rate(participants, eligible);
        int earned = tier(rule, rate);
        alternatives.add(new Alternative(rule.counted().get(i).name(), participants, rate, earned));
        best = Math.max(best, earned);
      }
      points += best;
    }
    return new Month(month, eligible, alternatives, points, open);
  }

  /** The highest tier reached, compared exactly: 39.99 % is not 40 % (rule R4). */
  static int tier(Participation rule, Rate rate) {
    int points = 0;
    for (Participation.Tier tier : rule.tiers()) {
      BigDecimal atLeast = tier.atLeast();
      if (rate.reaches(atLeast)) {
        points = tier.points();
      }
    }
    return points;
  }

  private boolean passesGate(Opening teachers, Opening students) {
    return rules
        .gate()
        .map(g -> teachers.rate().reaches(g.teachers()) && students.rate().reaches(g.students()))
        .orElse(true);
  }
}

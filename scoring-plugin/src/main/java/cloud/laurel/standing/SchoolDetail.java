package cloud.laurel.standing;

import cloud.laurel.campaign.Rules;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * A school's score unfolded.
 *
 * @param schools how many schools are ranked
 * @param administrators the administrators' part
 * @param teachers the teachers' part
 * @param studentMean the pupils' part
 * @param months the pupils' months, oldest first
 * @param teacherOpening teachers' spaces
 * @param studentOpening pupils' spaces
 * @param rules those that the score was put together by
 * @param asOf when it was computed
 * @param pending actions accepted and not yet scored, of all schools
 */
public record SchoolDetail(
    String code,
    String name,
    int rank,
    int schools,
    Score score,
    Mean administrators,
    Mean teachers,
    Score studentMean,
    List<Month> months,
    Opening teacherOpening,
    Opening studentOpening,
    boolean passesOpeningGate,
    Rules rules,
    Instant asOf,
    long pending) {

  /** Points of a group of people over their number. */
  public record Mean(long count, long points, Score mean) {}

  /**
   * A month of the pupils.
   *
   * @param eligible the denominator (rule R5)
   * @param open whether it may still move; shown as provisional
   */
  public record Month(
      YearMonth month, long eligible, List<Alternative> alternatives, int points, boolean open) {}

  /**
   * A way to take part in a month.
   *
   * @param points what it would earn by itself
   */
  public record Alternative(String name, long participants, Rate rate, int points) {}

  /** Spaces of a group of people. */
  public record Opening(long eligible, long registered, long activated) {

    /** Of nobody. */
    public static final Opening NONE = new Opening(0, 0, 0);

    /** Registered of eligible. */
    public Rate rate() {
      return new Rate(registered, eligible);
    }

    /** Activated of registered. */
    public Rate activation() {
      return new Rate(activated, registered);
    }

    /** Those of two groups together. */
    public Opening plus(Opening other) {
      return new Opening(
          eligible + other.eligible, registered + other.registered, activated + other.activated);
    }
  }
}

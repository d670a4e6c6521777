package cloud.laurel.selection;

import cloud.laurel.campaign.Rules.Honour;
import cloud.laurel.opening.Stage;
import cloud.laurel.plugin.Problem;
import cloud.laurel.store.InvalidInput;
import java.util.ArrayList;
import java.util.List;

/**
 * How many places an honour has, and how they may be spread. 0 where nothing limits; without places
 * nobody is in by the computed order.
 *
 * @param places in all
 * @param perSchool most for one school
 * @param perCentral most for the schools of one central school
 * @param primary most for schools of grades 1 to 6
 * @param junior most for schools of grades 7 to 9
 * @param senior most for schools of grades 10 to 12
 */
public record Scheme(
    int places, int perSchool, int perCentral, int primary, int junior, int senior) {

  /** Most places of one honour. */
  public static final int MOST = 10_000;

  /** No place. */
  public static final Scheme NONE = of(0);

  /** Checks itself. */
  public Scheme {
    List<Problem> problems = new ArrayList<>();
    check(problems, "places", places);
    check(problems, "perSchool", perSchool);
    check(problems, "perCentral", perCentral);
    check(problems, "primary", primary);
    check(problems, "junior", junior);
    check(problems, "senior", senior);
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
  }

  private static void check(List<Problem> problems, String field, int number) {
    if (number < 0 || number > MOST) {
      problems.add(new Problem(field, "must be a whole number from 0 to " + MOST));
    }
  }

  /** The scheme of the campaign itself. */
  public static Scheme usual(Honour honour) {
    return honour.quota().map(q -> of(Math.min(q, MOST))).orElse(NONE);
  }

  /** So many places, however they are spread. */
  public static Scheme of(int places) {
    return new Scheme(places, 0, 0, 0, 0, 0);
  }

  /** Most for the schools of a stage; 0 where nothing limits. */
  public int most(Stage stage) {
    return switch (stage) {
      case PRIMARY -> primary;
      case JUNIOR -> junior;
      case SENIOR -> senior;
      case ACROSS, OTHER -> 0;
    };
  }

  /** Whether only the places in all limit. */
  public boolean isPlain() {
    return equals(of(places));
  }
}

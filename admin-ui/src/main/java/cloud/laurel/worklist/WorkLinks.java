package cloud.laurel.worklist;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where each item is done or looked at. */
final class WorkLinks {

  private WorkLinks() {}

  /** For an officer. */
  static String bureau(Item item, String school) {
    String sheet = "/bureau/school?code=" + encoded(school);
    String plan = "/bureau/plan?code=" + encoded(school);
    return switch (item) {
      case PLAN -> plan;
      case TRAINING -> plan + "#trainings-title";
      case ROSTER -> "/bureau/roster";
      case OPENING -> sheet + "#opening";
      case MONTHS -> sheet + "#months";
      case FUNCTIONS -> sheet + "&people=administrators#people";
    };
  }

  /** For the school's administrators. */
  static String own(Item item, String school) {
    String code = "?code=" + encoded(school);
    String sheet = "/school" + code;
    return switch (item) {
      case PLAN -> "/school/plan" + code;
      case TRAINING -> "/school/training" + code;
      case ROSTER -> "/school/roster" + code;
      case OPENING -> "/school/opening" + code;
      case MONTHS -> sheet + "#months";
      case FUNCTIONS -> sheet + "#functions";
    };
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

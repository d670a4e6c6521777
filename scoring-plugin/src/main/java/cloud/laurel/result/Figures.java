package cloud.laurel.result;

import cloud.laurel.standing.SchoolDetail.Opening;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The figures that a bulletin prints, by name, in the order of {@code bulletin-2021}. Rates are
 * truncated (rule R7) and carry their sign: {@code 49.7%}.
 */
final class Figures {

  private Figures() {}

  static Map<String, String> of(List<SchoolResult> schools) {
    Map<String, String> figures = new LinkedHashMap<>();
    count(figures, "schools", schools.size());
    group(figures, "teacher", schools, s -> s.parts().teacherOpening());
    group(figures, "student", schools, s -> s.parts().studentOpening());
    count(figures, "schoolsPassingGate", schools.stream().filter(s -> s.parts().passesGate()));
    count(figures, "plansSubmitted", schools.stream().filter(SchoolResult::planned));
    count(figures, "schoolsHoldingTraining", schools.stream().filter(s -> s.trainings() > 0));
    count(figures, "trainings", schools.stream().mapToLong(SchoolResult::trainings).sum());
    return figures;
  }

  private static void group(
      Map<String, String> figures,
      String who,
      List<SchoolResult> schools,
      Function<SchoolResult, Opening> spaces) {
    Opening all = schools.stream().map(spaces).reduce(Opening.NONE, Opening::plus);
    String capital = who.substring(0, 1).toUpperCase(Locale.ROOT) + who.substring(1);
    count(figures, who + "sEligible", all.eligible());
    count(figures, who + "sRegistered", all.registered());
    figures.put(who + "RegistrationRate", all.rate().percent() + "%");
    count(figures, who + "sActivated", all.activated());
    figures.put(who + "ActivationRate", all.activation().percent() + "%");
    count(
        figures,
        "schools" + capital + "Activation100",
        schools.stream().filter(s -> spaces.apply(s).activation().isWhole()));
  }

  private static void count(Map<String, String> figures, String name, Stream<?> counted) {
    count(figures, name, counted.count());
  }

  private static void count(Map<String, String> figures, String name, long count) {
    figures.put(name, Long.toString(count));
  }
}

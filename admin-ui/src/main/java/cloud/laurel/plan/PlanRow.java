package cloud.laurel.plan;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.roster.School;
import cloud.laurel.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A school with what it planned and trained.
 *
 * @param central name of its central school, may be empty
 * @param stateName in small letters, {@code none} when nothing was written
 * @param submittedAt empty while it never was
 */
public record PlanRow(
    String code,
    String name,
    String central,
    String stateName,
    String submittedAt,
    int trainings,
    long participants) {

  static final String NONE = "none";

  /** The schools that take part in a campaign, by name; three statements however many they are. */
  static List<PlanRow> all(
      Campaign campaign,
      List<School> schools,
      Map<String, String> centralNames,
      PlanService plans,
      TrainingService trainings,
      Texts text) {
    Map<String, PlanStatus> states = plans.states(campaign);
    Map<String, TrainingCount> counts = trainings.counts(campaign);
    return schools.stream()
        .filter(school -> campaign.includes(school.code()))
        .map(
            school -> {
              Optional<PlanStatus> status = Optional.ofNullable(states.get(school.code()));
              TrainingCount count = counts.getOrDefault(school.code(), new TrainingCount(0, 0));
              return new PlanRow(
                  school.code(),
                  school.name(),
                  school.centralSchool().map(c -> centralNames.getOrDefault(c, c)).orElse(""),
                  status.map(s -> PlansQuery.nameOf(s.state())).orElse(NONE),
                  status
                      .flatMap(PlanStatus::submittedAt)
                      .map(at -> text.time(at, campaign.zone()))
                      .orElse(""),
                  count.entries(),
                  count.participants());
            })
        .toList();
  }

  /** Everything that a search by name looks at. */
  String names() {
    return name + " " + code + " " + central;
  }

  /** Whether there is something to open. */
  public boolean isBegun() {
    return !stateName.equals(NONE);
  }
}

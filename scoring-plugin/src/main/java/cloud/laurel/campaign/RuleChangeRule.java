package cloud.laurel.campaign;

import cloud.laurel.plugin.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a new version may not change in a running campaign (rule R14). */
final class RuleChangeRule {

  private RuleChangeRule() {}

  /** Everything that stands in the way of a proposal, in its order. */
  static List<Problem> problems(Campaign campaign, Rules proposed) {
    List<Problem> problems = new ArrayList<>();
    if (!proposed.code().equals(campaign.code())) {
      problems.add(new Problem("code", "stays as it is: " + campaign.code()));
    }
    if (!proposed.zone().equals(campaign.zone())) {
      problems.add(
          new Problem("timeZone", "stays as it is, or days would shift: " + campaign.zone()));
    }
    Map<String, Role> roles = new HashMap<>();
    for (RuleVersion version : campaign.versions()) {
      version.rules().indicators().forEach(i -> roles.put(i.code(), i.role()));
      version.rules().participation().forEach(p -> roles.put(p.code(), Role.STUDENT));
    }
    for (int i = 0; i < proposed.indicators().size(); i++) {
      Indicator indicator = proposed.indicators().get(i);
      if (roles.getOrDefault(indicator.code(), indicator.role()) != indicator.role()) {
        problems.add(
            new Problem(
                "indicators[" + i + "].role",
                "stays as it is, or points would change sides: choose a new code"));
      }
    }
    for (int i = 0; i < proposed.participation().size(); i++) {
      if (roles.getOrDefault(proposed.participation().get(i).code(), Role.STUDENT)
          != Role.STUDENT) {
        problems.add(
            new Problem(
                "participation[" + i + "].code",
                "belongs to an indicator already: choose a new code"));
      }
    }
    return problems;
  }
}

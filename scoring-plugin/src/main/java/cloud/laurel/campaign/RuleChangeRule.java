package cloud.laurel.campaign;

import cloud.laurel.campaign.FieldProblem.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a new version may not change in a running campaign (rule R14). */
final class RuleChangeRule {

  private RuleChangeRule() {}

  /** Everything that stands in the way of a proposal, in its order. */
  static List<FieldProblem> problems(Campaign campaign, Rules proposed) {
    List<FieldProblem> problems = new ArrayList<>();
    if (!proposed.code().equals(campaign.code())) {
      problems.add(new FieldProblem("code", Kind.CODE_STAYS, campaign.code()));
    }
    if (!proposed.zone().equals(campaign.zone())) {
      problems.add(new FieldProblem("timeZone", Kind.ZONE_STAYS, campaign.zone().getId()));
    }
    Map<String, Role> roles = new HashMap<>();
    for (RuleVersion version : campaign.versions()) {
      version.rules().indicators().forEach(i -> roles.put(i.code(), i.role()));
      version.rules().participation().forEach(p -> roles.put(p.code(), Role.STUDENT));
    }
    for (int i = 0; i < proposed.indicators().size(); i++) {
      Indicator indicator = proposed.indicators().get(i);
      if (roles.getOrDefault(indicator.code(), indicator.role()) != indicator.role()) {
        problems.add(new FieldProblem("indicators[" + i + "].role", Kind.ROLE_STAYS));
      }
    }
    for (int i = 0; i < proposed.participation().size(); i++) {
      if (roles.getOrDefault(proposed.participation().get(i).code(), Role.STUDENT)
          != Role.STUDENT) {
        problems.add(new FieldProblem("participation[" + i + "].code", Kind.CODE_OF_INDICATOR));
      }
    }
    return problems;
  }
}

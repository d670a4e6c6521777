package cloud.laurel.opening;

import cloud.laurel.campaign.Rules.Gate;
import cloud.laurel.opening.OpeningSummary.Group;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A line of the opening table: a school, or several together.
 *
 * @param code of the school, central school or stage; empty for schools without a central school
 * @param name as shown
 * @param stage of a school, as text key; empty for several
 * @param figures its people and spaces
 * @param gate least opening rates
 */
public record OpeningRow(
    String code, String name, String stage, OpeningSummary figures, Optional<Gate> gate) {

  static OpeningRow of(SchoolOpening school, Optional<Gate> gate) {
    return new OpeningRow(
        school.code(),
        school.name(),
        school.stage().name(),
        OpeningSummary.of(List.of(school)),
        gate);
  }

  static OpeningRow of(
      String code, String name, Collection<SchoolOpening> schools, Optional<Gate> gate) {
    return new OpeningRow(code, name, "", OpeningSummary.of(schools), gate);
  }

  /** How many more teachers have to register for the gate. */
  public long missingTeachers() {
    return missing(figures.teachers(), gate.map(Gate::teachers));
  }

  /** How many more pupils have to register for the gate. */
  public long missingStudents() {
    return missing(figures.students(), gate.map(Gate::students));
  }

  private static long missing(Group group, Optional<BigDecimal> share) {
    return share.map(group.spaces().rate()::missingTo).orElse(0L);
  }

  /** Whether both rates reach the gate (rule R9). */
  public boolean passes() {
    return gate.map(
            g ->
                figures.teachers().spaces().rate().reaches(g.teachers())
                    && figures.students().spaces().rate().reaches(g.students()))
        .orElse(true);
  }
}

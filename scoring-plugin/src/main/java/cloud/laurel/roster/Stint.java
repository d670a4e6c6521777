package cloud.laurel.roster;

import cloud.laurel.campaign.Role;
import java.util.Optional;

/**
 * A role in a school, without its time; {@code grade} is 0 for everybody but pupils, who may have a
 * class. The class is a remark: another one is no other stint.
 */
record Stint(String school, Role role, int grade, Optional<String> className) {

  Stint(String school, Role role, int grade) {
    this(school, role, grade, Optional.empty());
  }

  static Stint of(Membership membership) {
    return new Stint(
        membership.school(), membership.role(), membership.grade(), membership.className());
  }

  /** Whether both are the same but for the class. */
  boolean isLike(Stint other) {
    return school.equals(other.school) && role == other.role && grade == other.grade;
  }
}

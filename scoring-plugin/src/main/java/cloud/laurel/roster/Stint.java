package cloud.laurel.roster;

import cloud.laurel.campaign.Role;

/** A role in a school, without its time; {@code grade} is 0 for everybody but pupils. */
record Stint(String school, Role role, int grade) {

  static Stint of(Membership membership) {
    return new Stint(membership.school(), membership.role(), membership.grade());
  }
}

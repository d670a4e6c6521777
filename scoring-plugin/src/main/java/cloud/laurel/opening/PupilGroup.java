package cloud.laurel.opening;

import cloud.laurel.standing.SchoolDetail.Opening;

/** Pupils of a school in one grade, without names. */
public record PupilGroup(int grade, Opening opening) {}

package cloud.laurel.opening;

import cloud.laurel.standing.SchoolDetail.Opening;

/**
 * Pupils of a school in one class, without names.
 *
 * @param grade 1 to 12
 * @param className as the roster has it; empty for those of whom it names none
 */
public record PupilGroup(int grade, String className, Opening opening) {}

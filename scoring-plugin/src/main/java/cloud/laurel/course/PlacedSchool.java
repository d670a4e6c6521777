package cloud.laurel.course;

import cloud.laurel.standing.SchoolScoreRule.Counts;

/**
 * Where a school stood at the end of a day, as it is stored.
 *
 * @param place 1, 2, 2, 4 (rule R8)
 * @param counts people and points
 * @param pupilPoints of the months that had begun
 * @param months how many those were
 */
record PlacedSchool(String school, int place, Counts counts, long pupilPoints, int months) {}

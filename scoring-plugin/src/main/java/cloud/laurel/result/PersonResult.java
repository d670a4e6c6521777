package cloud.laurel.result;

/**
 * What somebody came to in a role.
 *
 * @param school code of the school the person belongs to on the campaign's reference day
 * @param rank by own points among all of the role, 1, 2, 2, 4 (rule R8)
 */
public record PersonResult(String account, String name, String school, long points, long rank) {}

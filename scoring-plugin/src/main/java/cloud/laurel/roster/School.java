package cloud.laurel.roster;

import java.util.Optional;

/**
 * A school.
 *
 * @param code {@code orgs.sourcedId}
 * @param name its official name
 * @param centralSchool code of the central school it belongs to
 */
public record School(String code, String name, Optional<String> centralSchool) {}

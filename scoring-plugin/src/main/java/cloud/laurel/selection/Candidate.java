package cloud.laurel.selection;

import cloud.laurel.opening.SchoolOpening.Central;
import cloud.laurel.opening.Stage;
import cloud.laurel.standing.Score;
import java.util.Optional;

/**
 * Who comes into question for an honour.
 *
 * @param code of a school, a central school, or an account
 * @param name as it is announced
 * @param school code of the school; a school's own; empty for a central school
 * @param schoolName of a person's school; empty for schools and central schools
 * @param stage of the school
 * @param rank 1, 2, 2, 4 (rule R8); an administrator's is the school's (rule R10)
 * @param score that the rank goes by
 * @param points own points of a person
 * @param passesGate whether the school opened enough spaces (rule R9)
 */
public record Candidate(
    String code,
    String name,
    String school,
    String schoolName,
    Optional<Central> central,
    Stage stage,
    long rank,
    Score score,
    Optional<Long> points,
    boolean passesGate) {}

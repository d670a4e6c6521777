package cloud.laurel.worklist;

import cloud.laurel.plan.Plan;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a school has prepared.
 *
 * @param plan how far its plan is; empty when nothing is written
 * @param submitted the local day on which the plan was submitted last
 * @param trainings entries of its training log
 * @param uploaded the local day of the last roster that named the school
 */
record Preparation(
    Optional<Plan.State> plan,
    Optional<LocalDate> submitted,
    long trainings,
    Optional<LocalDate> uploaded) {}

package cloud.laurel.plan;

import cloud.laurel.plan.Plan.State;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a school's plan stands.
 *
 * @param submittedAt when it was submitted last; empty while it never was
 */
public record PlanStatus(State state, Optional<Instant> submittedAt) {}

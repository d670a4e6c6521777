package cloud.laurel.plan;

/**
 * How much a school has trained.
 *
 * @param entries of its log
 * @param participants of all of them, whoever comes twice counted twice
 */
public record TrainingCount(int entries, long participants) {}

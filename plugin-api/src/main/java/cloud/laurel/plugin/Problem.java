package cloud.laurel.plugin;

/**
 * One thing wrong with an input, said so that its sender can mend it.
 *
 * @param field path of the field, for example {@code indicators[3].points}; empty for the whole
 * @param problem what is wrong and what would be right, one sentence without the field's name
 * @since 1.0
 */
public record Problem(String field, String problem) {}

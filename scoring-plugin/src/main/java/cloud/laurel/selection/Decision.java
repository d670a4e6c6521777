package cloud.laurel.selection;

import java.time.Instant;

/**
 * What an officer decided about a candidate against, or beside, the computed order (rule R10).
 *
 * @param takenIn in or out
 * @param reason not blank
 * @param by the officer's user name
 */
public record Decision(boolean takenIn, String reason, String by, Instant at) {}

package cloud.laurel.report;

import java.time.Instant;

/**
 * A report that was made; never changed.
 *
 * @param number 1, 2, 3 within its campaign
 * @param madeAt as of when its figures are
 * @param by the user name of who made it
 * @param hash SHA-256 of what is stored, in hexadecimal digits
 */
public record ProgressReport(long id, int number, Instant madeAt, String by, String hash) {}

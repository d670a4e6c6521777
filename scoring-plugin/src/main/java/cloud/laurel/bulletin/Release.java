package cloud.laurel.bulletin;

import java.time.Instant;

/**
 * A bulletin that was released; never changed. A correction is one more release.
 *
 * @param number 1, 2, 3 within the campaign; whatever follows the first corrects the one before
 * @param version that was released
 * @param submittedBy the first officer's user name
 * @param releasedBy the second officer's
 * @param hash SHA-256 of content and basis as they are stored, in hexadecimal digits
 */
public record Release(
    int number,
    int version,
    String submittedBy,
    String releasedBy,
    Instant releasedAt,
    String hash,
    Content content,
    Basis basis) {}

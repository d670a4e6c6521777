package cloud.laurel.certificate;

/**
 * Somebody who is to get a certificate, as it comes in.
 *
 * @param name as it was written
 * @param school name or code; for schools their own, may be empty
 * @param account may be empty
 */
public record Recipient(String name, String school, String account) {}

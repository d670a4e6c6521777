/**
 * Certificates: numbering, issue, replacement and revocation, the register of all numbers, and the
 * look-up of the public. What is printed is frozen at issue. Drawing and signing is a {@link
 * cloud.laurel.certificate.CertificatePress}, which is not part of the engine.
 */
@NullMarked
package cloud.laurel.certificate;

import org.jspecify.annotations.NullMarked;

/**
 * The keys of certificates and what is made with them: signed PDFs, credentials and their pictures,
 * records signed by SM2; and the check of a file that somebody shows. {@link
 * cloud.laurel.signing.SigningHost} hands everything out; it knows no register of certificates.
 */
@NullMarked
package cloud.laurel.signing;

import org.jspecify.annotations.NullMarked;

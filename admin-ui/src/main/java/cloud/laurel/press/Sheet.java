package cloud.laurel.press;

import cloud.laurel.certificate.Printed;
import cloud.laurel.template.Template;
import java.util.Optional;

/**
 * A certificate to be printed.
 *
 * @param series the readable part of its number
 * @param codeInGroups the other part, as people read it
 * @param verifyAddress where it is looked up; this and nothing else is in the QR code
 * @param printed what it says
 * @param template how it looks
 * @param seal PNG of the issuer's seal, not copied; empty for none
 * @param mode how it goes to paper
 */
public record Sheet(
    String series,
    String codeInGroups,
    String verifyAddress,
    Printed printed,
    Template template,
    Optional<byte[]> seal,
    Mode mode) {}

package cloud.laurel.certificate;

import java.util.OptionalLong;

/**
 * What a certificate looks like; neither is ever changed under its number.
 *
 * @param template version of a template
 * @param seal picture of the issuer's seal; empty for none
 */
public record Design(long template, OptionalLong seal) {}

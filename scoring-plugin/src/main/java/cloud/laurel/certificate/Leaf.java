package cloud.laurel.certificate;

/**
 * A valid certificate as a sheet of paper.
 *
 * @param id internal, shown nowhere
 * @param series its number as people read it
 * @param school name of the school that it goes to
 * @param template key of the template's version: what paper it fits on
 * @param withheld whether the public does not see it, at the person's request
 */
public record Leaf(long id, String series, String school, long template, boolean withheld) {}

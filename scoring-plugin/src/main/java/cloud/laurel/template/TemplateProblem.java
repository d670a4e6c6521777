package cloud.laurel.template;

/**
 * What is wrong with a template.
 *
 * @param line counted from 1; 0 where it is about the whole
 * @param column likewise
 * @param detail what it is about: an element, a property, a field; may be empty
 */
public record TemplateProblem(int line, int column, Why why, String detail) {

  /** About the whole of it. */
  public static TemplateProblem whole(Why why, String detail) {
    return new TemplateProblem(0, 0, why, detail);
  }

  /** What is wrong. */
  public enum Why {
    /** More than {@link TemplateRule#MAX_CHARACTERS}. */
    TOO_LARGE,
    /** It is not well-formed XML. */
    XML,
    /** A document type or entity. */
    DOCTYPE,
    /** An element that is not allowed. */
    ELEMENT,
    /** An attribute that is not allowed there. */
    ATTRIBUTE,
    /** An attribute whose value is not allowed. */
    VALUE,
    /** A picture from elsewhere, or one that is too large. */
    PICTURE,
    /** A picture without words for those who do not see it. */
    ALT,
    /** Something in a style sheet that cannot be read. */
    STYLE,
    /** A style property that is not allowed. */
    PROPERTY,
    /** A field that does not exist. */
    FIELD,
    /** A field where none can stand. */
    FIELD_PLACE,
    /** A field that must be there is missing. */
    FIELD_MISSING,
    /** It has no title. */
    TITLE,
    /** With one of the samples it takes more than one page. */
    PAGES,
    /** With one of the samples a text does not fit. */
    TOO_LONG,
    /** With one of the samples text lies outside the paper. */
    OUTSIDE,
    /** It cannot be set as PDF. */
    PRINT,
    /** Its name is missing or taken by one that Laurel brings along. */
    NAME,
    /** It is the same as the newest version. */
    SAME
  }
}

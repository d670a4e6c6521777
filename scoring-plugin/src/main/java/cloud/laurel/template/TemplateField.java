package cloud.laurel.template;

import java.util.Arrays;
import java.util.Optional;

/** What a template can name as {@code {{name}}}; every value is put in as text, never as markup. */
public enum TemplateField {
  /** Name of the person or school. */
  NAME("name", true),
  /** What follows a name at the head of the text: 老师：, 同志： or a colon. */
  SALUTATION("salutation", false),
  /** A person's school. */
  SCHOOL("school", false),
  /** Full title of the campaign. */
  CAMPAIGN("campaign", false),
  /** What for, one phrase. */
  REASON("reason", false),
  /** Name of the honour. */
  HONOUR("honour", true),
  /** The last line of the text: 特发此证，以资鼓励。 for persons, 特发此证。 for schools. */
  CLOSING("closing", false),
  /** Number of the document that decided it. */
  DOCUMENT("document", false),
  /** Who issues it. */
  ISSUER("issuer", true),
  /** The decision's date in Chinese numerals. */
  DATE("date", true),
  /** The same in English. */
  DATE_ENGLISH("dateEnglish", false),
  /** The readable part of its number. */
  NUMBER("number", true),
  /** The part that nobody can guess. */
  CODE("code", true),
  /** Where it can be looked up. */
  ADDRESS("address", false),
  /** The same as a QR code: the source of a picture. */
  QR("qr", true),
  /** The issuer's seal: the source of a picture. */
  SEAL("seal", false);

  private final String text;
  private final boolean required;

  TemplateField(String text, boolean required) {
    this.text = text;
    this.required = required;
  }

  /** As templates name it. */
  public String text() {
    return text;
  }

  /** Whether a template must have it. */
  public boolean isRequired() {
    return required;
  }

  /** Whether it stands for a picture: {@code <img src="{{qr}}"/>}. */
  public boolean isPicture() {
    return this == QR || this == SEAL;
  }

  /** By the name in templates. */
  public static Optional<TemplateField> of(String text) {
    return Arrays.stream(values()).filter(field -> field.text.equals(text)).findFirst();
  }
}

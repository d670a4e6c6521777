package cloud.laurel.press;

import cloud.laurel.certificate.Printed;
import cloud.laurel.template.TemplateField;
import java.util.EnumMap;
import java.util.Map;

/** What the fields of a template stand for on one certificate. */
final class SheetText {

  private SheetText() {}

  /** The value of every field; those of pictures are addresses, empty for none. */
  static Map<TemplateField, String> of(Sheet sheet, String seal) {
    Printed printed = sheet.printed();
    Map<TemplateField, String> values = new EnumMap<>(TemplateField.class);
    values.put(TemplateField.NAME, printed.name());
    values.put(TemplateField.SALUTATION, salutation(printed));
    values.put(TemplateField.SCHOOL, printed.school());
    values.put(TemplateField.CAMPAIGN, printed.campaign());
    values.put(TemplateField.REASON, printed.reason().replaceAll("[，。；\\s]+$", ""));
    values.put(TemplateField.HONOUR, printed.honour());
    values.put(TemplateField.CLOSING, printed.isPerson() ? "特发此证，以资鼓励。" : "特发此证。");
    values.put(TemplateField.DOCUMENT, printed.document());
    values.put(TemplateField.ISSUER, printed.issuer());
    values.put(TemplateField.DATE, DateRule.chinese(printed.issuedOn()));
    values.put(TemplateField.DATE_ENGLISH, DateRule.english(printed.issuedOn()));
    values.put(TemplateField.NUMBER, sheet.series());
    values.put(TemplateField.CODE, sheet.codeInGroups());
    values.put(TemplateField.ADDRESS, sheet.verifyAddress());
    values.put(TemplateField.QR, Png.data(QrPicture.of(sheet.verifyAddress())));
    values.put(TemplateField.SEAL, seal);
    return values;
  }

  private static String salutation(Printed printed) {
    return switch (printed.of()) {
      case TEACHER -> "老师：";
      case ADMINISTRATOR -> "同志：";
      case SCHOOL, CENTRAL_SCHOOL -> "：";
    };
  }
}

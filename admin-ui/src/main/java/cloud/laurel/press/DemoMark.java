package cloud.laurel.press;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Says on a page, whatever its template, that it was made for show and is worth nothing. */
final class DemoMark {

  /** A template that has it speaks English too. */
  static final String ENGLISH_FIELD = "{{dateEnglish}}";

  private static final String CHINESE = "演示证书 · 演示密钥签名 · 无效";
  private static final String ENGLISH = "Demonstration only · signed with a demo key · not valid";

  private static final String STYLE =
      "position: absolute; left: 0; top: 15.5mm; width: 100%; margin: 0; padding: 0;"
          + " text-align: center; text-indent: 0; font-family: sans, serif; font-size: 10.5pt;"
          + " font-weight: 400; line-height: 1.4; letter-spacing: 0; color: #A61B1B; z-index: 9";

  private DemoMark() {}

  static void add(Document page, boolean english) {
    Element mark = page.createElementNS(page.getDocumentElement().getNamespaceURI(), "p");
    mark.setAttribute("style", STYLE);
    mark.setTextContent(english ? CHINESE + " · " + ENGLISH : CHINESE);
    page.getElementsByTagName("body").item(0).appendChild(mark);
  }
}

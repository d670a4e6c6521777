package cloud.laurel.press;

import cloud.laurel.document.FontSet;
import cloud.laurel.document.FontSet.Face;
import cloud.laurel.press.PressRefused.Why;
import cloud.laurel.template.TemplateField;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A template with the values of one certificate in it. Values become text of the page's tree, so
 * that none of them is ever read as markup or as a field.
 */
final class SheetPage {

  private static final Pattern FIELD = Pattern.compile("\\{\\{([A-Za-z]+)}}");

  private static final List<Face> FACES = List.of(Face.BOLD, Face.SERIF, Face.SANS);

  private final Map<TemplateField, String> values;
  private final boolean overprint;
  private final FontSet fonts;

  private SheetPage(Map<TemplateField, String> values, boolean overprint, FontSet fonts) {
    this.values = values;
    this.overprint = overprint;
    this.fonts = fonts;
  }

  /** A page, ready to be set. */
  static Document of(
      String source, Map<TemplateField, String> values, boolean overprint, FontSet fonts)
      throws IOException {
    Document page = parsed(source);
    new SheetPage(values, overprint, fonts).fill(page.getDocumentElement());
    describe(page);
    return page;
  }

  /** PDF/UA wants a description beside the title. */
  static void describe(Document page) {
    Element title = (Element) page.getElementsByTagName("title").item(0);
    Element meta = page.createElementNS(title.getNamespaceURI(), "meta");
    meta.setAttribute("name", "subject");
    meta.setAttribute("content", title.getTextContent());
    title.getParentNode().appendChild(meta);
  }

  /** A page as a tree, without anything from elsewhere. */
  static Document parsed(String source) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(source)));
    } catch (SAXException e) {
      throw new PressRefused(Why.TEMPLATE, String.valueOf(e.getMessage()));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void fill(Element element) {
    if (isLeftOut(element)) {
      element.getParentNode().removeChild(element);
      return;
    }
    IntStream.range(0, element.getAttributes().getLength())
        .mapToObj(i -> (Attr) element.getAttributes().item(i))
        .forEach(attribute -> attribute.setValue(filled(attribute.getValue())));
    for (Node child : children(element)) {
      if (child instanceof Element inner) {
        fill(inner);
      } else if (child instanceof Text text) {
        text.setData(filled(text.getData()));
      }
    }
    if (element.hasAttribute("data-fit")) {
      fit(element);
    }
  }

  private static List<Node> children(Element element) {
    NodeList children = element.getChildNodes();
    return IntStream.range(0, children.getLength()).mapToObj(children::item).toList();
  }

  private boolean isLeftOut(Element element) {
    return overprint && element.getAttribute("data-print").equals("whole")
        || TemplateField.of(element.getAttribute("data-if"))
            .filter(field -> value(field).isEmpty())
            .isPresent();
  }

  private String filled(String text) {
    return FIELD
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    TemplateField.of(found.group(1)).map(this::value).orElse(found.group())));
  }

  private String value(TemplateField field) {
    return values.getOrDefault(field, "");
  }

  private void fit(Element element) {
    String text = element.getTextContent().strip();
    List<Integer> points =
        Arrays.stream(element.getAttribute("data-fit").split(" ")).map(Integer::valueOf).toList();
    double width = Double.parseDouble(element.getAttribute("data-width"));
    String lines = element.getAttribute("data-lines");
    FitRule.Fit fit =
        FitRule.fit(
                text,
                points,
                width,
                lines.isEmpty() ? 1 : Integer.parseInt(lines),
                part -> fonts.width(part, FACES))
            .orElseThrow(() -> new PressRefused(Why.TOO_LONG, text));
    element.setAttribute("style", "font-size: " + fit.points() + "pt");
    if (fit.lines().size() > 1) {
      element.setTextContent(fit.lines().get(0));
      element.appendChild(
          element.getOwnerDocument().createElementNS(element.getNamespaceURI(), "br"));
      element.appendChild(element.getOwnerDocument().createTextNode(fit.lines().get(1)));
    }
  }
}

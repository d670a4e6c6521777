package cloud.laurel.template;

import cloud.laurel.template.TemplateProblem.Why;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a template may contain: few elements, few attributes, no script, nothing from elsewhere. */
public final class TemplateRule {

  /** Longest template that is taken. */
  public static final int MAX_CHARACTERS = 200_000;

  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final Pattern FIELD = Pattern.compile("\\{\\{([^{}]*)}}");
  private static final Pattern PICTURE =
      Pattern.compile("\\{\\{(qr|seal)}}|data:image/png;base64,[A-Za-z0-9+/=\\s]{1,80000}");

  private static final Set<String> ELEMENTS =
      Set.of(
          "html", "head", "title", "style", "body", "h1", "h2", "h3", "p", "div", "span", "b", "br",
          "img", "table", "thead", "tbody", "tr", "td", "th");

  private static final Map<String, Predicate<String>> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("lang", v -> v.matches("[A-Za-z-]{2,20}")),
          Map.entry("class", v -> v.matches("[\\w -]*")),
          Map.entry("id", v -> v.matches("[\\w-]+")),
          Map.entry("alt", v -> true),
          Map.entry("src", v -> PICTURE.matcher(v).matches()),
          Map.entry("style", v -> true),
          Map.entry("scope", v -> v.matches("row|col")),
          Map.entry("colspan", v -> v.matches("\\d{1,2}")),
          Map.entry("rowspan", v -> v.matches("\\d{1,2}")),
          Map.entry("data-if", v -> TemplateField.of(v).isPresent()),
          Map.entry("data-print", v -> v.equals("whole")),
          Map.entry("data-fit", v -> v.matches("[1-9]\\d?( [1-9]\\d?){0,5}")),
          Map.entry("data-width", v -> v.matches("[1-9]\\d{0,2}(\\.\\d{1,2})?")),
          Map.entry("data-lines", v -> v.matches("[1-9]")));

  private final List<TemplateProblem> problems = new ArrayList<>();
  private final Set<TemplateField> found = EnumSet.noneOf(TemplateField.class);
  private final List<String> open = new ArrayList<>();
  private boolean titled;

  private TemplateRule() {}

  /** Everything that is wrong with a template, in its order; empty when it may be tried. */
  public static List<TemplateProblem> problems(String source) {
    if (source.length() > MAX_CHARACTERS) {
      return List.of(TemplateProblem.whole(Why.TOO_LARGE, ""));
    }
    TemplateRule rule = new TemplateRule();
    try {
      rule.read(source);
      rule.whole();
    } catch (XMLStreamException e) {
      rule.problems.add(
          new TemplateProblem(
              e.getLocation() == null ? 0 : e.getLocation().getLineNumber(),
              e.getLocation() == null ? 0 : e.getLocation().getColumnNumber(),
              Why.XML,
              ""));
    }
    return List.copyOf(rule.problems);
  }

  private void read(String source) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(source));
    while (reader.hasNext()) {
      Location before = reader.getLocation();
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> element(reader);
        case XMLStreamConstants.END_ELEMENT -> open.remove(open.size() - 1);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text(reader.getText(), before);
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            add(reader.getLocation(), Why.DOCTYPE, "");
        case XMLStreamConstants.PROCESSING_INSTRUCTION ->
            add(reader.getLocation(), Why.ELEMENT, "?" + reader.getPITarget());
        default -> {}
      }
    }
  }

  private void element(XMLStreamReader reader) {
    String name = reader.getLocalName();
    open.add(name);
    Location at = reader.getLocation();
    if (!ELEMENTS.contains(name) || !XHTML.equals(reader.getNamespaceURI())) {
      add(at, Why.ELEMENT, name);
    }
    boolean alt = false;
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String attribute = reader.getAttributeLocalName(i);
      boolean plain =
          reader.getAttributeNamespace(i) == null || reader.getAttributeNamespace(i).isEmpty();
      attribute(name, plain ? attribute : ":" + attribute, reader.getAttributeValue(i), at);
      alt |= attribute.equals("alt") && !reader.getAttributeValue(i).isBlank();
    }
    if (name.equals("img") && !alt) {
      add(at, Why.ALT, "");
    }
  }

  private void attribute(String element, String name, String value, Location at) {
    Predicate<String> allowed = ATTRIBUTES.get(name);
    boolean ofPicture = name.equals("src") || name.equals("alt");
    if (allowed == null || ofPicture && !element.equals("img")) {
      add(at, Why.ATTRIBUTE, name);
    } else if (!allowed.test(value)) {
      add(at, name.equals("src") ? Why.PICTURE : Why.VALUE, name);
    }
    if (name.equals("style")) {
      problems.addAll(StyleRule.declarations(value, at.getLineNumber()));
    }
    fields(value, at, name.equals("src"), f -> name.equals("src") ? f.isPicture() : isAlt(name, f));
  }

  private static boolean isAlt(String name, TemplateField field) {
    return name.equals("alt") && !field.isPicture();
  }

  private void text(String text, Location at) {
    String element = open.get(open.size() - 1);
    titled |= element.equals("title") && !text.isBlank();
    if (element.equals("style")) {
      problems.addAll(StyleRule.problems(text, at.getLineNumber()));
    }
    boolean printed = !element.equals("title");
    fields(text, at, printed, field -> !field.isPicture() && !element.equals("style"));
  }

  /** Notes the fields of a text; those in a title or of words for a picture are not printed. */
  private void fields(String text, Location at, boolean printed, Predicate<TemplateField> here) {
    Matcher matcher = FIELD.matcher(text);
    while (matcher.find()) {
      TemplateField field = TemplateField.of(matcher.group(1)).orElse(null);
      if (field == null) {
        add(at, Why.FIELD, matcher.group(1));
      } else if (!here.test(field)) {
        add(at, Why.FIELD_PLACE, field.text());
      } else if (printed) {
        found.add(field);
      }
    }
  }

  private void whole() {
    if (!titled) {
      problems.add(TemplateProblem.whole(Why.TITLE, ""));
    }
    for (TemplateField field : TemplateField.values()) {
      if (field.isRequired() && !found.contains(field)) {
        problems.add(TemplateProblem.whole(Why.FIELD_MISSING, field.text()));
      }
    }
  }

  private void add(Location at, Why why, String detail) {
    problems.add(new TemplateProblem(at.getLineNumber(), at.getColumnNumber(), why, detail));
  }
}

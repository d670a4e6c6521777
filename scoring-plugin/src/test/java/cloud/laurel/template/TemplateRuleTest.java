package cloud.laurel.template;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.store.Sha256;
import cloud.laurel.template.TemplateProblem.Why;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template may contain, and what is said about the rest. */
class TemplateRuleTest {

  private static final String PLAIN =
      """
      <html xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN">
      <head><title>证书</title>
      <style>
      p { color: #1A1A1A; }
      /* STYLE */
      </style></head>
      <body>
      <p>{{name}} {{honour}} {{issuer}} {{date}} {{number}} {{code}}</p>
      <p><img src="{{qr}}" alt="二维码"/></p>
      <p>BODY</p>
      </body></html>
      """;

  private static List<Why> body(String markup) {
    return TemplateRule.problems(PLAIN.replace("BODY", markup)).stream()
        .map(TemplateProblem::why)
        .toList();
  }

  private static List<Why> style(String rule) {
    return TemplateRule.problems(PLAIN.replace("/* STYLE */", rule)).stream()
        .map(TemplateProblem::why)
        .toList();
  }

  @Test
  void thoseThatLaurelBringsAlongAreAllowed() {
    assertThat(ShippedTemplates.ALL)
        .allSatisfy(shipped -> assertThat(TemplateRule.problems(shipped.source())).isEmpty());
    assertThat(TemplateRule.problems(PLAIN)).isEmpty();
  }

  @Test
  void theirTextNeverChangesUnderTheirId() {
    // certificates name them by id: a changed text is a new version, with a file of its own
    assertThat(ShippedTemplates.ALL)
        .extracting(shipped -> shipped.id() + " " + Sha256.hex(shipped.source()).substring(0, 16))
        .contains("-1 4f797a357c0f919b", "-2 4e0ab8488586fb30", "-3 13277ec244e2822b")
        .contains("-4 eb531680fc0af799", "-5 cbb0f793f4067a07", "-6 2435be066293f1f6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<script>alert(1)</script>|ELEMENT",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>|ELEMENT",
        "<object data=\"x\"/>|ELEMENT,ATTRIBUTE",
        "<iframe/>|ELEMENT",
        "<link href=\"http://x/\"/>|ELEMENT,ATTRIBUTE",
        "<span onclick=\"x()\">y</span>|ATTRIBUTE",
        "<span href=\"http://x/\">y</span>|ATTRIBUTE",
        "<img src=\"http://x/y.png\" alt=\"z\"/>|PICTURE",
        "<img src=\"file:///etc/passwd\" alt=\"z\"/>|PICTURE",
        "<img src=\"data:image/svg+xml;base64,PHN2Zz4=\" alt=\"z\"/>|PICTURE",
        "<img src=\"{{qr}}\"/>|ALT",
        "<img src=\"{{name}}\" alt=\"z\"/>|PICTURE,FIELD_PLACE",
        "{{password}}|FIELD",
        "{{seal}}|FIELD_PLACE",
        "<span data-if=\"points\">x</span>|VALUE",
        "<span data-fit=\"0\">x</span>|VALUE",
        "<span style=\"position: fixed\">x</span>|PROPERTY",
        "<span style=\"display: none\">x</span>|PROPERTY",
        "<?php echo 1 ?>|ELEMENT"
      })
  void whatIsNotOnTheListIsRefused(String markup, String why) {
    assertThat(body(markup)).extracting(Why::name).containsExactly(why.split(","));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@import url(http://x/y.css);",
        "@font-face { font-family: x; src: url(http://x/y.ttf) }",
        "p { background: url(http://x/y.png) }",
        "p { background: url(//x/y.png) }",
        "p { background: u\\72l(http://x/y.png) }",
        "p { content: \"x\" }",
        "p { width: expression(alert(1)) }",
        "p { -fs-page-sequence: start }",
        "p { display: none }",
        "p { position: fixed }",
        "p { visibility: hidden }",
        "p { color: red",
        "@media print { p { color: red } }"
      })
  void styleSheetsFetchHideAndMakeNothing(String rule) {
    assertThat(style(rule)).isNotEmpty().isSubsetOf(Why.STYLE, Why.PROPERTY);
  }

  @Test
  void aSmallPictureMayLieInTheStyleSheet() {
    assertThat(style("p { background: url(data:image/png;base64,iVBORw0KGgo=) }")).isEmpty();
    assertThat(style("@page { size: 297mm 210mm; margin: 0 }")).isEmpty();
  }

  @Test
  void entitiesAndDocumentTypesAreRefused() {
    assertThat(
            TemplateRule.problems(
                "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n" + PLAIN))
        .extracting(TemplateProblem::why)
        .contains(Why.DOCTYPE);
    assertThat(body("&x;")).isNotEmpty();
    assertThat(TemplateRule.problems("")).extracting(TemplateProblem::why).contains(Why.XML);
  }

  @Test
  void everyProblemNamesItsLine() {
    assertThat(TemplateRule.problems(PLAIN.replace("BODY", "<u>x</u>")))
        .containsExactly(new TemplateProblem(10, 7, Why.ELEMENT, "u"));
    assertThat(TemplateRule.problems(PLAIN.replace("/* STYLE */", "p { cursor: help }")))
        .containsExactly(new TemplateProblem(5, 5, Why.PROPERTY, "cursor: help"));
    assertThat(TemplateRule.problems(PLAIN.replace("</body>", "")))
        .extracting(TemplateProblem::line)
        .containsExactly(11);
  }

  @Test
  void whatEveryCertificateNeedsMustBePrinted() {
    assertThat(TemplateRule.problems(PLAIN.replace("{{name}}", "").replace("证书", "{{name}}")))
        .containsExactly(TemplateProblem.whole(Why.FIELD_MISSING, "name"));
    assertThat(TemplateRule.problems(PLAIN.replace("<title>证书</title>", "")))
        .containsExactly(TemplateProblem.whole(Why.TITLE, ""));
    assertThat(TemplateRule.problems("x".repeat(200_001)))
        .containsExactly(TemplateProblem.whole(Why.TOO_LARGE, ""));
  }
}

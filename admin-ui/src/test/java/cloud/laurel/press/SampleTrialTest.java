package cloud.laurel.press;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.document.Judges;
import cloud.laurel.document.PdfJudge;
import cloud.laurel.template.ShippedTemplates;
import cloud.laurel.template.Template;
import cloud.laurel.template.TemplateProblem;
import cloud.laurel.template.TemplateProblem.Why;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Templates on trial, and the page that printers are measured with. */
class SampleTrialTest {

  private static Optional<Why> fault(String find, String replacement) {
    String source = ShippedTemplates.PLAIN.source();
    assertThat(source).contains(find);
    Template changed =
        new Template(
            7, "own", 1, source.replace(find, replacement), Optional.empty(), Optional.empty());
    return new SampleTrial(Sheets.PRINTER).fault(changed).map(TemplateProblem::why);
  }

  @Test
  void thoseThatLaurelBringsAlongPrintTheLongestTexts() {
    assertThat(ShippedTemplates.ALL)
        .allSatisfy(t -> assertThat(new SampleTrial(Sheets.PRINTER).fault(t)).isEmpty());
  }

  @Test
  void whatDoesNotFitIsFound() {
    assertThat(fault("</body>", "<p>{{campaign}}</p>".repeat(40) + "</body>")).contains(Why.PAGES);
    assertThat(fault("data-width=\"150\" data-lines=\"5\"", "data-width=\"40\" data-lines=\"1\""))
        .contains(Why.TOO_LONG);
    assertThat(fault(".closing { left: 92mm;", ".closing { left: 150mm;")).contains(Why.OUTSIDE);
  }

  @Test
  void thePageOfCrossesMovesWithTheOffset() throws IOException {
    byte[] pdf = Sheets.keep("crosses.pdf", Sheets.PRINTER.crosses(Mode.overprint(3, -4), false));

    PdfJudge.assertArchivable(pdf);
    assertThat(Judges.text(pdf)).contains("向右 1.5 毫米，向下 -2.0 毫米");
    assertThat(TemplateStep.half("-2")).contains(-4);
    assertThat(TemplateStep.half("20.5")).isEmpty();
    assertThat(TemplateStep.half("0.3")).isEmpty();
    assertThat(TemplateStep.millimetres(3)).isEqualTo("1.5");
  }
}

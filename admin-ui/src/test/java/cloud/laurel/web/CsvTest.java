package cloud.laurel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
  void whatASpreadsheetWouldRunIsText(String text) {
    assertThat(Csv.cell(text)).isEqualTo("'" + text);
  }

  @Test
  void separatorsAndQuotesAreQuoted() {
    assertThat(Csv.line(List.of("a,b", "say \"x\"", "两行\n字")))
        .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"两行\n字\"\r\n");
  }
}

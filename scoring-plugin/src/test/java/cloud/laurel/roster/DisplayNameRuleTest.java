package cloud.laurel.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayNameRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "林|小雨|林小雨",
        "林　|雨|林雨",
        " 林| 雨 |林雨",
        "''|林　雨|林雨",
        "''|林 雨|林雨",
        "Lin|Anna|Anna Lin",
        "林|Anna|Anna 林",
        "''|阿依•古丽|阿依·古丽",
        "''|阿依‧古丽|阿依·古丽",
        "古丽|阿依・|古丽阿依·",
        "''|Anna   Maria|Anna Maria",
        "''|Zoe\u0308|Zo\u00EB",
        "林|雨2|林雨2",
        "犇|''|犇"
      })
  void joinsFamilyAndGivenName(String family, String given, String name) {
    assertThat(DisplayNameRule.join(family, given)).isEqualTo(name);
  }
}

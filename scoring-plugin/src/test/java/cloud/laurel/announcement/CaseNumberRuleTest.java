package cloud.laurel.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a case number looks like, and how far it may be mistyped. */
class CaseNumberRuleTest {

  private static final String NUMBER =
      CaseNumberRule.number(2026, 7, 123_456_789_012_345L % (1L << 45));

  @Test
  void numberSaysYearAndPlaceAndEndsWithACheckDigit() {
    assertThat(NUMBER).matches("YY-2026-0007-[0-9A-HJKMNP-TV-Z]{10}");
    assertThat(CaseNumberRule.number(2026, 12345, 0)).startsWith("YY-2026-12345-000000000");
  }

  @Test
  void spacesHyphensCaseWidthAndLookalikesDoNotMatter() {
    String zero = CaseNumberRule.number(2026, 7, 1);
    assertThat(CaseNumberRule.read(NUMBER.toLowerCase())).contains(NUMBER);
    assertThat(CaseNumberRule.read(" " + NUMBER.replace("-", "") + " ")).contains(NUMBER);
    assertThat(CaseNumberRule.read(NUMBER.replace("-", " － "))).contains(NUMBER);
    assertThat(CaseNumberRule.read(NUMBER.replace("YY", "ＹＹ"))).contains(NUMBER);
    assertThat(CaseNumberRule.read(zero.replace("000000001", "OOOOooooL"))).contains(zero);
  }

  @Test
  void everyWrongDigitIsFound() {
    int secret = NUMBER.lastIndexOf('-') + 1;
    for (int at = secret; at < NUMBER.length(); at++) {
      for (char other : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray()) {
        StringBuilder typed = new StringBuilder(NUMBER);
        typed.setCharAt(at, other);
        assertThat(CaseNumberRule.read(typed.toString()).isPresent())
            .as(typed.toString())
            .isEqualTo(other == NUMBER.charAt(at));
      }
    }
    assertThat(CaseNumberRule.read(NUMBER.replace("-0007-", "-0008-"))).isEmpty();
  }
}

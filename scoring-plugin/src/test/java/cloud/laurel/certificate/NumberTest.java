package cloud.laurel.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Rules.Honour.Of;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of certificates: what they look like, and how far they may be mistyped. */
class NumberTest {

  private static final String CODE = CodeRule.draw(new Random(7));
  private static final CertificateNumber NUMBER = new CertificateNumber("LR-2021-12-T-0001", CODE);

  @Test
  void codeHasFourteenCharactersInGroupsOfFour() {
    assertThat(NUMBER.groups()).matches("([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{2}");
    assertThat(NUMBER.text()).isEqualTo("LR-2021-12-T-0001-" + NUMBER.groups());
    assertThat(Math.pow(CodeRule.ALPHABET.length(), CodeRule.LENGTH - 1))
        .isGreaterThan(Math.pow(2, 64));
  }

  @Test
  void everyWrongCharacterAndEverySwappedPairIsFound() {
    Random random = new Random(11);
    for (int round = 0; round < 50; round++) {
      String code = CodeRule.draw(random);
      Set<String> wrong = new HashSet<>();
      for (int at = 0; at < code.length(); at++) {
        for (char other : CodeRule.ALPHABET.toCharArray()) {
          StringBuilder typed = new StringBuilder(code);
          typed.setCharAt(at, other);
          wrong.add(typed.toString());
        }
        for (int with = at + 1; with < code.length(); with++) {
          StringBuilder typed = new StringBuilder(code);
          typed.setCharAt(at, code.charAt(with));
          typed.setCharAt(with, code.charAt(at));
          wrong.add(typed.toString());
        }
      }
      wrong.remove(code);
      assertThat(wrong).noneMatch(CodeRule::isCode);
    }
  }

  @Test
  void numberIsReadHoweverItIsTyped() {
    String wide = NUMBER.text().replace('-', '－').replace('L', 'Ｌ');
    for (String typed :
        new String[] {
          NUMBER.text(),
          NUMBER.text().toLowerCase(),
          wide,
          NUMBER.text().replace("-", " "),
          CODE,
          " " + NUMBER.groups() + " ",
          NUMBER.groups().replace("-", " – ")
        }) {
      assertThat(LookupRule.number(typed)).as(typed).hasValueSatisfying(t -> t.fits(NUMBER));
    }
    assertThat(LookupRule.number("LR-2021-12-T-0002-" + NUMBER.groups()))
        .hasValueSatisfying(t -> assertThat(t.fits(NUMBER)).isFalse());
    assertThat(LookupRule.number("LR-2021-12-T-0001")).isEmpty();
    assertThat(LookupRule.number("")).isEmpty();
    assertThat(LookupRule.number("A".repeat(100_000))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "石教〔2021〕12号, TEACHER, LR-2021-12-T",
    "石教[2021]012号, ADMINISTRATOR, LR-2021-12-A",
    "'', SCHOOL, LR-2022-S",
    "口头决定, CENTRAL_SCHOOL, LR-2022-C"
  })
  void seriesNamesTheDecidingDocument(String document, Of of, String head) {
    assertThat(SeriesRule.head("LR", document, LocalDate.parse("2022-01-05"), of)).isEqualTo(head);
  }
}

package cloud.laurel.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.certificate.NameFinding.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as they are printed, and what is said about them. */
class NameRuleTest {

  private final NameRule rule = new NameRule(new TestPress()::unprintable);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "王五",
        "欧阳㛃䶮龘",
        "喆堃犇骉𬭩𫖯𬀩",
        "阿卜杜热合曼·买买提",
        "John Smith-O’Neill",
        "Ñandú Ångström",
        "〇一"
      })
  void namesOfAllKindsArePrintedAsTheyAre(String name) {
    assertThat(rule.check(name)).isEqualTo(new NameRule.Checked(name, List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "'张 三', 张三, PADDED",
    "'张　三', 张三, PADDED",
    "'John   Smith', John Smith, PADDED",
    "买买提•吐尔逊, 买买提·吐尔逊, DOT",
    "买买提・吐尔逊, 买买提·吐尔逊, DOT",
    "买买提 · 吐尔逊, 买买提·吐尔逊, DOT",
    "张三2, 张三2, UNUSUAL",
    "<b>张三</b>, <b>张三</b>, UNUSUAL"
  })
  void oddNamesArePrintedTidilyAndTold(String given, String printed, Kind kind) {
    NameRule.Checked checked = rule.check(given);
    assertThat(checked.name()).isEqualTo(printed);
    assertThat(checked.findings()).extracting(NameFinding::kind).containsExactly(kind);
    assertThat(checked.findings().get(0).blocks()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'', MISSING",
    "'   ', MISSING",
    "张\u200B三, INVISIBLE",
    "\u202E张三, INVISIBLE",
    "张\uFEFF三, INVISIBLE",
    "张☃, UNPRINTABLE",
    "བཀྲ་ཤིས, UNPRINTABLE"
  })
  void whatCannotBePrintedIsRefused(String given, Kind kind) {
    assertThat(rule.check(given).findings()).extracting(NameFinding::kind).containsExactly(kind);
    assertThat(rule.check(given).findings().get(0).blocks()).isTrue();
  }

  @Test
  void unseenCharactersAndMissingLettersAreNamed() {
    assertThat(rule.check("张\u200B三\u202E").findings().get(0).words())
        .containsExactly("U+200B", "U+202E");
    assertThat(rule.check("☃张☃").findings().get(0).words()).containsExactly("☃");
  }

  @Test
  void fiftyCharactersArePrintedAndMoreAreNot() {
    assertThat(rule.check("龘".repeat(50)).findings()).isEmpty();
    assertThat(rule.check("𬭩".repeat(50)).findings()).isEmpty();
    assertThat(rule.check("龘".repeat(51)).findings())
        .extracting(NameFinding::kind)
        .containsExactly(Kind.TOO_LONG);
    assertThat(rule.check("龘".repeat(301)).name()).hasSizeLessThan(50);
  }
}

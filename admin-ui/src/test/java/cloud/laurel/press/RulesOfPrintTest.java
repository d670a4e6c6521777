package cloud.laurel.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Dates, names that fit, and letters. */
class RulesOfPrintTest {

  private static final List<Integer> SIZES = List.of(26, 24, 22, 20);

  private static Optional<FitRule.Fit> fit(String text) {
    return FitRule.fit(text, SIZES, 150, 1, part -> part.codePointCount(0, part.length()));
  }

  @Test
  void datesAreWrittenInNumerals() {
    assertThat(DateRule.chinese(LocalDate.of(2021, 7, 12))).isEqualTo("二〇二一年七月十二日");
    assertThat(DateRule.chinese(LocalDate.of(2020, 10, 20))).isEqualTo("二〇二〇年十月二十日");
    assertThat(DateRule.chinese(LocalDate.of(2022, 12, 31))).isEqualTo("二〇二二年十二月三十一日");
    assertThat(DateRule.english(LocalDate.of(2021, 7, 2))).isEqualTo("2 July 2021");
  }

  @Test
  void aNameShrinksBeforeItBreaks() {
    assertThat(fit("王喆老师：")).contains(new FitRule.Fit(26, List.of("王喆老师：")));
    assertThat(fit("长".repeat(17))).map(FitRule.Fit::points).contains(24);
    assertThat(fit("长".repeat(21))).map(FitRule.Fit::points).contains(20);
  }

  @Test
  void aNameBreaksAfterADotAndNeverBeforeOne() {
    String name = "一二三四五六七八九十·一二三四五六七八九十一二三";
    assertThat(fit(name).orElseThrow().lines()).containsExactly("一二三四五六七八九十·", "一二三四五六七八九十一二三");
    String none = "一二三四五六七八九十一二三四五六七八九十一二三四五";
    assertThat(fit(none).orElseThrow().lines())
        .containsExactly(none.substring(0, 21), none.substring(21));
    assertThat(fit("长".repeat(300))).isEmpty();
  }

  @Test
  void lettersThatCannotBeSetAreNamed() {
    NameFonts names = new NameFonts(Sheets.FONTS);
    assertThat(names.missing("㛃䶮龘喆堃犇骉𬭩𫖯𬀩·Zoë")).isEmpty();
    assertThat(names.missing("王\uE000")).containsExactly(0xE000);
    assertThat(List.of("ئابدۇرېھىم", "བསོད་ནམས", "ᠪᠠᠭᠠᠲᠤᠷ", "सीता")).allMatch(names::needsShaping);
    assertThat(names.needsShaping("阿卜杜·Müller 王喆")).isFalse();
    assertThat(names.unprintable("王ا喆\uE000ا")).containsExactly("ا", "\uE000");
  }
}

package cloud.laurel.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.bulletin.Finding.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures by name. */
class FigureRuleTest {

  private final FigureRule figures =
      new FigureRule(
          Map.of("schools", "66", "teachersEligible", "3772", "teacherRegistrationRate", "89.5%"));

  private static Part text(String text) {
    return new Part(Part.Kind.TEXT, "", text, "", 0, false);
  }

  @Test
  void namesBecomeNumbersWhenPrinted() {
    assertThat(
            figures.printed(text("共{schools}所，{ teachersEligible }个，{teacherRegistrationRate}。")))
        .isEqualTo("共66所，3772个，89.5%。");
    assertThat(figures.printed(new Part(Part.Kind.BOARD, "", "前{places}名：", "TOTAL", 10, false)))
        .isEqualTo("前10名：");
  }

  @Test
  void anUnknownNameStaysAndIsFoundWithItsPlace() {
    Part part = text("共{scholen}所，{places}");
    assertThat(figures.printed(part)).isEqualTo(part.text());
    assertThat(figures.unknown(3, part))
        .containsExactly(
            Finding.in(3, Kind.UNKNOWN_FIGURE, "scholen", "2"),
            Finding.in(3, Kind.UNKNOWN_FIGURE, "places", "13"));
  }

  @Test
  void aTypedNumberThatAFigurePrintsIsHintedAt() {
    assertThat(figures.typed(0, text("共66所，3,772个，注册率89.5%，另有{schools}所")))
        .containsExactly(
            Finding.in(0, Kind.TYPED_FIGURE, "66", "schools"),
            Finding.in(0, Kind.TYPED_FIGURE, "3,772", "teachersEligible"),
            Finding.in(0, Kind.TYPED_FIGURE, "89.5%", "teacherRegistrationRate"));
    assertThat(figures.typed(0, text("第66届，2066年，66.5分，〔66〕，1166，66月"))).isEmpty();
  }
}

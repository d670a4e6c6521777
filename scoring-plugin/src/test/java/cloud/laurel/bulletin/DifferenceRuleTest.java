package cloud.laurel.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What one version says otherwise than another. */
class DifferenceRuleTest {

  private static Part text(String text) {
    return new Part(Part.Kind.TEXT, "", text, "", 0, false);
  }

  private static Content content(String number, String... texts) {
    return new Content(
        "石首市教育局",
        number,
        "通报",
        Optional.empty(),
        Arrays.stream(texts).map(DifferenceRuleTest::text).toList());
  }

  private static List<String> between(Content before, Content after) {
    return DifferenceRule.between(before, after).stream()
        .map(line -> (line.added() ? "+" : "-") + line.text())
        .toList();
  }

  @Test
  void onlyWhatChangedIsNamed() {
    assertThat(between(content("", "甲", "乙", "丙"), content("", "甲", "乙", "丙"))).isEmpty();
    assertThat(between(content("", "甲", "乙", "丙"), content("石教〔2021〕1号", "甲", "丁", "丙", "戊")))
        .containsExactly("+石教〔2021〕1号", "-乙", "+丁", "+戊");
    assertThat(between(content("", "甲", "乙"), content("", "乙", "甲"))).hasSize(2);
  }
}

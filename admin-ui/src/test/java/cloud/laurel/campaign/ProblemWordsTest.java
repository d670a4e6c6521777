package cloud.laurel.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.web.Texts;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemWordsTest {

  private static final Texts CHINESE = Texts.in(Locale.SIMPLIFIED_CHINESE);
  private static final Texts ENGLISH = Texts.in(Locale.ENGLISH);
  private static final String NOTICE = CampaignTemplates.notice(LocalDate.of(2026, 11, 22));

  static Stream<Texts> languages() {
    return Stream.of(CHINESE, ENGLISH);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyProblemHasWords(Texts language) {
    assertThat(Arrays.stream(FieldProblem.Kind.values()).map(FieldProblem.Kind::id))
        .allMatch(language::has);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyFieldOfTheFormatHasAName(Texts language) {
    JsonObject schema = json(CampaignSchema.text());
    List<String> fields = fields(schema, "field").toList();
    assertThat(fields).contains("field.indicators.limit.count", "field.openingGate.students");
    assertThat(fields).allMatch(language::has);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyStateAndStepAndEventHasWords(Texts language) {
    assertThat(
            Stream.of(
                    Arrays.stream(Campaign.State.values())
                        .flatMap(s -> Stream.of("campaigns.state." + s, "campaign.means." + s)),
                    Arrays.stream(CampaignStep.values())
                        .flatMap(
                            s ->
                                Stream.of(
                                    "campaign.step." + s,
                                    "campaign.confirm." + s,
                                    "campaign.do." + s)),
                    Arrays.stream(CampaignEvent.Kind.values()).map(k -> "campaign.event." + k),
                    Arrays.stream(Limit.Per.values())
                        .flatMap(p -> Stream.of("limit." + p, "edit.per." + p)))
                .flatMap(keys -> keys))
        .allMatch(language::has);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "indicators[12].points | 教师指标 3“网络教研” · 每次计分 | Teachers, indicator 3 “网络教研” · Points each time",
        "indicators[0].limit.per | 管理员指标 1“年级管理” · 计次周期 | Administrators, indicator 1 “年级管理” · Limit period",
        "participation[0].tiers[1].atLeast | 参与规则 1“课程学习/完成作业” · 第 2 档 · 参与率达到（%） | Participation rule 1 “课程学习/完成作业” · Tier 2 · Share from (%)",
        "schoolScore.terms[2] | 学校得分由哪几项相加 | The score of a school is the sum of",
        "scoring.to | 计分期结束日 | Last scoring day",
        "indicators[99] | 指标 100 | Indicator 100",
        "'' | 活动 | Campaign",
        "luck[0].x | luck[0].x | luck[0].x"
      })
  void fieldIsCalledByItsRowAndName(String path, String chinese, String english) {
    assertThat(ProblemWords.of(CHINESE, NOTICE).label(path)).isEqualTo(chinese);
    assertThat(ProblemWords.of(ENGLISH, NOTICE).label(path)).isEqualTo(english);
  }

  @Test
  void brokenTextIsSpokenOfAsAWhole() {
    assertThat(
            ProblemWords.of(CHINESE, "{")
                .say(List.of(new FieldProblem("", FieldProblem.Kind.NOT_JSON, "1", "2"))))
        .containsExactly(new ProblemWords.Said("", "活动", "不是有效的 JSON：请看第 1 行第 2 列"));
  }

  /** The names of all properties of a schema, those of a list's elements after the list's. */
  private static Stream<String> fields(JsonObject schema, String prefix) {
    Stream<String> own =
        schema.containsKey("properties")
            ? schema.getJsonObject("properties").entrySet().stream()
                .flatMap(
                    p -> {
                      String name = prefix + "." + p.getKey();
                      return Stream.concat(
                          Stream.of(name), fields(p.getValue().asJsonObject(), name));
                    })
            : Stream.empty();
    JsonValue items = schema.getOrDefault("items", JsonValue.EMPTY_JSON_OBJECT);
    return Stream.concat(
        own,
        items.asJsonObject().containsKey("properties")
            ? Stream.concat(Stream.of(prefix + ".row"), fields(items.asJsonObject(), prefix))
            : Stream.empty());
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}

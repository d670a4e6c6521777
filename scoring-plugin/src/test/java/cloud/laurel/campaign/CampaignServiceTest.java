package cloud.laurel.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.engine.TestEngine;
import cloud.laurel.plugin.Problem;
import cloud.laurel.store.InvalidInput;
import cloud.laurel.store.TestDatabase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CampaignServiceTest {

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  @ParameterizedTest
  @EnumSource
  void noticeIsTakenAsDataAndGivenBackAsItWas(TestDatabase kind) {
    TestEngine engine = new TestEngine(kind, "2020-12-20T00:00:00Z");
    Campaign campaign = engine.campaign();
    assertThat(campaign.indicators()).hasSize(19);
    assertThat(campaign.participation())
        .singleElement()
        .satisfies(p -> assertThat(p.tiers()).hasSize(3));
    assertThat(json(engine.engine.campaigns().json("shishou-2020").orElseThrow()))
        .containsAllEntriesOf(json(TestEngine.notice()))
        .containsKey("state");
    assertThat(engine.engine.campaigns().current()).map(Campaign::code).contains("shishou-2020");
  }

  @ParameterizedTest
  @EnumSource
  void codeIsTakenOnlyOnce(TestDatabase kind) {
    TestEngine engine = new TestEngine(kind, "2020-12-20T00:00:00Z");
    engine.campaign();
    assertThatThrownBy(engine::campaign)
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("code"));
    assertThat(engine.engine.campaigns().all()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"shishou-2020\" | \"Shi shou\" | code",
        "\"2021-06-30\" | \"2020-06-31\" | scoring.to",
        "\"to\": \"2021-06-30\" | \"to\": \"2020-06-30\" | scoring.to",
        "Asia/Shanghai | Asia/Atlantis | timeZone",
        "\"ADMINISTRATOR\" | \"HEADMASTER\" | indicators[0].role",
        "\"points\": 10 | \"points\": -1 | indicators[0].points",
        "\"per\": \"CAMPAIGN\" | \"per\": \"DECADE\" | indicators[0].limit.per",
        "\"class-management\" | \"grade-management\" | indicators[1].code",
        "\"0.60\" | \"0.40\" | participation[0].tiers[1].atLeast",
        "\"0.40\" | \"40 %\" | participation[0].tiers[0].atLeast",
        "\"STUDENT_MEAN\" | \"LUCK\" | schoolScore.terms[2]",
        "\"fromGrade\": 3 | \"fromGrade\": 0 | eligibleStudents.fromGrade"
      })
  void eachBadFieldIsNamedAndNothingIsStored(String part, String replacement, String field) {
    TestEngine engine = new TestEngine(TestDatabase.H2, "2020-12-20T00:00:00Z");
    String text = json(TestEngine.notice()).toString();
    String pattern = part.replace(": ", ":");
    assertThat(text).contains(pattern);
    int at = text.indexOf(pattern);
    String bad = text.substring(0, at) + replacement + text.substring(at + pattern.length());
    assertThatThrownBy(() -> engine.engine.campaigns().create(bad, ""))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e -> assertThat(e.problems()).extracting(Problem::field).contains(field));
    assertThat(engine.engine.campaigns().all()).isEmpty();
  }

  @Test
  void brokenJsonSaysWhere() {
    TestEngine engine = new TestEngine(TestDatabase.H2, "2020-12-20T00:00:00Z");
    assertThatThrownBy(() -> engine.engine.campaigns().create("{\n \"code\": \"x\",,", ""))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> engine.engine.campaigns().create("[]", ""))
        .isInstanceOf(InvalidInput.class);
  }
}

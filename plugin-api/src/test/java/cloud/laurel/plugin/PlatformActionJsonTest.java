package cloud.laurel.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformActionJsonTest {

  private static final String VALID =
      "{\"id\":\"a1\",\"type\":\"lesson.prepared\",\"actor\":\"t1\","
          + "\"occurredAt\":\"2020-12-01T08:30:00+08:00\"}";

  @Test
  void whatIsWrittenIsReadBack() {
    PlatformAction action =
        new PlatformAction(
            "a1",
            "teacher.invited",
            "t1",
            Instant.parse("2020-12-01T00:30:00.123456789Z"),
            Optional.of("s1"),
            Optional.of(new PlatformAction.ObjectRef("o1", Optional.of("《𬭩》第一课"))),
            List.of("t2", "t3", "t2"),
            Map.of("minutes", 45L, "public", true, "subject", "语文"));
    PlatformAction read = PlatformActionJson.parse(PlatformActionJson.toJson(action).toString());
    assertThat(read).isEqualTo(action);
    assertThat(read.counterparts()).containsExactly("t2", "t3");
    assertThat(read.occurredAt()).isEqualTo("2020-12-01T00:30:00.123456Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"id\":\"a1\" | \"id\":\"\" | id",
        "\"id\":\"a1\" | \"id\":7 | id",
        "lesson.prepared | Lesson Prepared | type",
        "\"actor\":\"t1\", | '' | actor",
        "+08:00 | '' | occurredAt",
        "2020-12-01T | 2020-13-01T | occurredAt",
        "\"actor\": | \"object\":5,\"actor\": | object",
        "\"actor\": | \"object\":{\"name\":\"x\"},\"actor\": | object.id",
        "\"actor\": | \"counterparts\":[1],\"actor\": | counterparts[0]",
        "\"actor\": | \"attributes\":{\"a\":[]},\"actor\": | attributes.a",
      })
  void eachBadFieldIsNamed(String part, String replacement, String field) {
    assertThatThrownBy(() -> PlatformActionJson.parse(VALID.replace(part, replacement)))
        .isInstanceOfSatisfying(
            PlatformActionJson.InvalidAction.class,
            e -> assertThat(e.problem().field()).isEqualTo(field));
  }

  @Test
  void nobodyLosesAnActionOverALongOrBrokenName() {
    String name = "课".repeat(600) + "\\ud83c";
    PlatformAction action =
        PlatformActionJson.parse(
            VALID.replace(
                "\"actor\":",
                "\"object\":{\"id\":\"o\",\"name\":\"a\\u0000b\\ud800"
                    + name
                    + "\"},"
                    + "\"attributes\":{\"text\":\""
                    + "x".repeat(5000)
                    + "\"},\"actor\":"));
    assertThat(action.object().orElseThrow().name().orElseThrow())
        .hasSize(500)
        .startsWith("a b\uFFFD课");
    assertThat((String) action.attributes().get("text")).hasSize(4000);
  }

  @Test
  void halfACharacterInAnIdIsRefused() {
    assertThatThrownBy(() -> PlatformActionJson.parse(VALID.replace("\"t1\"", "\"t\\ud800\"")))
        .isInstanceOf(PlatformActionJson.InvalidAction.class)
        .hasMessageStartingWith("actor");
  }
}

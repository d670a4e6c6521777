package cloud.laurel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.web.RequestBody;
import jakarta.json.JsonArray;
import org.junit.jupiter.api.Test;

class ActionsResourceTest {

  private static final String GOOD =
      """
      {"id":"%s","type":"lesson.prepared","actor":"t1","occurredAt":"2020-12-01T08:00:00+08:00"}
      """;

  @Test
  void malformedElementsAreNamedAndTheOthersTaken() {
    ActionsResource.Batch batch =
        batch("[" + GOOD.formatted("a") + ", 5, {\"id\":\"x\"}, " + GOOD.formatted("b") + "]");

    assertThat(batch.actions()).extracting("id").containsExactly("a", "b");
    assertThat(batch.rejected())
        .extracting(ActionsResource.Rejected::index, ActionsResource.Rejected::field)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, ""),
            org.assertj.core.groups.Tuple.tuple(2, "type"));
  }

  private static ActionsResource.Batch batch(String json) {
    return ActionsResource.Batch.of((JsonArray) RequestBody.json(json));
  }
}

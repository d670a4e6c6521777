package cloud.laurel.web;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.plugin.Problem;
import cloud.laurel.store.InvalidInput;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemDetailTest {

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 406, 415, 503})
  void everyStatusHasADocument(int status) {
    JsonObject json = ProblemDetail.ofStatus(status).toJson();

    assertThat(json.getInt("status")).isEqualTo(status);
    assertThat(json).containsKeys("type", "title", "detail").doesNotContainKey("errors");
  }

  @Test
  void invalidInputNamesEveryField() {
    InvalidInput input =
        new InvalidInput(
            List.of(new Problem("title", "is missing"), new Problem("to", "lies before from")));

    JsonObject json = ApiExceptions.invalid(input).toJson();

    assertThat(json.getInt("status")).isEqualTo(422);
    assertThat(json.getJsonArray("errors")).hasSize(2);
    assertThat(json.getJsonArray("errors").getJsonObject(1).getString("field")).isEqualTo("to");
  }

  @Test
  void unexpectedFailureTellsItsNumberAndNothingElse() {
    JsonObject json =
        ApiExceptions.unexpected(new IllegalStateException("secret of the inside")).toJson();

    assertThat(json.getString("code")).isEqualTo("LRL-09001");
    assertThat(json.getString("instance")).startsWith("urn:uuid:");
    assertThat(json.toString()).doesNotContain("secret", "IllegalState");
  }
}

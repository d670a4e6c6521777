package cloud.laurel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {

  @Test
  void brokenJsonIsLocated() {
    assertThatExceptionOfType(ApiProblem.class)
        .isThrownBy(() -> RequestBody.json("[\n {\"id\": }\n]"))
        .satisfies(e -> assertThat(e.problem().status()).isEqualTo(400))
        .withMessageContaining("line 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[", "[1] [2]", "nul", "{\"a\":1,}", "\u0000"})
  void anythingElseThanOneValueIsRefused(String text) {
    assertThatExceptionOfType(ApiProblem.class)
        .isThrownBy(() -> RequestBody.json(text))
        .satisfies(e -> assertThat(e.problem().kind()).isEqualTo("broken-json"));
  }

  @Test
  void anOverlongNumberIsRefusedAndNotAFailure() {
    assertThatExceptionOfType(ApiProblem.class)
        .isThrownBy(() -> RequestBody.json("[" + "1".repeat(2000) + "]"))
        .satisfies(e -> assertThat(e.problem().status()).isEqualTo(400));
  }

  @Test
  void deepNestingIsRefusedAndNotAFailure() {
    assertThatExceptionOfType(ApiProblem.class)
        .isThrownBy(() -> RequestBody.json("[".repeat(100_000)))
        .satisfies(e -> assertThat(e.problem().status()).isEqualTo(400));
  }
}

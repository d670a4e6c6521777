package cloud.laurel.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cloud.laurel.plugin.Problem;
import cloud.laurel.web.ApiProblem;
import org.junit.jupiter.api.Test;

class PagingTest {

  @Test
  void withoutParametersTheFirstFiftyRowsAreWanted() {
    assertThat(Paging.of(null, null, null)).isEqualTo(new Paging(0, 50));
  }

  @Test
  void pagesAreCountedFromZero() {
    assertThat(Paging.of(null, "2", "20")).isEqualTo(new Paging(40, 20));
  }

  @Test
  void everyWrongParameterIsNamed() {
    assertThatExceptionOfType(ApiProblem.class)
        .isThrownBy(() -> Paging.of("-1", "x", "201"))
        .satisfies(
            e ->
                assertThat(e.problem().errors())
                    .extracting(Problem::field)
                    .contains("size", "offset", "page"));
  }
}

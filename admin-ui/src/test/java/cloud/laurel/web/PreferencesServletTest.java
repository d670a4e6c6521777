package cloud.laurel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesServletTest {

  @Test
  void leadsBackToThePageItCameFrom() {
    assertThat(PreferencesServlet.back("/laurel", "/laurel/my?page=2"))
        .isEqualTo("/laurel/my?page=2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/laurel/",
        "//elsewhere.example/laurel/",
        "/other",
        "/laurel/\r\nSet-Cookie: a=b",
        "/laurel/\\elsewhere",
        ""
      })
  void leadsNowhereElse(String wanted) {
    assertThat(PreferencesServlet.back("/laurel", wanted)).isEqualTo("/laurel/");
  }
}

package cloud.laurel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The present campaign is the table of 2020, moved so that today is in its fifth month. */
class DemoCampaignTest {

  private final DemoCampaign original = DemoCampaign.of2020();

  @ParameterizedTest
  @CsvSource({
    "2026-11-21, 2026-07-01, 2027-01-31, shishou-2026, 2026—2027",
    "2026-11-01, 2026-07-01, 2027-01-31, shishou-2026, 2026—2027",
    "2027-01-31, 2026-09-01, 2027-03-31, shishou-2026, 2026—2027",
    "2027-04-30, 2026-12-01, 2027-06-30, shishou-2026, 2026—2027",
    "2028-03-05, 2027-11-01, 2028-05-31, shishou-2027, 2027—2028",
    "2027-12-31, 2027-08-01, 2028-02-29, shishou-2027, 2027—2028",
  })
  void todayIsInItsFifthMonth(
      LocalDate today, LocalDate from, LocalDate to, String code, String years) {
    DemoCampaign moved = original.movedTo(today);
    assertThat(moved.from()).isEqualTo(from);
    assertThat(moved.to()).isEqualTo(to);
    assertThat(moved.code()).isEqualTo(code);
    assertThat(moved.json().getString("title")).startsWith(years + "学年度");
    assertThat(moved.months(today)).hasSize(5).endsWith(YearMonth.from(today));
  }

  @Test
  void phasesMoveAlikeAndKeepTheirMonthEnds() {
    JsonObject judge =
        original.movedTo(LocalDate.of(2028, 4, 10)).json().getJsonArray("phases").getJsonObject(2);
    assertThat(judge.getString("from")).isEqualTo("2028-06-01");
    assertThat(judge.getString("to")).isEqualTo("2028-06-30");
    JsonObject apply =
        original.movedTo(LocalDate.of(2026, 1, 10)).json().getJsonArray("phases").getJsonObject(1);
    assertThat(apply.getString("from")).isEqualTo("2025-09-01");
    assertThat(apply.getString("to")).isEqualTo("2026-02-28");
  }

  @Test
  void tableIsTheSame() {
    JsonObject moved = original.movedTo(LocalDate.of(2026, 11, 21)).json();
    assertThat(moved.keySet()).isEqualTo(original.json().keySet());
    Set<String> changed = Set.of("code", "title", "document", "scoring", "phases");
    moved.forEach(
        (name, value) -> {
          if (!changed.contains(name)) {
            assertThat(value).as(name).isEqualTo(original.json().get(name));
          }
        });
    assertThat(original.json().getString("document")).isNotEqualTo(moved.getString("document"));
  }

  @Test
  void aClockBeforeTheNextCampaignIsRefused() {
    assertThatThrownBy(() -> original.movedTo(LocalDate.of(2021, 4, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shishou-2020");
  }

  @Test
  void originalIsWhatWasAnnounced() {
    assertThat(original.json().getJsonArray("indicators")).hasSize(19);
    assertThat(original.json().getJsonObject("scoring"))
        .isEqualTo(
            Json.createObjectBuilder().add("from", "2020-12-01").add("to", "2021-06-30").build());
  }
}

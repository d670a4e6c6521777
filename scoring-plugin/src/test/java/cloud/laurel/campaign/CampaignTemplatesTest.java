package cloud.laurel.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.engine.TestEngine;
import cloud.laurel.store.TestDatabase;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignTemplatesTest {

  @ParameterizedTest
  @CsvSource({
    "2020-06-01, 2021-12-01, 2022-06-30",
    "2026-11-22, 2026-12-01, 2027-06-30",
    "2026-11-30, 2026-12-01, 2027-06-30",
    "2026-12-01, 2027-12-01, 2028-06-30",
    "2027-01-15, 2027-12-01, 2028-06-30"
  })
  void noticesTableLiesInTheSchoolYearToCome(LocalDate today, LocalDate from, LocalDate to) {
    Rules rules = RulesReader.read(CampaignTemplates.notice(today));
    assertThat(rules.from()).isEqualTo(from);
    assertThat(rules.to()).isEqualTo(to);
    assertThat(rules.title())
        .isEqualTo("%d—%d学年度网络学习空间深度应用活动".formatted(from.getYear(), from.getYear() + 1));
    assertThat(rules.code()).isEqualTo("shishou-" + from.getYear());
    assertThat(rules.document()).isEmpty();
    assertThat(rules.indicators()).isEqualTo(RulesReader.read(TestEngine.notice()).indicators());
    assertThat(rules.phases().get(3).to()).contains(LocalDate.of(from.getYear() + 1, 9, 30));
  }

  @Test
  void emptyOneCanBeTakenAsItIs() {
    Rules rules = RulesReader.read(CampaignTemplates.empty("新活动", LocalDate.of(2026, 12, 31)));
    assertThat(rules.from()).isEqualTo("2027-01-01");
    assertThat(rules.to()).isEqualTo("2027-07-31");
    assertThat(rules.terms()).hasSize(3);
    assertThat(rules.gate()).isPresent();
    assertThat(rules.divisor()).isEqualTo(Rules.Divisor.ROSTER);
  }

  @Test
  void copyMovesWindowPhasesAndTermsByWholeYearsAndKeepsTheRest() {
    TestEngine engine = new TestEngine(TestDatabase.H2, "2021-08-01T00:00:00Z");
    String terms =
        "\"schoolTerms\":[{\"code\":\"2020-2021-1\",\"name\":\"2020年秋\",\"from\":\"2020-02-29\"}],";
    Campaign last =
        engine
            .engine
            .campaigns()
            .create("{" + terms + TestEngine.notice().strip().substring(1), "");
    String copy = CampaignTemplates.copy(last, LocalDate.of(2021, 8, 1));
    Rules rules = RulesReader.read(copy);
    assertThat(rules.code()).isEqualTo("shishou-2021");
    assertThat(rules.from()).isEqualTo("2021-12-01");
    assertThat(rules.schoolTerms())
        .containsExactly(new Rules.SchoolTerm("2021-2022-1", "2021年秋", LocalDate.of(2021, 2, 28)));
    assertThat(rules.participation()).isEqualTo(last.participation());
    assertThat(copy).contains("\"quota\":null").contains("湖北教育云").doesNotContain("94号");
    assertThat(RulesReader.read(CampaignTemplates.named(copy, "city-2021", " 全市 ")))
        .satisfies(r -> assertThat(r.code() + r.title()).isEqualTo("city-2021全市"));
  }

  @Test
  void draftIsNotOverwrittenWhenSomebodyElseSavedMeanwhile() {
    TestEngine engine = new TestEngine(TestDatabase.H2, "2021-08-01T00:00:00Z");
    CampaignService campaigns = engine.engine.campaigns();
    Campaign read = campaigns.draft(TestEngine.notice(), "first");
    Optional<String> basis = Optional.of(read.newest().rules().fingerprint());
    String mine = CampaignTemplates.named(TestEngine.notice(), "shishou-2020", "mine");
    String theirs = CampaignTemplates.named(TestEngine.notice(), "shishou-2020", "theirs");
    campaigns.edit("shishou-2020", basis, theirs, "second");
    assertThatThrownBy(() -> campaigns.edit("shishou-2020", basis, mine, "first"))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(campaigns.find("shishou-2020").orElseThrow().title()).isEqualTo("theirs");
  }
}

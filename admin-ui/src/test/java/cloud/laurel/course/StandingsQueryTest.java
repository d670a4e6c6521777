package cloud.laurel.course;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.standing.RankedBy;
import cloud.laurel.standing.Rate;
import cloud.laurel.standing.SchoolStandings;
import cloud.laurel.standing.Score;
import cloud.laurel.web.PageNumber;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingsQueryTest {

  private static final List<SchoolStandings.Row> ROWS =
      List.of(
          row("a", "Alder", 1, 90, new Rate(1, 3), true),
          row("b", "Birch", 2, 80, new Rate(2, 3), false),
          row("c", "Cedar", 2, 80, new Rate(0, 0), true));

  @Test
  void withoutWishesRowsComeByRankAndName() {
    assertThat(
            codes(
                new StandingsQuery(
                    "", RankedBy.TOTAL, Optional.empty(), "", "", "rank", false, PageNumber.FIRST)))
        .containsExactly("a", "b", "c");
  }

  @Test
  void ratesAreComparedExactlyAndNobodyComesFirst() {
    assertThat(
            codes(
                new StandingsQuery(
                    "",
                    RankedBy.TOTAL,
                    Optional.empty(),
                    "",
                    "",
                    "teacherOpening",
                    false,
                    PageNumber.FIRST)))
        .containsExactly("c", "a", "b");
  }

  @Test
  void equalScoresKeepTheOrderOfTheirNamesWhenTurned() {
    assertThat(
            codes(
                new StandingsQuery(
                    "", RankedBy.TOTAL, Optional.empty(), "", "", "score", true, PageNumber.FIRST)))
        .containsExactly("a", "b", "c");
  }

  @Test
  void filtersByNameAndGate() {
    assertThat(
            codes(
                new StandingsQuery(
                    "",
                    RankedBy.TOTAL,
                    Optional.empty(),
                    "CE",
                    "passed",
                    "rank",
                    false,
                    PageNumber.FIRST)))
        .containsExactly("c");
  }

  @Test
  void theSameColumnTurnsTheOrder() {
    StandingsQuery query =
        new StandingsQuery(
            "", RankedBy.TOTAL, Optional.empty(), "中", "", "score", true, PageNumber.FIRST);
    assertThat(query.sortedBy("score")).contains("order=asc", "name=%E4%B8%AD");
    assertThat(query.orderOf("score")).isEqualTo("descending");
  }

  @Test
  void theCampaignStaysInTheAddress() {
    StandingsQuery query =
        new StandingsQuery(
            "shishou-2020",
            RankedBy.TOTAL,
            Optional.empty(),
            "",
            "",
            "rank",
            false,
            PageNumber.FIRST);
    assertThat(query.sortedBy("score")).endsWith("&campaign=shishou-2020");
    assertThat(query.onPage(2)).contains("page=2").endsWith("&campaign=shishou-2020");
    assertThat(StandingsQuery.ALL.toQuery()).doesNotContain("campaign");
  }

  private static List<String> codes(StandingsQuery query) {
    return query.select(ROWS).stream().map(SchoolStandings.Row::code).toList();
  }

  private static SchoolStandings.Row row(
      String code, String name, int rank, long score, Rate opening, boolean gate) {
    return new SchoolStandings.Row(
        code,
        name,
        rank,
        Score.of(score),
        Score.ZERO,
        Score.ZERO,
        Score.ZERO,
        opening,
        opening,
        gate);
  }
}

package cloud.laurel.report;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.standing.Rate;
import cloud.laurel.store.TestDatabase;
import cloud.laurel.worklist.Item;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Progress reports of a small town. */
class ReportServiceTest {

  private final TestRoster roster =
      new TestRoster()
          .school("s1")
          .school("s2")
          .administrators("s1", "boss")
          .teachers("s1", "a")
          .unregistered("s1", "b")
          .pupils("s1", 3, "p1", "p2", "p3")
          .teachers("s2", "x");

  @ParameterizedTest
  @EnumSource
  void reportStaysAsItWasAndTheNextOneSaysWhatChanged(TestDatabase kind) {
    TestEngine engine = new TestEngine(kind, "2021-01-20T00:00:10Z").roster(roster, "2020-09-01");
    Campaign campaign = engine.campaign();
    engine.settle();
    ReportService reports = engine.engine.reports();
    ProgressReport first = reports.make(campaign, "officer");
    engine.clock.set("2021-01-20T00:00:50Z");
    assertThat(reports.make(campaign, "other")).isEqualTo(first);

    engine.clock.set("2021-01-20T09:00:00Z");
    engine.accept(
        engine.action("grade.created", "boss", "2021-01-10T02:00:00Z"),
        engine.action("course.studied", "p1", "2021-01-10T02:00:00Z"),
        engine.action("course.studied", "p2", "2021-01-10T02:00:00Z"));
    ProgressReport second = reports.make(campaign, "officer");
    assertThat(reports.of(campaign)).containsExactly(second, first);
    assertThat(second.number()).isEqualTo(2);

    Content before = reports.content(first);
    Content now = reports.content(second);
    assertThat(now.month()).contains(YearMonth.of(2021, 1));
    assertThat(now.figure(Measure.TEACHERS_REGISTERED).flatMap(Figure::rate))
        .contains(new Rate(2, 3));
    assertThat(before.figure(Measure.MONTH_REACHED).flatMap(Figure::rate)).contains(new Rate(0, 1));
    assertThat(more(now, before, Measure.PUPILS_TOOK_PART)).contains(BigDecimal.valueOf(2));
    assertThat(more(now, before, Measure.SCORE)).contains(new BigDecimal("10.00"));
    assertThat(more(now, before, Measure.SCHOOLS)).contains(BigDecimal.ZERO);
    assertThat(before.since(Optional.empty())).allMatch(c -> c.more().isEmpty());
    assertThat(now.lagging())
        .filteredOn(l -> l.item() == Item.PLAN)
        .first()
        .isEqualTo(new Lagging(Item.PLAN, 2, 0, List.of("School s1", "School s2")));
    assertThat(now.boards())
        .extracting(Board::kind)
        .containsExactly(
            Board.Kind.SCORE,
            Board.Kind.ADMINISTRATORS,
            Board.Kind.STUDENTS,
            Board.Kind.LOWEST_TEACHERS,
            Board.Kind.LOWEST_STUDENTS);
  }

  private static Optional<BigDecimal> more(Content now, Content before, Measure measure) {
    return now.since(Optional.of(before)).stream()
        .filter(c -> c.now().measure() == measure)
        .findFirst()
        .flatMap(Change::more);
  }
}

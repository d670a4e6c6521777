package cloud.laurel.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Role;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.standing.PeopleOrder.Column;
import cloud.laurel.standing.PeoplePage.Space;
import cloud.laurel.store.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A school's people by points (rules R6, R8), and what a day brought one of them. */
class PeopleTest {

  private static TestEngine engine(TestDatabase kind) {
    return new TestEngine(kind, "2020-12-20T00:00:00Z")
        .roster(
            new TestRoster()
                .school("s1")
                .school("s2")
                .teachers("s1", "a", "b", "c")
                .unregistered("s1", "d")
                .both("s1", "e")
                .administrators("s1", "z")
                .teachers("s2", "x")
                .pupils("s1", 4, "p"),
            "2020-09-01");
  }

  private static void lessons(TestEngine engine, String account, int days) {
    for (int day = 1; day <= days; day++) {
      engine.accept(engine.action("lesson.prepared", account, "2020-12-0" + day + "T02:00:00Z"));
    }
  }

  private static PeoplePage teachers(
      TestEngine engine, Campaign campaign, PeopleOrder order, int offset, int size) {
    return engine.engine.standings().people(campaign, "s1", Role.TEACHER, order, offset, size);
  }

  @ParameterizedTest
  @EnumSource
  void equalPointsShareARankInTheSchoolAndInAll(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    lessons(engine, "a", 3);
    lessons(engine, "b", 2);
    lessons(engine, "c", 2);
    lessons(engine, "x", 4);
    PeoplePage page = teachers(engine, campaign, PeopleOrder.BEST_FIRST, 0, 50);
    assertThat(page.total()).isEqualTo(5);
    assertThat(page.among()).isEqualTo(6);
    assertThat(page.rows())
        .extracting(
            PeoplePage.Row::account,
            PeoplePage.Row::points,
            PeoplePage.Row::rankInSchool,
            PeoplePage.Row::rank,
            PeoplePage.Row::space)
        .containsExactly(
            tuple("a", 9L, 1L, 2L, Space.ACTIVATED),
            tuple("b", 6L, 2L, 3L, Space.ACTIVATED),
            tuple("c", 6L, 2L, 3L, Space.ACTIVATED),
            tuple("d", 0L, 4L, 5L, Space.NONE),
            tuple("e", 0L, 4L, 5L, Space.NONE));
    assertThat(page.rows().get(1).rank())
        .isEqualTo(engine.person(campaign, "b").roles().get(0).rank());
  }

  @ParameterizedTest
  @EnumSource
  void aPageKeepsTheRanksAndTheTotalOfTheWhole(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    lessons(engine, "c", 1);
    PeoplePage second = teachers(engine, campaign, new PeopleOrder(Column.NAME, true), 2, 2);
    assertThat(second.rows()).extracting(PeoplePage.Row::account).containsExactly("c", "b");
    assertThat(second.rows()).extracting(PeoplePage.Row::rankInSchool).containsExactly(1L, 2L);
    assertThat(second.total()).isEqualTo(5);
    assertThat(teachers(engine, campaign, PeopleOrder.BEST_FIRST, 10, 2).rows()).isEmpty();
    assertThat(teachers(engine, campaign, new PeopleOrder(Column.SPACE, false), 0, 2).rows())
        .extracting(PeoplePage.Row::account)
        .containsExactly("d", "e");
  }

  @ParameterizedTest
  @EnumSource
  void peopleAreThoseOfTheReferenceDayAndTheRole(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    engine.roster(
        new TestRoster().school("s1").teachers("s1", "a").administrators("s1", "z"), "2020-12-21");
    assertThat(teachers(engine, campaign, PeopleOrder.BEST_FIRST, 0, 50).total()).isEqualTo(5);
    engine.clock.set("2020-12-21T00:00:00Z");
    assertThat(teachers(engine, campaign, PeopleOrder.BEST_FIRST, 0, 50).rows())
        .extracting(PeoplePage.Row::account)
        .containsExactly("a");
    StandingService standings = engine.engine.standings();
    assertThat(
            standings
                .people(campaign, "s1", Role.ADMINISTRATOR, PeopleOrder.BEST_FIRST, 0, 50)
                .rows())
        .extracting(PeoplePage.Row::account)
        .containsExactly("z");
    assertThatThrownBy(
            () -> standings.people(campaign, "s1", Role.STUDENT, PeopleOrder.BEST_FIRST, 0, 50))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("role");
  }

  @ParameterizedTest
  @EnumSource
  void aDayShowsWhatCountedWhatDidNotAndItsMonth(TestDatabase kind) {
    TestEngine engine = engine(kind);
    Campaign campaign = engine.campaign();
    lessons(engine, "a", 3);
    engine.accept(
        engine.action("lesson.prepared", "a", "2020-12-03T09:00:00Z"),
        engine.action("notice.published", "a", "2021-01-02T02:00:00Z"));
    PersonDay day = engine.engine.standings().day(campaign, "a", LocalDate.parse("2020-12-03"));
    assertThat(day.counted()).extracting(LedgerPage.Row::points).containsExactly(3);
    assertThat(day.refused())
        .extracting(row -> row.reason().orElseThrow())
        .containsExactly("LIMIT_REACHED");
    PersonCourse course = engine.engine.standings().course(campaign, "a");
    assertThat(course.between(LocalDate.parse("2020-12-01"), LocalDate.parse("2020-12-31")))
        .isEqualTo(9);
  }
}

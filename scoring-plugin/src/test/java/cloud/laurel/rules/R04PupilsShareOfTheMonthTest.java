package cloud.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.TestEngine;
import cloud.laurel.engine.TestRoster;
import cloud.laurel.standing.SchoolDetail;
import cloud.laurel.standing.SchoolDetail.Month;
import cloud.laurel.store.TestDatabase;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule R4: each alternative against the tiers on its own, exactly, and the better one counts. */
class R04PupilsShareOfTheMonthTest {

  private static String[] pupils(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> "p" + i).toArray(String[]::new);
  }

  private static TestEngine engine(TestDatabase kind, int pupils) {
    return new TestEngine(kind, "2020-12-20T00:00:00Z")
        .roster(
            new TestRoster()
                .school("s1")
                .pupils("s1", 3, pupils(1, pupils))
                .pupils("s1", 2, "young1", "young2"),
            "2020-09-01");
  }

  private static void act(TestEngine engine, String type, String... pupils) {
    for (String pupil : pupils) {
      engine.accept(engine.action(type, pupil, "2020-12-12T10:00:00+08:00"));
    }
  }

  private static Month month(TestEngine engine, Campaign campaign) {
    return engine.school(campaign, "s1").months().get(0);
  }

  @ParameterizedTest
  @EnumSource
  void underFortyPerCentIsNothing(TestDatabase kind) {
    TestEngine engine = engine(kind, 48);
    Campaign campaign = engine.campaign();
    act(engine, "course.studied", pupils(1, 19));
    assertThat(month(engine, campaign).alternatives().get(0).rate().percent()).isEqualTo("39.5");
    assertThat(month(engine, campaign).points()).isZero();
    act(engine, "course.studied", "p20");
    assertThat(month(engine, campaign).points()).isEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource
  void exactlyFortySixtyAndEightyPerCentReachTheirTiers(TestDatabase kind) {
    TestEngine engine = engine(kind, 5);
    Campaign campaign = engine.campaign();
    act(engine, "course.studied", "p1", "p2");
    assertThat(month(engine, campaign).points()).isEqualTo(10);
    act(engine, "course.studied", "p3");
    assertThat(month(engine, campaign).points()).isEqualTo(20);
    act(engine, "course.studied", "p4");
    assertThat(month(engine, campaign).points()).isEqualTo(30);
  }

  @ParameterizedTest
  @EnumSource
  void alternativesAreNotAddedUpAndTheBetterOneCounts(TestDatabase kind) {
    TestEngine engine = engine(kind, 5);
    Campaign campaign = engine.campaign();
    act(engine, "course.studied", "p1");
    act(engine, "homework.completed", "p2", "p3");
    assertThat(month(engine, campaign).alternatives())
        .extracting(SchoolDetail.Alternative::participants)
        .containsExactly(1L, 2L);
    assertThat(month(engine, campaign).points()).isEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource
  void pupilsUnderTheGradeNeitherCountNorDivide(TestDatabase kind) {
    TestEngine engine = engine(kind, 5);
    Campaign campaign = engine.campaign();
    act(engine, "course.studied", "p1", "young1", "young2");
    assertThat(month(engine, campaign).eligible()).isEqualTo(5);
    assertThat(month(engine, campaign).points()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void unionIsASetting(TestDatabase kind) {
    TestEngine engine = engine(kind, 5);
    Campaign campaign =
        engine
            .engine
            .campaigns()
            .create(TestEngine.notice().replace("BEST_ALTERNATIVE", "UNION"), "");
    act(engine, "course.studied", "p1", "p3");
    act(engine, "homework.completed", "p1", "p2");
    assertThat(month(engine, campaign).alternatives())
        .singleElement()
        .satisfies(a -> assertThat(a.participants()).isEqualTo(3));
    assertThat(month(engine, campaign).points()).isEqualTo(20);
  }
}

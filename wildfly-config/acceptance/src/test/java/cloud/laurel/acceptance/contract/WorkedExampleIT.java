package cloud.laurel.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.Answer;
import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.SharedServer;
import cloud.laurel.acceptance.fixture.TestAction;
import cloud.laurel.acceptance.fixture.TestCampaigns;
import cloud.laurel.acceptance.fixture.TestRosters;
import cloud.laurel.acceptance.fixture.TestServer;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One school over three months, computed by hand from the notice's table.
 *
 * <p>The school has 2 administrators, 4 teachers (one without a space, who divides all the same), 5
 * pupils of grade 3 and one of grade 2, who does not count. September to November 2024.
 *
 * <pre>
 * administrators   A1  grades created          10   then edited: already counted this campaign
 *                      classes imported        10
 *                      a textbook added        10
 *                  A2  a course edited         10
 *                  40 points / 2 administrators                                    = 20
 *
 * teachers         T1  2 Sept  lesson           3   the second lesson: already counted that day
 *                              resource         1
 *                              invites T2       2   invites T3 too: already counted that day
 *                      3 Sept  lesson           3                              T1:  9
 *                  T2  2 Sept  is invited       2
 *                              homework         2                              T2:  4
 *                  T3  2 Sept  is invited       2
 *                      30 Nov 23:59:59 marks    2
 *                      1 Dec  00:00:00 marks    -   after the window           T3:  4
 *                  T4                                                          T4:  0
 *                  17 points / 4 teachers                                          = 4.25
 *
 * pupils           Sept  studied 2 of 5 = 40 % -> 10; homework 3 of 5 = 60 % -> 20; better: 20
 *                  Oct   studied 4 of 5 = 80 % -> 30 (the grade 2 pupil changes nothing)  : 30
 *                  Nov   studied 1 of 5 = 20 % -> 0                                       : 0
 *                  50 points / 3 months                                            = 16.666...
 *
 * school           20 + 4.25 + 16.666... = 40.91666...                             = 40.92
 * </pre>
 */
@ExtendWith(FailureReport.class)
class WorkedExampleIT {

  private static final String CAMPAIGN = "worked-example";
  private static final long SEED = 20_241_130L;

  private final List<JsonObject> actions = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(SharedServer.class)
  void schoolsScoreIsTheOneComputedByHand(SharedServer database) {
    TestServer server = database.get();
    roster().post(server, "2024-09-01");
    TestCampaigns.post(
        server, CAMPAIGN, LocalDate.parse("2024-09-01"), LocalDate.parse("2024-11-30"));
    actions();
    // neither order nor batches may matter
    Collections.shuffle(actions, new Random(SEED));
    for (int i = 0; i < actions.size(); i += 7) {
      String body = TestAction.body(actions.subList(i, Math.min(i + 7, actions.size())));
      Answer taken = server.api().post("platform", "actions", body);
      assertThat(taken.status()).as(taken.body()).isEqualTo(202);
      assertThat(taken.json().getJsonArray("rejected")).isEmpty();
    }
    server.awaitSettled(CAMPAIGN);

    JsonObject school =
        server.api().get("bureau", "campaigns/" + CAMPAIGN + "/schools/WE-S").json();
    assertPart(school.getJsonObject("administrators"), 2, 40, "20.00");
    assertPart(school.getJsonObject("teachers"), 4, 17, "4.25");
    assertThat(school.getJsonObject("students").getString("mean")).isEqualTo("16.67");
    assertThat(school.getString("score")).isEqualTo("40.92");
    List<JsonObject> months =
        school.getJsonObject("students").getJsonArray("months").getValuesAs(JsonObject.class);
    assertThat(months)
        .extracting(WorkedExampleIT::month)
        .containsExactly(
            "2024-09 of 5: 2=40.0 3=60.0 -> 20",
            "2024-10 of 5: 4=80.0 0=0.0 -> 30",
            "2024-11 of 5: 1=20.0 0=0.0 -> 0");
  }

  private static void assertPart(JsonObject part, int count, int points, String mean) {
    assertThat(part.getInt("count")).isEqualTo(count);
    assertThat(part.getInt("points")).isEqualTo(points);
    assertThat(part.getString("mean")).isEqualTo(mean);
  }

  private static String month(JsonObject month) {
    StringBuilder text =
        new StringBuilder(month.getString("month") + " of " + month.getInt("eligible") + ":");
    for (JsonObject way : month.getJsonArray("alternatives").getValuesAs(JsonObject.class)) {
      text.append(' ').append(way.getInt("participants")).append('=').append(way.getString("rate"));
    }
    return text + " -> " + month.getInt("points");
  }

  private static TestRosters roster() {
    TestRosters roster =
        new TestRosters()
            .school("WE-S", "示范小学")
            .administrator("WE-S", "WE-A1", "we-a1")
            .administrator("WE-S", "WE-A2", "we-a2")
            .teacher("WE-S", "WE-T1", "we-t1")
            .teacher("WE-S", "WE-T2", "we-t2")
            .teacher("WE-S", "WE-T3", "we-t3")
            .unregistered("WE-S", "WE-T4", "we-t4")
            .pupil("WE-S", "WE-P6", 2);
    for (int i = 1; i <= 5; i++) {
      roster.pupil("WE-S", "WE-P" + i, 3);
    }
    return roster;
  }

  private void actions() {
    add("grade.created", "WE-A1", "2024-09-02T08:00:00");
    add("grade.edited", "WE-A1", "2024-10-02T08:00:00");
    add("class.imported", "WE-A1", "2024-09-02T08:00:00");
    add("textbook.added", "WE-A1", "2024-11-02T08:00:00");
    add("course.edited", "WE-A2", "2024-11-02T08:00:00");
    add("lesson.prepared", "WE-T1", "2024-09-02T08:00:00");
    add("lesson.prepared", "WE-T1", "2024-09-02T23:59:59");
    add("resource.uploaded", "WE-T1", "2024-09-02T10:00:00");
    add("teacher.invited", "WE-T1", "2024-09-02T11:00:00", "WE-T2");
    add("teacher.invited", "WE-T1", "2024-09-02T12:00:00", "WE-T3");
    add("lesson.prepared", "WE-T1", "2024-09-03T00:00:00");
    add("homework.assigned", "WE-T2", "2024-09-02T08:00:00");
    add("marks.created", "WE-T3", "2024-11-30T23:59:59");
    add("marks.created", "WE-T3", "2024-12-01T00:00:00");
    pupils("course.studied", "2024-09-10T08:00:00", 1, 2);
    pupils("homework.completed", "2024-09-30T23:59:59", 1, 2, 3);
    pupils("course.studied", "2024-10-01T00:00:00", 1, 2, 4, 5, 6);
    pupils("course.studied", "2024-11-10T08:00:00", 3);
  }

  private void pupils(String type, String time, int... numbers) {
    for (int number : numbers) {
      add(type, "WE-P" + number, time);
    }
  }

  private void add(String type, String actor, String time, String... counterparts) {
    String id = "we-" + actions.size();
    actions.add(TestAction.of(id, type, actor, time + "+08:00", counterparts));
  }
}

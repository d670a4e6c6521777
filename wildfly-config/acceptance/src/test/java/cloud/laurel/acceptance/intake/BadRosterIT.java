package cloud.laurel.acceptance.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cloud.laurel.acceptance.fixture.Answer;
import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.SharedServer;
import cloud.laurel.acceptance.fixture.TestCampaigns;
import cloud.laurel.acceptance.fixture.TestRosters;
import cloud.laurel.acceptance.fixture.TestServer;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A roster with a problem changes nothing and says where each problem is. */
@ExtendWith(FailureReport.class)
class BadRosterIT {

  private static final String CAMPAIGN = "bad-roster";
  private static final String DAY = "2021-03-01";
  private static final int BOMB = 600 * 1024 * 1024;

  private static TestServer server;

  @BeforeAll
  static void oneGoodSchool() {
    server = SharedServer.H2.get();
    TestCampaigns.post(
        server, CAMPAIGN, LocalDate.parse("2021-03-01"), LocalDate.parse("2021-04-30"));
    good().post(server, DAY);
  }

  private static TestRosters good() {
    return new TestRosters()
        .school("BR-S", "好学校")
        .teacher("BR-S", "BR-T1", "br-t1")
        .pupil("BR-S", "BR-P1", 3);
  }

  /** The good roster with a second teacher, so that taking it would show. */
  private static TestRosters changed() {
    return good().teacher("BR-S", "BR-T2", "br-t2");
  }

  /** What is wrong, the roster, and the place {@code file:row:column} as a pattern. */
  static Stream<Arguments> badRosters() {
    String user = "BR-X,true,BR-S,teacher,br-x,名,测,,,";
    byte[] utf16 = "sourcedId,name,type\nBR-S,好,school\n".getBytes(StandardCharsets.UTF_16);
    return Stream.of(
        arguments("missing file", changed().file("users.csv", ""), "users.csv:0:"),
        arguments("missing manifest", changed().file("manifest.csv", ""), "manifest.csv:0:"),
        arguments(
            "missing column",
            changed().file("orgs.csv", "sourcedId,title,type\nBR-S,好学校,school\n"),
            "orgs.csv:1:name"),
        arguments(
            "unknown school",
            changed().row(user.replace("BR-S", "BR-NONE")),
            "users.csv:5:orgSourcedIds"),
        arguments(
            "duplicate id", changed().row(user.replace("BR-X", "BR-T1")), "users.csv:5:sourcedId"),
        arguments("duplicate school", changed().org("BR-S,又,school,"), "orgs.csv:3:sourcedId"),
        arguments("bad grade", changed().pupil("BR-S", "BR-P2", 99), "users.csv:5:grades"),
        arguments("bad role", changed().row(user.replace("teacher", "head")), "users.csv:5:role"),
        arguments(
            "bad date",
            changed().row(user.replace(",,,", ",,2021-02-30,")),
            "users.csv:5:metadata.spaceRegisteredAt"),
        arguments("ragged row", changed().row("BR-X,true,BR-S"), "users.csv:5:"),
        arguments("wrong encoding", changed().file("orgs.csv", utf16), "orgs.csv:.*"),
        arguments("zip bomb", changed().file("bomb.csv", new byte[BOMB]), ".*"),
        arguments("path that climbs out", changed().file("../../out.csv", "a,b\n"), ".*"),
        arguments("absolute path", changed().file("/out.csv", "a,b\n"), ".*"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badRosters")
  void problemIsToldAndNothingChanges(String what, TestRosters roster, String place) {
    String before = state();
    Answer answer = post(roster.zip(), DAY);
    BadInputIT.assertProblem(answer, 422);
    List<JsonObject> problems =
        answer.json().getJsonArray("problems").getValuesAs(JsonObject.class);
    assertThat(problems).isNotEmpty().allSatisfy(BadRosterIT::assertShape);
    assertThat(problems).extracting(BadRosterIT::place).anyMatch(p -> p.matches(place));
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void everyProblemOfARosterIsTold() {
    TestRosters roster =
        changed().row("BR-X,true,BR-NONE,teacher,br-x,名,测,,,").pupil("BR-S", "BR-P2", 99);
    Answer answer = post(roster.zip(), DAY);
    assertThat(answer.json().getJsonArray("problems").getValuesAs(JsonObject.class))
        .extracting(p -> p.getInt("row") + " " + p.getString("column"))
        .containsExactly("5 orgSourcedIds", "6 grades");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2021-02-30", "2021-3-1", "99999-01-01"})
  void badEffectiveDate(String day) {
    BadInputIT.assertProblem(post(changed().zip(), day), 400);
  }

  @Test
  void bodyThatIsNoZip() {
    BadInputIT.assertProblem(post("sourcedId,name".getBytes(StandardCharsets.UTF_8), DAY), 422);
    BadInputIT.assertProblem(post(new byte[0], DAY), 422);
    Answer text = server.api().post("bureau", "roster", "text/plain", changed().zip());
    BadInputIT.assertProblem(text, 415);
  }

  private static Answer post(byte[] zip, String day) {
    return server.api().post("bureau", "roster?effective=" + day, "application/zip", zip);
  }

  private static void assertShape(JsonObject problem) {
    assertThat(problem.keySet()).containsExactlyInAnyOrder("file", "row", "column", "problem");
    assertThat(problem.getString("problem")).isNotBlank();
    assertThat(problem.getInt("row")).isNotNegative();
  }

  /** What the server knows of the school, without the moment of asking. */
  private static String state() {
    JsonObject school =
        server.api().get("bureau", "campaigns/" + CAMPAIGN + "/schools/BR-S").json();
    assertThat(school.getJsonObject("teachers").getInt("count")).isEqualTo(1);
    String path = "campaigns/" + CAMPAIGN + "/accounts/";
    return school.getJsonObject("teachers")
        + school.getJsonObject("students").toString()
        + school.getJsonObject("opening")
        + server.api().get("bureau", path + "BR-T2").status()
        + server.api().get("bureau", path + "BR-P2").status();
  }

  private static String place(JsonObject problem) {
    return problem.getString("file")
        + ":"
        + problem.getInt("row")
        + ":"
        + problem.getString("column");
  }
}

package cloud.laurel.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.Answer;
import cloud.laurel.acceptance.fixture.Api;
import cloud.laurel.acceptance.fixture.Condition;
import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.SharedServer;
import cloud.laurel.acceptance.fixture.TestAction;
import cloud.laurel.acceptance.fixture.TestCampaigns;
import cloud.laurel.acceptance.fixture.TestRosters;
import cloud.laurel.acceptance.fixture.TestServer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule R14 over HTTP: check, propose, look, publish, close; then nothing moves any more. */
@ExtendWith(FailureReport.class)
class ReplayIT {

  private static final String CAMPAIGN = "replayed";
  private static final String PATH = "campaigns/" + CAMPAIGN;

  @ParameterizedTest
  @EnumSource(SharedServer.class)
  void proposedRulesShowWhatTheyChangeAndTakeOverAtOnce(SharedServer database) {
    TestServer server = database.get();
    Api api = server.api();
    new TestRosters()
        .school("RP-1", "Replayed School")
        .teacher("RP-1", "rp-t1", "rp-t1")
        .teacher("RP-1", "rp-t2", "rp-t2")
        .post(server, "2023-09-01");
    TestCampaigns.post(
        server, CAMPAIGN, LocalDate.parse("2023-09-01"), LocalDate.parse("2023-12-31"));
    List<JsonObject> actions =
        List.of(
            TestAction.of("rp-1", "lesson.prepared", "rp-t1", "2023-09-04T10:00:00+08:00"),
            TestAction.of("rp-2", "lesson.prepared", "rp-t1", "2023-09-05T10:00:00+08:00"),
            TestAction.of("rp-3", "resource.uploaded", "rp-t2", "2023-09-05T10:00:00+08:00"));
    assertThat(api.post("platform", "actions", TestAction.body(actions)).status()).isEqualTo(202);
    server.awaitSettled(CAMPAIGN);

    JsonObject check = done(api, api.post("bureau", PATH + "/replays", ""));
    assertThat(check.getInt("schoolsChanged")).isZero();
    assertThat(check.getInt("accountsChanged")).isZero();
    assertThat(check.getJsonArray("changes")).isEmpty();

    String changed = api.get("bureau", PATH).body().replaceFirst("\"points\":3", "\"points\":5");
    JsonObject proposal = done(api, api.post("bureau", PATH + "/replays", changed));
    assertThat(proposal.getInt("accountsChanged")).isEqualTo(1);
    assertThat(proposal.getInt("schoolsChanged")).isEqualTo(1);
    JsonObject change = proposal.getJsonArray("changes").getJsonObject(0);
    assertThat(change.getString("code")).isEqualTo("RP-1");
    assertThat(change.getString("before")).isEqualTo("3.50");
    assertThat(change.getString("after")).isEqualTo("5.50");
    assertThat(points(api)).isEqualTo(6);

    String publication = PATH + "/replays/" + proposal.getInt("id") + "/publication";
    assertThat(api.post("bureau", publication, "{}").status()).isEqualTo(422);
    Answer published = api.post("bureau", publication, "{\"note\":\"Lessons matter\"}");
    assertThat(published.json().getInt("version")).isEqualTo(2);
    assertThat(points(api)).isEqualTo(10);
    assertThat(api.get("bureau", PATH + "/snapshots").body()).contains("\"VERSION\"");

    Answer closed = api.post("bureau", PATH + "/close", "");
    assertThat(closed.status()).isEqualTo(201);
    assertThat(closed.json().getString("hash")).matches("[0-9a-f]{64}");
    assertThat(closed.json()).containsKeys("id", "takenAt");
    assertThat(api.post("bureau", PATH + "/close", "").status()).isEqualTo(409);
    assertThat(api.post("bureau", PATH + "/replays", "").status()).isEqualTo(422);
  }

  @ParameterizedTest
  @EnumSource(SharedServer.class)
  void onlyTheBureauReplays(SharedServer database) {
    Api api = database.get().api();
    assertThat(api.post("", "campaigns/any/replays", "").status()).isEqualTo(401);
    assertThat(api.post("teacher1", "campaigns/any/replays", "").status()).isEqualTo(403);
    assertThat(api.get("bureau", "campaigns/any/replays/1").status()).isEqualTo(404);
    assertThat(api.post("teacher1", "campaigns/any/close", "").status()).isEqualTo(403);
  }

  private static JsonObject done(Api api, Answer begun) {
    assertThat(begun.status()).as(begun.body()).isEqualTo(202);
    String address = PATH + "/replays/" + begun.json().getInt("id");
    Condition.await(
        "the replay is done",
        Duration.ofSeconds(60),
        Duration.ofMillis(200),
        () -> api.get("bureau", address).json().getString("state").equals("DONE"));
    return api.get("bureau", address).json();
  }

  private static int points(Api api) {
    return api.get("bureau", PATH + "/accounts/rp-t1").json().getInt("points");
  }
}

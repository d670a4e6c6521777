package cloud.laurel.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.Condition;
import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.Postgres;
import cloud.laurel.acceptance.fixture.SpaceTraffic;
import cloud.laurel.acceptance.fixture.TestCampaigns;
import cloud.laurel.acceptance.fixture.TestServer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@code kill -9} in the middle of a load of 20,000 actions over HTTP while people work in the
 * teaching space: after the restart nothing is lost and nothing counts twice.
 */
@ExtendWith(FailureReport.class)
class CrashIT {

  private static final String CAMPAIGN = "crash";
  private static final int WORKS_BEFORE = 200;

  private final CrashLoad load = new CrashLoad();

  @Test
  void nothingIsLostOrDoubledOnH2() throws Exception {
    try (TestServer server = TestServer.start("crash-h2", Map.of())) {
      long confirmed = crashAndRepair(server);
      server.stop();
      assertExactlyOnce(Stored.of(server), confirmed);
    }
  }

  @Test
  void nothingIsLostOrDoubledOnPostgreSql() throws Exception {
    try (Postgres postgres = Postgres.start();
        TestServer server = TestServer.start("crash-postgresql", postgres.environment())) {
      long confirmed = crashAndRepair(server);
      assertExactlyOnce(Stored.of(postgres), confirmed);
    }
  }

  /** Answers with the number of works that the platform had confirmed before the crash. */
  private long crashAndRepair(TestServer server) throws InterruptedException {
    CrashLoad.roster().post(server, "2022-09-01");
    TestCampaigns.post(
        server, CAMPAIGN, LocalDate.parse("2022-09-01"), LocalDate.parse("2022-09-30"));
    long confirmed;
    try (SpaceTraffic traffic = SpaceTraffic.start(server, Duration.ofMillis(1))) {
      Condition.await(
          "people are at work", Duration.ofMinutes(2), () -> traffic.done() >= WORKS_BEFORE);
      load.sendHalfAndKill(server);
      traffic.end();
      confirmed = traffic.done();
    }
    // the premise: it was killed in the middle
    assertThat(load.answered()).isBetween(load.batches() / 2, load.batches() - 1);

    server.restart();
    load.resend(server);
    server.awaitSettled(CAMPAIGN);
    assertPoints(server);
    return confirmed;
  }

  private static void assertPoints(TestServer server) {
    Map<String, Integer> expected = CrashLoad.expected();
    JsonObject teachers =
        server
            .api()
            .get("bureau", "campaigns/" + CAMPAIGN + "/schools/CR-S")
            .json()
            .getJsonObject("teachers");
    assertThat(teachers.getInt("count")).isEqualTo(CrashLoad.TEACHERS);
    assertThat(teachers.getInt("points"))
        .isEqualTo(expected.values().stream().mapToInt(Integer::intValue).sum());
    expected.forEach(
        (account, points) -> {
          String path = "campaigns/" + CAMPAIGN + "/accounts/" + account;
          JsonObject standing = server.api().get("bureau", path).json();
          assertThat(standing.getInt("points")).as(account).isEqualTo(points);
        });
  }

  private void assertExactlyOnce(Stored stored, long confirmed) {
    assertThat(stored.outbox()).isEmpty();
    List<String> journal = stored.journal();
    assertThat(journal).doesNotHaveDuplicates().containsAll(load.ids());
    List<String> works = stored.works();
    assertThat(works).hasSizeGreaterThanOrEqualTo((int) confirmed);
    // what the platform has committed is journalled, and nothing else
    assertThat(journal).hasSize(CrashLoad.ACTIONS + works.size());
  }
}

package cloud.laurel.acceptance.durability;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.Condition;
import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.SpaceTraffic;
import cloud.laurel.acceptance.fixture.TestCampaigns;
import cloud.laurel.acceptance.fixture.TestRosters;
import cloud.laurel.acceptance.fixture.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The plugin is replaced twenty times while people work. */
@ExtendWith(FailureReport.class)
class RedeployIT {

  private static final String CAMPAIGN = "redeploy";
  private static final int REDEPLOYMENTS = 20;
  private static final long MOST_CLASS_LOADERS = 2;

  /** On a machine that is busy deploying; a call that waited for the plugin would take longer. */
  private static final Duration SLOW = Duration.ofSeconds(3);

  /**
   * java.beans keeps what it has introspected softly, until memory is short; here until the next
   * collection, so that only what would never go remains.
   */
  private static final String NO_SOFT_CACHES = "-XX:SoftRefLRUPolicyMSPerMB=0";

  @Test
  void peopleNoticeNothingAndNothingIsLostOrLeaked() throws Exception {
    try (TestServer server = TestServer.start("redeploy", Map.of(), NO_SOFT_CACHES)) {
      TestRosters.demoSchool().post(server, "2026-01-01");
      TestCampaigns.postRunning(server, CAMPAIGN);
      long done;
      try (SpaceTraffic traffic = SpaceTraffic.start(server, Duration.ofMillis(200))) {
        for (int i = 1; i <= REDEPLOYMENTS; i++) {
          long before = traffic.done();
          server.redeploy();
          Condition.await(
              "people go on working", Duration.ofSeconds(30), () -> traffic.done() > before + 2);
        }
        traffic.end();
        assertThat(traffic.failures()).isEmpty();
        assertThat(traffic.slowest()).isLessThan(SLOW);
        done = traffic.done();
      }
      server.awaitSettled(CAMPAIGN);
      long journalled = total(server, "T-000001") + total(server, "T-000002");
      assertThat(journalled).isEqualTo(done);

      // The live one, and at most one more: the server's idle worker threads still have their last
      // request on their stack, which may have been one to a replaced deployment.
      Condition.await(
          "class loaders of replaced deployments are gone",
          Duration.ofMinutes(2),
          () -> classLoaders(server) <= MOST_CLASS_LOADERS);
    }
  }

  private static int total(TestServer server, String account) {
    String path = "campaigns/" + CAMPAIGN + "/accounts/" + account + "/actions?size=1";
    return server.api().get("bureau", path).json().getInt("total");
  }

  /** How many class loaders of the plugin's WAR live, after the dead ones have been collected. */
  private static long classLoaders(TestServer server) {
    // the first finalizes a loader, the second collects it
    jcmd(server, "GC.run");
    jcmd(server, "GC.run_finalization");
    jcmd(server, "GC.run");
    return jcmd(server, "VM.classloaders fold=false")
        .lines()
        .filter(line -> line.contains("deployment.laurel.war"))
        .count();
  }

  private static String jcmd(TestServer server, String command) {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  Long.toString(server.pid()),
                  command)
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("jcmd: " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

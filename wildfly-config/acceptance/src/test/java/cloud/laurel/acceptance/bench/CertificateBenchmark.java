package cloud.laurel.acceptance.bench;

import cloud.laurel.acceptance.fixture.Condition;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.Locale;

/**
 * What it takes to print, sign and keep many certificates ({@code laurel.bench.certificates}), in
 * one order, on a server with {@code -Xmx512m}.
 */
final class CertificateBenchmark {

  private static final int WARM_UP = 200;
  private static final int FIRST_LETTER = 0x4E00;
  private static final int LETTERS = 100;
  private static final int SCHOOLS = 66;
  private static final String ORDER = "laurel/api/campaigns/shishou-2020/certificates";

  private final int count = Integer.getInteger("laurel.bench.certificates", 2_000);
  private final Report report;
  private final BenchServer server;
  private int named;

  CertificateBenchmark(Report report, BenchServer server) {
    this.report = report;
    this.server = server;
  }

  void run() throws IOException, InterruptedException {
    issue(WARM_UP);
    Duration cpu = server.cpu();
    long start = System.nanoTime();
    issue(count);
    double seconds = (System.nanoTime() - start) / 1e9;
    double busy = (server.cpu().toNanos() - cpu.toNanos()) / 1e9 / seconds;
    report.add(
        "processors at work / processors, certificates",
        busy / Math.min(2, Runtime.getRuntime().availableProcessors()),
        "",
        ">= 0.8",
        String.format(
            Locale.ROOT, "%d in %.0f s, %.1f/s, -Xmx512m", count, seconds, count / seconds));
  }

  /** Orders so many and waits until the last one is valid. */
  private void issue(int many) throws IOException, InterruptedException {
    JsonArrayBuilder recipients = Json.createArrayBuilder();
    for (int i = 0; i < many; i++) {
      recipients.add(
          Json.createObjectBuilder().add("name", name()).add("school", "s" + i % SCHOOLS));
    }
    String order =
        Json.createObjectBuilder()
            .add("honour", "outstanding-teacher")
            .add("issuedOn", "2021-07-12")
            .add("document", "石教〔2021〕12号")
            .add("recipients", recipients)
            .build()
            .toString();
    JsonArray taken;
    try (JsonReader reader =
        Json.createReader(new StringReader(server.post("bureau", ORDER, order)))) {
      taken = reader.readObject().getJsonArray("certificates");
    }
    String last = taken.getJsonObject(taken.size() - 1).getString("number");
    Condition.await(
        "all certificates are printed",
        Duration.ofHours(2),
        Duration.ofMillis(500),
        () -> server.answers("laurel/api/certificates/" + last));
  }

  /** Another name of three letters. */
  private String name() {
    int number = named++;
    return "王"
        + Character.toString(FIRST_LETTER + number / LETTERS)
        + Character.toString(FIRST_LETTER + number % LETTERS);
  }
}

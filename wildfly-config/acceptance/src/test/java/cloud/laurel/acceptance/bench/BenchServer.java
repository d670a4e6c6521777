package cloud.laurel.acceptance.bench;

import cloud.laurel.server.LaurelServer;
import cloud.laurel.server.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The provisioned server on the benchmark's database, with the benchmark's platform. */
final class BenchServer implements AutoCloseable {

  private static final String SERVICE = "cloud.laurel.acceptance.bench.platform.WorkService";

  private final HttpClient client = HttpClient.newHttpClient();
  private final LaurelServer server;

  BenchServer(Path home, Path data, Path imports, BenchDatabase database, int portOffset)
      throws IOException, InterruptedException {
    ServerOptions options = ServerOptions.of(home, data, "empty", portOffset);
    for (String name : List.of("laurel", "platform")) {
      String prefix = name.toUpperCase(java.util.Locale.ROOT) + "_DB_";
      options =
          options
              .withEnvironment(prefix + "URL", database.url(name))
              .withEnvironment(prefix + "USER", "postgres")
              .withEnvironment(prefix + "PASSWORD", "postgres");
    }
    options =
        options.withJvmOptions(
            "-Xmx512m",
            "-Dlaurel.log.console=WARN",
            "-Dlaurel.import.dir=" + imports,
            "-Dlaurel.capture.bench.method=" + SERVICE + "#hooked",
            "-Dlaurel.capture.bench.type=lesson.prepared",
            "-Dlaurel.capture.bench.actor=args[0]",
            "-Dlaurel.capture.bench.object-name=result");
    server = LaurelServer.start(options);
    if (!server.awaitReady(Duration.ofMinutes(3))) {
      server.stop();
      throw new IllegalStateException("the server did not start");
    }
    Path war = data.resolve("bench.war");
    writeWar(war);
    Files.copy(war, options.baseDir().resolve("deployments/bench.war"));
    awaitPlatform();
  }

  private static void writeWar(Path war) throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(war), StandardCharsets.UTF_8)) {
      for (String name : List.of("WorkService", "MeasureServlet")) {
        String path = "cloud/laurel/acceptance/bench/platform/" + name + ".class";
        zip.putNextEntry(new ZipEntry("WEB-INF/classes/" + path));
        try (var in = BenchServer.class.getClassLoader().getResourceAsStream(path)) {
          in.transferTo(zip);
        }
        zip.closeEntry();
      }
      zip.putNextEntry(new ZipEntry("WEB-INF/beans.xml"));
      zip.closeEntry();
    }
  }

  private void awaitPlatform() throws IOException, InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (send("bench/heap", HttpRequest.newBuilder()).statusCode() != 200) {
      if (System.nanoTime() > end
          || server.process().waitFor(500, java.util.concurrent.TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("the benchmark's platform did not start");
      }
    }
  }

  /** The answer to a GET, as the bureau where somebody must sign in. */
  String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(path, HttpRequest.newBuilder().header("Authorization", basic("bureau")));
    return body(path, answer);
  }

  /** The answer to a JSON document posted as somebody. */
  String post(String account, String path, String json) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .header("Authorization", basic(account))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    return body(path, send(path, request));
  }

  /** Whether there is something at an address. */
  boolean answers(String path) throws IOException, InterruptedException {
    return send(path, HttpRequest.newBuilder().header("Authorization", basic("bureau")))
            .statusCode()
        == 200;
  }

  /** The processors' time that the server has used. */
  Duration cpu() {
    return server.process().info().totalCpuDuration().orElseThrow();
  }

  private static String body(String path, HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private HttpResponse<String> send(String path, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + server.options().httpPort() + "/" + path);
    return client.send(request.uri(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String basic(String account) {
    byte[] bytes = (account + ":laurel-demo").getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public void close() {
    server.stop();
  }
}

package cloud.laurel.acceptance.bench;

import cloud.laurel.acceptance.fixture.Condition;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code mvn -Pbench verify}; with {@code -Dlaurel.bench.only=rank} only {@link RankBenchmark},
 * which needs no server, with {@code certificates} only {@link CertificateBenchmark}. What is
 * compared alternates within the run, so that a machine with other work spoils the ratios little.
 * {@code laurel.bench.round} actions make one round of the drain, {@code laurel.bench.actions} the
 * backlog whose heap is watched.
 */
public final class Benchmark {

  private static final int ROUNDS = 3;
  private static final int PAIRS = 1600;
  private static final int POST_BATCH = 100;
  private static final int POST_CLIENTS = 8;
  private static final int SMALL_JOURNAL = 10_000;
  private static final String CAMPAIGN = "laurel/api/campaigns/shishou-2020";
  private static final String STANDINGS = CAMPAIGN + "/schools";

  private final int round = Integer.getInteger("laurel.bench.round", 200_000);
  private final int backlog = Integer.getInteger("laurel.bench.actions", 1_000_000);
  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  private final BenchData data = new BenchData();
  private final Report report;
  private final BenchDatabase database;
  private final BenchServer server;

  private Benchmark(Report report, BenchDatabase database, BenchServer server) {
    this.report = report;
    this.database = database;
    this.server = server;
  }

  /** Arguments: the server's home, a folder to work in, the campaign's definition. */
  public static void main(String[] arguments) throws Exception {
    Report report = new Report();
    String only = System.getProperty("laurel.bench.only", "");
    if (!only.equals("rank")) {
      onServer(report, only, arguments);
    }
    if (!only.equals("certificates")) {
      new RankBenchmark(report, Files.readString(Path.of(arguments[2]))).run();
    }
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    Files.writeString(folder.resolveSibling("bench.json"), report.json().toString());
    new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
        .print(report.table());
  }

  private static void onServer(Report report, String only, String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of(arguments[1])), "run");
    Path imports = folder.resolve("import");
    BenchData.writeImport(imports, Path.of(arguments[2]));
    int offset = Integer.getInteger("laurel.bench.port.offset", 600);
    try (BenchDatabase database = new BenchDatabase();
        BenchServer server =
            new BenchServer(Path.of(arguments[0]), folder, imports, database, offset)) {
      if (only.isEmpty()) {
        new Benchmark(report, database, server).run();
      }
      new CertificateBenchmark(report, server).run();
    }
  }

  private void run() throws Exception {
    drain(SMALL_JOURNAL);
    for (int warm = 0; warm < 5; warm++) {
      standings();
    }
    double small = standings();
    hook(1);
    hook(16);
    awaitSettled();
    drainAgainstRaw();
    postAgainstRaw();
    say("draining a backlog of %d actions", backlog);
    server.get("bench/heap?reset=1");
    double seconds = drain(backlog);
    double peak = Double.parseDouble(server.get("bench/heap").strip()) / (1 << 20);
    report.add(
        "peak heap, backlog of " + backlog,
        peak,
        "MiB",
        "<= 512",
        "-Xmx512m, " + perSecond(backlog, seconds));
    replay(backlog / seconds);
    double large = standings();
    report.add(
        "GET standings, journal of " + database.journalRows() + " / 10000",
        large / small,
        "",
        "<= 1.2",
        millis(large) + " / " + millis(small));
  }

  /** The twins are called in turn, by so many callers at once. */
  private void hook(int callers) throws Exception {
    say("platform's action with and without hook, %d callers", callers);
    inParallel(callers, () -> server.get("bench/pairs?n=" + PAIRS / 4 / callers));
    List<String> answers =
        inParallel(callers, () -> server.get("bench/pairs?n=" + PAIRS / callers));
    List<double[]> pairs = new ArrayList<>();
    for (String answer : answers) {
      answer
          .lines()
          .map(l -> Arrays.stream(l.split(" ")).mapToDouble(Double::parseDouble).toArray())
          .forEach(pairs::add);
    }
    double[] plain = pairs.stream().mapToDouble(p -> p[0]).toArray();
    double[] hooked = pairs.stream().mapToDouble(p -> p[1]).toArray();
    for (int percent : new int[] {50, 99}) {
      double with = Report.percentile(hooked, percent);
      double without = Report.percentile(plain, percent);
      report.add(
          "action with hook / without, p%d, %d callers".formatted(percent, callers),
          with / without,
          "",
          percent == 50 ? "<= 1.3" : "",
          millis(with) + " / " + millis(without));
    }
  }

  private void drainAgainstRaw() throws SQLException, InterruptedException {
    double[] journal = new double[ROUNDS];
    double[] both = new double[ROUNDS];
    double[] drained = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      say("drain of %d actions, round %d of %d", round, i + 1, ROUNDS);
      long last = database.lastAction();
      drained[i] = drain(round);
      double rawJournal = raw("action_journal", "seq", last);
      double rawJudgements = raw("judgement", "action", last);
      journal[i] = rawJournal / drained[i];
      both[i] = (rawJournal + rawJudgements) / drained[i];
    }
    String detail = perSecond(round, Report.median(drained));
    report.add("drain / raw inserts, journal rows alone", Report.median(journal), "", "", detail);
    report.add(
        "drain / raw inserts, journal and judgements",
        Report.median(both),
        "",
        ">= 0.5, not < 0.3",
        detail);
  }

  private void postAgainstRaw() throws Exception {
    double[] journal = new double[ROUNDS];
    double[] both = new double[ROUNDS];
    double[] posted = new double[ROUNDS];
    int requests = round / POST_BATCH / POST_CLIENTS;
    int actions = requests * POST_CLIENTS * POST_BATCH;
    for (int i = 0; i < ROUNDS; i++) {
      say("POST of %d actions, round %d of %d", actions, i + 1, ROUNDS);
      long last = database.lastAction();
      long start = System.nanoTime();
      inParallel(
          POST_CLIENTS,
          () -> {
            for (int r = 0; r < requests; r++) {
              server.post("platform", "laurel/api/actions", batch());
            }
            return "";
          });
      posted[i] = (System.nanoTime() - start) / 1e9;
      double rawJournal = raw("action_journal", "seq", last);
      journal[i] = rawJournal / posted[i];
      both[i] = (rawJournal + raw("judgement", "action", last)) / posted[i];
    }
    String detail = perSecond(actions, Report.median(posted));
    report.add("POST / raw inserts, journal rows alone", Report.median(journal), "", "", detail);
    report.add("POST / raw inserts, journal and judgements", Report.median(both), "", "", detail);
  }

  /** The whole journal under changed points, on the side. */
  private void replay(double drainRate) throws Exception {
    say("replay of %d actions under other rules", database.journalRows());
    server.get("bench/heap?reset=1");
    String changed = server.get(CAMPAIGN).replaceFirst("\"points\":3", "\"points\":4");
    long start = System.nanoTime();
    JsonObject begun = json(server.post("bureau", CAMPAIGN + "/replays?note=bench", changed));
    String address = CAMPAIGN + "/replays/" + begun.getInt("id");
    Condition.await(
        "the replay is done",
        Duration.ofHours(1),
        Duration.ofMillis(500),
        () -> json(server.get(address)).getString("state").equals("DONE"));
    double seconds = (System.nanoTime() - start) / 1e9;
    JsonObject done = json(server.get(address));
    double rate = done.getInt("total") / seconds;
    report.add(
        "replay / drain, actions per second",
        rate / drainRate,
        "",
        ">= 0.5",
        perSecond(done.getInt("total"), seconds)
            + ", accounts changed: "
            + done.getInt("accountsChanged"));
    double peak = Double.parseDouble(server.get("bench/heap").strip()) / (1 << 20);
    report.add("peak heap, replay", peak, "MiB", "<= 512", "-Xmx512m");
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private String batch() {
    StringBuilder json = new StringBuilder("[");
    synchronized (data) {
      for (int i = 0; i < POST_BATCH; i++) {
        json.append(i == 0 ? "" : ",").append(data.next().json());
      }
    }
    return json.append(']').toString();
  }

  private double raw(String table, String number, long after) throws SQLException {
    return database.insertRaw(table, number, after) / 1e9;
  }

  /** Seconds from a full outbox to settled standings. */
  private double drain(int actions) throws SQLException, InterruptedException {
    database.fillOutbox(data, actions);
    long start = System.nanoTime();
    awaitSettled();
    return (System.nanoTime() - start) / 1e9;
  }

  private void awaitSettled() {
    Condition.await(
        "everything is scored", Duration.ofHours(1), Duration.ofMillis(20), database::settled);
  }

  private double standings() throws IOException, InterruptedException {
    double[] times = new double[200];
    for (int i = -100; i < times.length; i++) {
      long start = System.nanoTime();
      server.get(STANDINGS);
      if (i >= 0) {
        times[i] = System.nanoTime() - start;
      }
    }
    return Report.median(times);
  }

  private static List<String> inParallel(int threads, Callable<String> work)
      throws InterruptedException, ExecutionException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<String>> started = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        started.add(executor.submit(work));
      }
      List<String> answers = new ArrayList<>();
      for (Future<String> answer : started) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      executor.shutdownNow();
    }
  }

  private void say(String format, Object... arguments) {
    out.println("bench: " + String.format(Locale.ROOT, format, arguments));
  }

  private static String millis(double nanos) {
    return String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
  }

  private static String perSecond(int actions, double seconds) {
    return String.format(Locale.ROOT, "%.0f actions/s", actions / seconds);
  }
}

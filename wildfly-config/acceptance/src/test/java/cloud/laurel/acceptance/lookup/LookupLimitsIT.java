package cloud.laurel.acceptance.lookup;

import static cloud.laurel.acceptance.fixture.IssuedCertificates.SCHOOL;
import static cloud.laurel.acceptance.fixture.IssuedCertificates.VALID;
import static cloud.laurel.acceptance.fixture.IssuedCertificates.WITHHELD;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.IssuedCertificates;
import cloud.laurel.acceptance.fixture.TestServer;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Nobody searches the register through, by names, by codes, by time, or by force. All tests
 * together miss less often than the limit of everybody.
 */
@ExtendWith(FailureReport.class)
class LookupLimitsIT {

  private static final String NUMBERS = "零一二三四五六七八九十";
  private static final Pattern SUM = Pattern.compile("([二三四五六七八九十])(加|减)([二三四五六七八九十])等于多少");
  private static final Pattern TOKEN = Pattern.compile("name=\"task\" value=\"([^\"]+)\"");

  private static final AtomicInteger ADDRESSES = new AtomicInteger();

  private static TestServer server;
  private static IssuedCertificates issued;

  @BeforeAll
  static void start() {
    // so that a test can come from many addresses
    server = TestServer.start("lookup-limits", Map.of(), "-Dlaurel.proxied=true");
    issued = IssuedCertificates.make(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Stranger stranger() {
    int number = ADDRESSES.incrementAndGet();
    return new Stranger(server, "203.0." + number / 250 + "." + (1 + number % 250));
  }

  @Test
  void fifthMissAsksForASumAndWhoAnswersGoesOn() {
    Stranger stranger = stranger();
    String page = "";
    for (int i = 0; i < 5; i++) {
      assertThat(page).doesNotContain("id=\"proof\"");
      page = stranger.lookUp("无此人" + i, SCHOOL).body();
      assertThat(page).contains("未查询到相符的证书");
    }
    assertThat(page).contains("id=\"proof\"");
    assertThat(stranger().get("/laurel/verify").body()).doesNotContain("id=\"proof\"");
    HttpResponse<String> without = stranger.lookUp(VALID, SCHOOL);
    assertThat(without.statusCode()).isEqualTo(200);
    assertThat(without.body()).contains("请先回答这道题").contains("value=\"" + VALID + "\"");
    HttpResponse<String> wrong = answer(stranger, without.body(), 99);
    assertThat(wrong.body()).contains("答案不对");
    HttpResponse<String> right = answer(stranger, wrong.body(), 0);
    assertThat(right.statusCode()).isEqualTo(303);
    // what was scanned opens, whoever else has missed at this address
    assertThat(stranger.get("/laurel/verify/" + issued.code(VALID)).statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> answer(Stranger stranger, String page, int off) {
    Matcher sum = SUM.matcher(page);
    Matcher token = TOKEN.matcher(page);
    assertThat(sum.find() && token.find()).isTrue();
    int left = NUMBERS.indexOf(sum.group(1));
    int right = NUMBERS.indexOf(sum.group(3));
    Map<String, String> fields = new HashMap<>();
    fields.put("name", VALID);
    fields.put("q", SCHOOL);
    fields.put("task", token.group(1));
    fields.put("answer", "" + (off + (sum.group(2).equals("加") ? left + right : left - right)));
    return stranger.post("/laurel/verify", fields);
  }

  @Test
  void programThatTriesNamesIsSentAwayAndMayStillAskForNumbers() {
    Stranger stranger = stranger();
    HttpResponse<String> last = stranger.find("无此人", SCHOOL);
    for (int i = 0; i < 30 && last.statusCode() == 200; i++) {
      last = stranger.find("无此人" + i, SCHOOL);
    }
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.headers().firstValue("Retry-After")).isPresent();
    assertThat(last.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(stranger().find(VALID, SCHOOL).statusCode()).isEqualTo(200);
  }

  @Test
  void whoeverGuessesCodesIsStopped() {
    Stranger stranger = stranger();
    long misses = 0;
    HttpResponse<String> last = stranger.get("/laurel/verify/22222222222222");
    for (int i = 0; i < 5000 && !stoppedForLong(last); i++) {
      misses += last.statusCode() == 404 ? 1 : 0;
      last =
          stranger.get(
              (i % 2 == 0 ? "/laurel/verify/" : "/laurel/api/certificates/")
                  + "A"
                  + i
                  + "BCDEFGHJK");
    }
    assertThat(stoppedForLong(last)).isTrue();
    assertThat(misses).isLessThanOrEqualTo(100);
    assertThat(stranger.get("/laurel/certificates/x.png").statusCode()).isEqualTo(429);
    HttpResponse<String> away = stranger.lookUp(VALID, SCHOOL);
    assertThat(away.statusCode()).isEqualTo(429);
    assertThat(away.body()).contains("10 分钟", "二维码", "href=\"/laurel/verify\"");
    // what is printed on a certificate opens, whatever others of the same network have tried
    assertThat(stranger.get("/laurel/verify/" + issued.code(VALID)).statusCode()).isEqualTo(200);
    assertThat(stranger.lookUp(VALID, issued.number(VALID)).statusCode()).isEqualTo(200);
    assertThat(stranger.check(new byte[9]).statusCode()).isEqualTo(200);
    assertThat(stranger().get("/laurel/verify/" + issued.code(VALID)).statusCode()).isEqualTo(200);
  }

  private static boolean stoppedForLong(HttpResponse<String> response) {
    return response.headers().firstValue("Retry-After").orElse("").equals("600");
  }

  @Test
  void floodFromOneAddressIsRefusedBeforeTheDatabaseAndOthersGoOn() throws Exception {
    Stranger flood = stranger();
    String path = "/laurel/api/certificates/" + issued.code(VALID);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    long start = System.nanoTime();
    try {
      List<Future<HttpResponse<String>>> sent = new ArrayList<>();
      for (int i = 0; i < 3000; i++) {
        sent.add(threads.submit(() -> flood.get(path)));
      }
      for (int i = 0; i < 10; i++) {
        assertThat(stranger().get(path).statusCode()).isEqualTo(200);
      }
      int answered = 0;
      for (Future<HttpResponse<String>> one : sent) {
        HttpResponse<String> response = one.get();
        if (response.statusCode() == 200) {
          answered++;
        } else {
          assertThat(response.statusCode()).isEqualTo(429);
          assertThat(response.headers().firstValue("Server-Timing")).contains("sql;desc=\"0\"");
        }
      }
      long seconds = 1 + (System.nanoTime() - start) / 1_000_000_000;
      assertThat(answered).isBetween(1, (int) (30 * (seconds + 1)));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void nothingIsLearntFromTheTimeThatAMissTakes() {
    String code = issued.code(VALID);
    List<List<String>> kinds =
        List.of(
            List.of("无此人", SCHOOL),
            List.of(VALID, "无此学校"),
            List.of(WITHHELD, SCHOOL),
            List.of("无此人", code));
    kinds.forEach(kind -> times(kind, 4));
    List<List<Long>> times =
        kinds.stream().map(kind -> (List<Long>) new ArrayList<Long>()).toList();
    for (int round = 0; round < 20; round++) {
      for (int kind = 0; kind < kinds.size(); kind++) {
        times.get(kind).addAll(times(kinds.get(kind), 4));
      }
    }
    List<Double> medians = times.stream().map(LookupLimitsIT::median).toList();
    double least = medians.stream().mapToDouble(m -> m).min().orElseThrow();
    double most = medians.stream().mapToDouble(m -> m).max().orElseThrow();
    // a busy machine moves single requests by more than any difference that there could be
    assertThat(most - least).as("medians in ms: " + medians).isLessThan(Math.max(2, least * 0.35));
  }

  /** Fewer from each address than it takes to be stopped. */
  private static List<Long> times(List<String> typed, int count) {
    Stranger stranger = stranger();
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              long start = System.nanoTime();
              String body = stranger.find(typed.get(0), typed.get(1)).body();
              assertThat(body).isEqualTo("{\"certificates\":[]}");
              return System.nanoTime() - start;
            })
        .toList();
  }

  private static double median(List<Long> nanos) {
    return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow() / 1e6;
  }
}

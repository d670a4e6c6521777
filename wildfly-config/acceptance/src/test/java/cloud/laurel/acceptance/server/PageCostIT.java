package cloud.laurel.acceptance.server;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.Api;
import cloud.laurel.acceptance.fixture.TestAction;
import cloud.laurel.acceptance.fixture.TestCampaigns;
import cloud.laurel.acceptance.fixture.TestRosters;
import cloud.laurel.acceptance.fixture.TestServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No page runs more SQL the more schools there are: at most twelve statements each, counted by the
 * server itself, in a province of ten thousand schools. What each took is kept in {@code
 * target/page-costs.txt}; a test is no place to judge it.
 */
class PageCostIT {

  private static final int SCHOOLS = 10_000;
  private static final int MOST_STATEMENTS = 12;
  private static final Pattern TIMING = Pattern.compile("app;dur=(\\d+), sql;desc=\"(\\d+)\"");

  /** Unlike the servers of other tests: what it takes is what it would take a school. */
  private static final String AS_IN_PRODUCTION = "-XX:TieredStopAtLevel=4";

  private static final Path COSTS = Path.of("target/page-costs.txt");

  private static TestServer server;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws IOException {
    Files.deleteIfExists(COSTS);
    server = TestServer.start("pages", Map.of(), AS_IN_PRODUCTION);
    TestRosters roster = TestRosters.demoSchool();
    roster.org("C-1,第一中心学校,local,");
    for (int i = 0; i < SCHOOLS; i++) {
      String school = "X-" + i;
      roster.org(school + ",第" + i + "小学,school," + (i % 10 == 0 ? "C-1" : ""));
      roster.administrator(school, "A-" + i, "a" + i);
      roster.teacher(school, "T-" + i, "t" + i);
      roster.pupil(school, "P-" + i, 3);
    }
    roster.post(server, "2026-01-01");
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    TestCampaigns.post(server, "province", today.minusDays(100), today.plusDays(60));
    List<JsonObject> actions = new ArrayList<>();
    for (int i = 0; i < SCHOOLS; i++) {
      String at = today.minusDays(i % 90) + "T09:00:00+08:00";
      actions.add(TestAction.of("t" + i, "lesson.prepared", "T-" + i, at));
      actions.add(TestAction.of("p" + i, "course.studied", "P-" + i, at));
    }
    for (int from = 0; from < actions.size(); from += 1000) {
      String body = TestAction.body(actions.subList(from, from + 1000));
      assertThat(server.api().post("platform", "actions", body).status()).isEqualTo(202);
    }
    server.awaitSettled("province");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "bureau, /laurel/bureau",
    "bureau, /laurel/bureau/participation",
    "bureau, /laurel/bureau/participation?central=C-1",
    "bureau, /laurel/bureau/standings",
    "bureau, /laurel/bureau/standings?board=teachers",
    "bureau, /laurel/bureau/school?code=S-01",
    "bureau, /laurel/bureau/account?code=T-000001",
    "bureau, /laurel/bureau/opening",
    "bureau, /laurel/bureau/opening?school=S-01",
    "bureau, /laurel/bureau/worklist",
    "bureau, /laurel/bureau/worklist?item=OPENING&status=DUE&sort=name&page=7",
    "bureau, /laurel/bureau/remind?item=PLAN",
    "bureau, /laurel/bureau/report",
    "bureau, /laurel/bureau/bulletin",
    "bureau, /laurel/bureau/campaigns",
    "bureau, /laurel/bureau/campaign?code=province",
    "bureau, /laurel/bureau/appeals",
    "bureau, /laurel/bureau/certificate-templates",
    "bureau, /laurel/bureau/certificate-seal",
    "bureau, /laurel/bureau/notice",
    "bureau, /laurel/bureau/objections",
    "bureau, /laurel/bureau/certificates",
    "bureau, /laurel/bureau/certificate-issue?honour=outstanding-teacher",
    "bureau, /laurel/bureau/certificate-one",
    "bureau, /laurel/bureau/certificate-order?id=1",
    "bureau, /laurel/bureau/certificate-register",
    "bureau, /laurel/bureau/certificate-print",
    "bureau, /laurel/bureau/certificate?series=LR-2026-T-0001",
    "bureau, /laurel/",
    "bureau, /laurel/notice",
    "bureau, /laurel/honours",
    "bureau, /laurel/bureau/signals",
    "bureau, /laurel/bureau/roster",
    "admin1, /laurel/school/roster",
    "bureau, /laurel/bureau/selection",
    "bureau, /laurel/bureau/selection?honour=outstanding-teacher&places=64&perSchool=3",
    "bureau, /laurel/bureau/candidate?honour=outstanding-school&code=S-01",
    "bureau, /laurel/bureau/plans",
    "bureau, /laurel/bureau/plan?code=S-01",
    "bureau, /laurel/bureau/central?code=C-1",
    "admin1, /laurel/my/certificates",
    "admin1, /laurel/school",
    "admin1, /laurel/school/opening",
    "admin1, /laurel/school/plan",
    "admin1, /laurel/school/training",
    "admin1, /laurel/school/goals",
    "admin1, /laurel/school/showcase",
    "admin1, /laurel/school/showcase/case",
    "admin1, /laurel/school/certificates",
    "bureau, /laurel/bureau/showcase",
    "bureau, /laurel/showcase",
    "admin1, /laurel/school/appeals",
    "teacher1, /laurel/my",
    "teacher1, /laurel/my/ledger",
    "teacher1, /laurel/my/appeals",
    "teacher1, /laurel/my/notices"
  })
  void aPageNeedsFewStatements(String user, String path) throws Exception {
    Matcher first = timing(user, path);
    Matcher second = timing(user, path);
    Files.writeString(
        COSTS,
        "%-50s first %5s ms, then %5s ms, %3s statements%n"
            .formatted(path, first.group(1), second.group(1), second.group(2)),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    assertThat(Integer.parseInt(second.group(2))).as(path).isLessThanOrEqualTo(MOST_STATEMENTS);
  }

  private static Matcher timing(String user, String path) throws Exception {
    HttpResponse<Void> answer = page(user, path);
    Matcher timing = TIMING.matcher(answer.headers().firstValue("Server-Timing").orElse(""));
    assertThat(timing.matches()).as(path).isTrue();
    return timing;
  }

  @Test
  void anExportIsSentWhileItIsMade() throws Exception {
    HttpResponse<Void> answer = page("bureau", "/laurel/bureau/standings.csv");
    // the header is added to whatever has not left yet when the page is finished
    assertThat(answer.headers().firstValue("Server-Timing")).isEmpty();
    assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
  }

  private static HttpResponse<Void> page(String user, String path)
      throws IOException, InterruptedException {
    byte[] credentials = (user + ":" + Api.PASSWORD).getBytes(StandardCharsets.UTF_8);
    HttpResponse<Void> answer =
        CLIENT.send(
            HttpRequest.newBuilder(server.http(path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                .build(),
            HttpResponse.BodyHandlers.discarding());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer;
  }
}

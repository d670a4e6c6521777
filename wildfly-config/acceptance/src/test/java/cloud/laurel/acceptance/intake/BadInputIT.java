package cloud.laurel.acceptance.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cloud.laurel.acceptance.fixture.Answer;
import cloud.laurel.acceptance.fixture.Api;
import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.SharedServer;
import cloud.laurel.acceptance.fixture.TestAction;
import cloud.laurel.acceptance.fixture.TestCampaigns;
import cloud.laurel.acceptance.fixture.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that cannot be taken and callers who may not: each gets a problem document. */
@ExtendWith(FailureReport.class)
class BadInputIT {

  private static final String JSON = "application/json";
  private static final String WHEN = "2024-09-02T08:00:00+08:00";
  private static final int FIVE_MIB = 5 * 1024 * 1024;

  private static TestServer server;
  private static Api api;

  @BeforeAll
  static void start() {
    server = SharedServer.H2.get();
    api = server.api();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "broken JSON           | 400 | application/json                   | [{\"id\":",
        "something after it    | 400 | application/json                   | [] []",
        "nothing               | 400 | application/json                   | ~~",
        "an object             | 400 | application/json                   | {}",
        "a text                | 400 | application/json                   | \"actions\"",
        "an empty array        | 400 | application/json                   | []",
        "plain text            | 415 | text/plain                         | []",
        "XML                   | 415 | application/xml                    | <actions/>",
        "a form                | 415 | application/x-www-form-urlencoded  | a=b",
        "another charset       | 415 | application/json; charset=GB18030  | []",
        "an unknown charset    | 415 | application/json; charset=klingon  | []",
        "an impossible charset | 415 | application/json; charset=%%%      | []"
      })
  void bodyThatIsNoListOfActions(String what, int status, String type, String body) {
    Answer answer = api.post("platform", "actions", type, body.getBytes(StandardCharsets.UTF_8));
    assertProblem(answer, status);
  }

  @Test
  void bodyThatIsNotUtf8() {
    byte[] body = "[\"桂冠\"]".getBytes(java.nio.charset.Charset.forName("GB18030"));
    assertProblem(api.post("platform", "actions", JSON, body), 400);
  }

  @Test
  void bodyNestedTooDeep() {
    assertProblem(api.post("platform", "actions", "[".repeat(100_000)), 400);
  }

  @Test
  void moreThanAThousandActionsAreNotTakenAtAll() {
    String prefix = "many-" + UUID.randomUUID() + "-";
    List<JsonObject> actions =
        IntStream.rangeClosed(0, 1000).mapToObj(i -> action(prefix + i)).toList();
    assertProblem(api.post("platform", "actions", TestAction.body(actions)), 413);
    Answer taken = api.post("platform", "actions", TestAction.body(actions.subList(0, 1000)));
    assertThat(taken.status()).isEqualTo(202);
    assertThat(taken.json().getInt("accepted")).isEqualTo(1000);
  }

  @Test
  void moreThanFiveMebibytesAreNotTakenEvenWithoutAnAnnouncedLength() {
    byte[] large = large(FIVE_MIB + 1);
    assertProblem(api.post("platform", "actions", JSON, large), 413);
    assertProblem(
        api.post(
            "platform",
            "actions",
            JSON,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))),
        413);
    // just as much as allowed is read to its end
    Answer answer = api.post("platform", "actions", JSON, large(FIVE_MIB));
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
  }

  @Test
  void malformedElementsAreNamedAndTheOthersTaken() {
    String id = "mixed-" + UUID.randomUUID();
    JsonObject good = action(id);
    String body =
        TestAction.body(
                List.of(
                    good,
                    without(good, "id"),
                    without(good, "type"),
                    without(good, "actor"),
                    without(good, "occurredAt"),
                    with(good, "occurredAt", Json.createValue("2020-12-01 08:00")),
                    with(good, "occurredAt", Json.createValue("2020-12-01T08:00:00")),
                    with(good, "type", Json.createValue("Lesson Prepared")),
                    with(good, "id", Json.createValue("x".repeat(129))),
                    with(good, "actor", Json.createValue(7)),
                    with(good, "counterparts", Json.createValue("T1")),
                    with(good, "object", Json.createValue("lesson")),
                    with(good, "attributes", JsonValue.EMPTY_JSON_ARRAY),
                    action(id + "-last")))
            .replaceFirst("]$", ",5,null,[]]");
    Answer answer = api.post("platform", "actions", body);

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(answer.json().getInt("accepted")).isEqualTo(2);
    List<JsonObject> rejected =
        answer.json().getJsonArray("rejected").getValuesAs(JsonObject.class);
    assertThat(rejected)
        .extracting(r -> r.getInt("index"), r -> r.getString("field"))
        .containsExactly(
            tuple(1, "id"),
            tuple(2, "type"),
            tuple(3, "actor"),
            tuple(4, "occurredAt"),
            tuple(5, "occurredAt"),
            tuple(6, "occurredAt"),
            tuple(7, "type"),
            tuple(8, "id"),
            tuple(9, "actor"),
            tuple(10, "counterparts"),
            tuple(11, "object"),
            tuple(12, "attributes"),
            tuple(14, ""),
            tuple(15, ""),
            tuple(16, ""));
    assertThat(rejected).extracting(r -> r.getString("problem")).doesNotContain("");
  }

  @ParameterizedTest(name = "{0} {1} as {2}: {3}")
  @CsvSource({
    "POST, actions, '', 401",
    "POST, actions, stranger, 401",
    "POST, actions, bureau, 403",
    "POST, actions, teacher1, 403",
    "POST, roster, '', 401",
    "POST, roster, platform, 403",
    "POST, campaigns, '', 401",
    "POST, campaigns, admin1, 403",
    "GET, campaigns, '', 401",
    "GET, campaigns, platform, 403",
    "GET, campaigns/bad-input/schools, '', 401",
    "GET, campaigns/bad-input/schools, teacher1, 403",
    "GET, campaigns/bad-input/schools/S-02, admin1, 403",
    "GET, campaigns/bad-input/accounts/T-000002, teacher1, 403",
    "GET, campaigns/bad-input/accounts/T-000002/actions, teacher1, 403",
    "GET, campaigns/bad-input/accounts/T-000002, platform, 403"
  })
  void callerWhoMayNot(String method, String path, String user, int status) {
    TestCampaigns.postOnce(
        server, "bad-input", LocalDate.parse("2023-01-01"), LocalDate.parse("2023-02-01"));
    String type = path.equals("roster") ? "application/zip" : JSON;
    Answer answer =
        method.equals("GET") ? api.get(user, path) : api.post(user, path, type, new byte[0]);
    assertProblem(answer, status);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "code            | \"\"",
        "code            | 7",
        "timeZone        | \"Asia/Nowhere\"",
        "scoring.from    | ~{\"from\":\"2020-13-01\",\"to\":\"2021-01-01\"}~",
        "scoring.to      | ~{\"from\":\"2021-01-02\",\"to\":\"2021-01-01\"}~",
        "indicators      | 5"
      })
  void badCampaignIsNotCreated(String field, String value) {
    JsonObject good =
        TestCampaigns.of(
            "bad-" + UUID.randomUUID(),
            LocalDate.parse("2022-01-01"),
            LocalDate.parse("2022-02-01"));
    String member = field.replaceFirst("\\..*", "");
    String whole = "{\"v\":" + value + "}";
    JsonValue bad = new Answer(0, "", whole).json().get("v");
    Answer answer = api.post("bureau", "campaigns", with(good, member, bad).toString());

    assertProblem(answer, 422);
    assertThat(answer.json().getJsonArray("errors").getValuesAs(JsonObject.class))
        .extracting(e -> e.getString("field"))
        .contains(field);
    String code = good.getString("code");
    assertThat(api.get("bureau", "campaigns/" + code).status()).isEqualTo(404);
  }

  @Test
  void campaignsThatAreNoneOrThereAlready() {
    assertProblem(api.post("bureau", "campaigns", "[]"), 400);
    assertProblem(api.post("bureau", "campaigns", "{"), 400);
    LocalDate from = LocalDate.parse("2022-03-01");
    TestCampaigns.postOnce(server, "twice", from, from);
    Answer again =
        api.post("bureau", "campaigns", TestCampaigns.of("twice", from, from).toString());
    assertProblem(again, 409);
  }

  static void assertProblem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.type()).startsWith("application/problem+json");
    JsonObject problem = answer.json();
    assertThat(problem.getInt("status")).isEqualTo(status);
    assertThat(problem.getString("type")).startsWith("urn:laurel:problem:");
    assertThat(problem.getString("title")).isNotBlank();
    assertThat(problem.getString("detail")).isNotBlank().doesNotContain("Exception");
  }

  private static JsonObject action(String id) {
    return TestAction.of(id, "lesson.prepared", "BI-T1", WHEN);
  }

  private static JsonObject with(JsonObject object, String name, JsonValue value) {
    return Json.createObjectBuilder(object).add(name, value).build();
  }

  private static JsonObject without(JsonObject object, String name) {
    return Json.createObjectBuilder(object).remove(name).build();
  }

  /** One good action, and spaces up to this many bytes. */
  private static byte[] large(int bytes) {
    String action = TestAction.body(Collections.singletonList(action("large")));
    return (action + " ".repeat(bytes - action.length())).getBytes(StandardCharsets.US_ASCII);
  }
}

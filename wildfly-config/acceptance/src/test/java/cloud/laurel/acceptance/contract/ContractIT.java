package cloud.laurel.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.Answer;
import cloud.laurel.acceptance.fixture.Api;
import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.SharedServer;
import cloud.laurel.acceptance.fixture.TestAction;
import cloud.laurel.acceptance.fixture.TestCampaigns;
import cloud.laurel.acceptance.fixture.TestRosters;
import cloud.laurel.acceptance.fixture.TestServer;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers of the HTTP contract, field by field, because other programs rely on them. */
@ExtendWith(FailureReport.class)
class ContractIT {

  private static final String CAMPAIGN = "contract";
  private static final String HERE = "campaigns/" + CAMPAIGN;
  private static final String POINT_TWO = "\\d+\\.\\d{2}";
  private static final String POINT_ONE = "\\d+\\.\\d";

  private static TestServer server;
  private static Api api;

  /** Two of three teachers and none of three pupils have a space; one of three pupils studies. */
  @BeforeAll
  static void oneSchool() {
    server = SharedServer.H2.get();
    api = server.api();
    new TestRosters()
        .school("CO-S", "契约小学")
        .administrator("CO-S", "CO-A1", "co-a1")
        .teacher("CO-S", "CO-T1", "co-t1")
        .teacher("CO-S", "CO-T2", "co-t2")
        .unregistered("CO-S", "CO-T3", "co-t3")
        .pupil("CO-S", "CO-P1", 3)
        .pupil("CO-S", "CO-P2", 4)
        .pupil("CO-S", "CO-P3", 5)
        .post(server, "2023-09-01");
    TestCampaigns.post(
        server, CAMPAIGN, LocalDate.parse("2023-09-01"), LocalDate.parse("2023-09-30"));
    Answer answer =
        api.post(
            "platform",
            "actions",
            TestAction.body(
                List.of(
                    TestAction.of("co-1", "lesson.prepared", "CO-T1", "2023-09-04T00:30:00+08:00"),
                    TestAction.of("co-2", "lesson.prepared", "CO-T1", "2023-09-04T09:00:00+08:00"),
                    TestAction.of("co-3", "notice.published", "CO-T1", "2023-10-01T00:00:00+08:00"),
                    TestAction.of("co-4", "moon.landed", "CO-T1", "2023-09-05T08:00:00Z"),
                    TestAction.of("co-5", "course.studied", "CO-P1", "2023-09-05T08:00:00Z"),
                    TestAction.of("co-6", "grade.created", "CO-T1", "2023-09-06T08:00:00Z"))));
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    server.awaitSettled(CAMPAIGN);
  }

  @Test
  void schoolsByRank() {
    JsonObject answer = api.get("bureau", HERE + "/schools").json();
    assertThat(answer.keySet()).containsExactly("asOf", "pending", "rows");
    assertMeta(answer);
    List<JsonObject> rows = answer.getJsonArray("rows").getValuesAs(JsonObject.class);
    assertThat(rows).extracting(r -> r.getInt("rank")).isSorted().contains(1);
    JsonObject row =
        rows.stream().filter(r -> r.getString("code").equals("CO-S")).findFirst().orElseThrow();
    assertThat(row.keySet())
        .containsExactlyInAnyOrder(
            "code",
            "name",
            "rank",
            "score",
            "administratorMean",
            "teacherMean",
            "studentMean",
            "teacherOpeningRate",
            "studentOpeningRate",
            "passesOpeningGate");
    assertThat(row.getString("name")).isEqualTo("契约小学");
    for (String mean : List.of("score", "administratorMean", "teacherMean", "studentMean")) {
      assertThat(row.getString(mean)).matches(POINT_TWO);
    }
    assertThat(row.getString("teacherMean")).isEqualTo("1.00");
    // two of three are 66.66...: truncated, not rounded
    assertThat(row.getString("teacherOpeningRate")).isEqualTo("66.6");
    assertThat(row.getString("studentOpeningRate")).isEqualTo("0.0");
    assertThat(row.getBoolean("passesOpeningGate")).isFalse();
  }

  @Test
  void schoolUnfolded() {
    JsonObject school = api.get("bureau", HERE + "/schools/CO-S").json();
    assertThat(school.keySet())
        .contains(
            "code",
            "name",
            "rank",
            "score",
            "administrators",
            "teachers",
            "students",
            "opening",
            "asOf",
            "pending");
    assertMeta(school);
    assertThat(school.getString("score")).matches(POINT_TWO);
    for (String part : List.of("administrators", "teachers")) {
      JsonObject people = school.getJsonObject(part);
      assertThat(people.keySet()).containsExactlyInAnyOrder("count", "points", "mean");
      assertThat(people.getString("mean")).matches(POINT_TWO);
    }
    assertThat(school.getJsonObject("teachers").getInt("count")).isEqualTo(3);
    assertThat(school.getJsonObject("teachers").getInt("points")).isEqualTo(3);
    JsonObject students = school.getJsonObject("students");
    assertThat(students.keySet()).containsExactlyInAnyOrder("mean", "months");
    assertThat(students.getJsonArray("months")).hasSize(1);
    JsonObject month = students.getJsonArray("months").getJsonObject(0);
    assertThat(month.keySet())
        .containsExactlyInAnyOrder("month", "eligible", "alternatives", "points", "state");
    assertThat(month.getString("month")).isEqualTo("2023-09");
    assertThat(month.getInt("eligible")).isEqualTo(3);
    assertThat(month.getString("state")).isIn("OPEN", "CLOSED");
    JsonObject studied = month.getJsonArray("alternatives").getJsonObject(0);
    assertThat(studied.keySet()).containsExactlyInAnyOrder("name", "participants", "rate");
    assertThat(studied.getString("rate")).isEqualTo("33.3");
    for (String group : List.of("teachers", "students")) {
      JsonObject opening = school.getJsonObject("opening").getJsonObject(group);
      assertThat(opening.keySet())
          .containsExactlyInAnyOrder("eligible", "registered", "activated", "rate");
      assertThat(opening.getString("rate")).matches(POINT_ONE);
    }
  }

  @Test
  void accountsStanding() {
    JsonObject account = api.get("bureau", HERE + "/accounts/CO-T1").json();
    assertThat(account.keySet()).contains("points", "rank", "rankInSchool", "indicators");
    assertMeta(account);
    assertThat(account.getInt("points")).isEqualTo(3);
    assertThat(account.getInt("rankInSchool")).isEqualTo(1);
    assertThat(account.getInt("rank")).isPositive();
    List<JsonObject> indicators = account.getJsonArray("indicators").getValuesAs(JsonObject.class);
    assertThat(indicators).hasSize(9);
    assertThat(indicators)
        .filteredOn(i -> i.getString("code").equals("lesson-preparation"))
        .singleElement()
        .satisfies(
            i -> {
              assertThat(i.getString("name")).isEqualTo("备课");
              assertThat(i.getInt("points")).isEqualTo(3);
              assertThat(i.getInt("counted")).isEqualTo(1);
            });
  }

  @Test
  void journalWithVerdictAndReason() {
    JsonObject answer = api.get("bureau", HERE + "/accounts/CO-T1/actions").json();
    assertMeta(answer);
    List<JsonObject> rows = answer.getJsonArray("rows").getValuesAs(JsonObject.class);
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.keySet())
                    .containsExactlyInAnyOrder(
                        "id",
                        "type",
                        "occurredAt",
                        "receivedAt",
                        "verdict",
                        "reason",
                        "indicator",
                        "points",
                        "day",
                        "school",
                        "ruleVersion",
                        "countedInstead"));
    assertThat(rows)
        .extracting(
            row ->
                "%s %s %s %s %d"
                    .formatted(
                        row.getString("id"),
                        row.getString("day"),
                        row.getString("verdict"),
                        text(row, "reason"),
                        row.getInt("points")))
        .containsExactly(
            "co-3 2023-10-01 REFUSED OUTSIDE_WINDOW 0",
            "co-6 2023-09-06 REFUSED WRONG_ROLE 0",
            "co-4 2023-09-05 REFUSED NO_INDICATOR 0",
            "co-2 2023-09-04 REFUSED LIMIT_REACHED 0",
            "co-1 2023-09-04 COUNTED - 3");
    JsonObject first = rows.get(4);
    assertThat(first.getString("type")).isEqualTo("lesson.prepared");
    assertThat(text(first, "indicator")).isEqualTo("lesson-preparation");
    assertThat(text(first, "school")).isEqualTo("CO-S");
    assertThat(OffsetDateTime.parse(first.getString("occurredAt")))
        .isEqualTo(OffsetDateTime.parse("2023-09-04T00:30:00+08:00"));
    assertThat(OffsetDateTime.parse(first.getString("occurredAt")).getOffset())
        .isEqualTo(ZoneOffset.ofHours(8));
    OffsetDateTime.parse(first.getString("receivedAt"));
    assertThat(rows).allSatisfy(row -> assertThat(row.getInt("ruleVersion")).isEqualTo(1));
    assertThat(first.getJsonArray("countedInstead")).isEmpty();
    JsonObject instead = rows.get(3).getJsonArray("countedInstead").getJsonObject(0);
    assertThat(instead.getString("id")).isEqualTo("co-1");
    assertThat(instead.getString("occurredAt")).isEqualTo(first.getString("occurredAt"));
  }

  @ParameterizedTest
  @CsvSource({
    "day=2023-09-04, co-2 co-1",
    "indicator=lesson-preparation&verdict=COUNTED, co-1",
    "verdict=REFUSED&size=2, co-3 co-6",
    "reason=LIMIT_REACHED, co-2",
    "reason=WITHDRAWN, ''"
  })
  void journalIsFiltered(String filter, String ids) {
    assertThat(
            api.get("bureau", HERE + "/accounts/CO-T1/actions?" + filter)
                .rows()
                .getValuesAs(JsonObject.class))
        .extracting(row -> row.getString("id"))
        .containsExactly(ids.isEmpty() ? new String[0] : ids.split(" "));
  }

  @Test
  void nonsenseInAFilterIsNamed() {
    Answer answer =
        api.get(
            "bureau",
            HERE + "/accounts/CO-T1/actions?day=2023-13-01&indicator=none&verdict=x&reason=y");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getJsonArray("errors").getValuesAs(JsonObject.class))
        .extracting(error -> error.getString("field"))
        .containsExactly("day", "indicator", "verdict", "reason");
    assertThat(
            api.get("bureau", HERE + "/accounts/CO-T1/actions?verdict=COUNTED&reason=LIMIT_REACHED")
                .status())
        .isEqualTo(400);
  }

  @Test
  void journalIsPaged() {
    String path = HERE + "/accounts/CO-T1/actions";
    List<JsonObject> all = api.get("bureau", path).rows().getValuesAs(JsonObject.class);
    JsonObject page = api.get("bureau", path + "?page=1&size=2").json();
    assertThat(page.getJsonArray("rows")).containsExactly(all.get(2), all.get(3));
    assertThat(page.getInt("total")).isEqualTo(5);
    for (String bad : List.of("size=0", "size=201", "page=-1", "offset=x")) {
      assertThat(api.get("bureau", path + "?" + bad).status()).as(bad).isEqualTo(400);
    }
  }

  @Test
  void repeatedActionsAreCountedAndChangeNothing() {
    JsonObject again =
        TestAction.of("co-1", "lesson.prepared", "CO-T1", "2023-09-04T00:30:00+08:00");
    JsonObject answer =
        api.post("platform", "actions", TestAction.body(List.of(again, again))).json();
    assertThat(answer.keySet()).containsExactlyInAnyOrder("accepted", "repeated", "rejected");
    assertThat(answer.getInt("accepted")).isZero();
    assertThat(answer.getInt("repeated")).isEqualTo(2);
    assertThat(api.get("bureau", HERE + "/accounts/CO-T1").json().getInt("points")).isEqualTo(3);
  }

  @Test
  void campaignComesBackAsItWasPosted() {
    JsonObject posted =
        TestCampaigns.of(CAMPAIGN, LocalDate.parse("2023-09-01"), LocalDate.parse("2023-09-30"));
    JsonObject kept = api.get("bureau", HERE).json();
    assertThat(kept).containsAllEntriesOf(posted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "campaigns/none",
        "campaigns/none/schools",
        HERE + "/schools/none",
        HERE + "/accounts/none",
        HERE + "/accounts/none/actions"
      })
  void unknownThingsAreAProblemDocument(String path) {
    Answer answer = api.get("bureau", path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.json().getInt("status")).isEqualTo(404);
  }

  @Test
  void openApiNamesEveryPath() {
    Answer answer = api.get("", "openapi");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains(
            "/actions",
            "/roster",
            "/campaigns",
            "/campaigns/{campaign}",
            "/campaigns/{campaign}/schools",
            "/campaigns/{campaign}/schools/{school}",
            "/campaigns/{campaign}/accounts/{account}",
            "/campaigns/{campaign}/accounts/{account}/actions");
  }

  @Test
  void healthIsOnTheManagementPort() {
    JsonObject health = server.health();
    assertThat(health.getString("status")).isEqualTo("UP");
    assertThat(health.getJsonArray("checks").getValuesAs(JsonObject.class))
        .extracting(check -> check.getString("name"))
        .contains("laurel-engine", "laurel-delivery laurel");
  }

  private static void assertMeta(JsonObject answer) {
    OffsetDateTime asOf = OffsetDateTime.parse(answer.getString("asOf"));
    assertThat(asOf.getOffset()).isEqualTo(ZoneOffset.ofHours(8));
    assertThat(answer.get("pending")).isInstanceOf(JsonNumber.class);
    assertThat(answer.getInt("pending")).isZero();
  }

  private static String text(JsonObject row, String field) {
    JsonValue value = row.get(field);
    return value instanceof JsonString string ? string.getString() : "-";
  }
}

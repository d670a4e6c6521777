package cloud.laurel.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.Answer;
import cloud.laurel.acceptance.fixture.Api;
import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.SharedServer;
import cloud.laurel.acceptance.fixture.TestCampaigns;
import cloud.laurel.acceptance.fixture.TestRosters;
import cloud.laurel.acceptance.fixture.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Issuing and revoking certificates over HTTP. */
@ExtendWith(FailureReport.class)
class CertificateIssueIT {

  private static final String CAMPAIGN = "certified";
  private static final String PATH = "campaigns/" + CAMPAIGN + "/certificates";
  private static final String SCHOOL = "Certified School";

  private static Api prepared(SharedServer database) {
    TestServer server = database.get();
    new TestRosters()
        .school("CE-1", SCHOOL)
        .teacher("CE-1", "ce-t1", "ce-t1")
        .post(server, "2023-09-01");
    TestCampaigns.postOnce(
        server, CAMPAIGN, LocalDate.parse("2023-09-01"), LocalDate.parse("2023-12-31"));
    return server.api();
  }

  private static String order(String... names) {
    JsonArrayBuilder recipients = Json.createArrayBuilder();
    List.of(names)
        .forEach(
            name ->
                recipients.add(Json.createObjectBuilder().add("name", name).add("school", SCHOOL)));
    return base().add("recipients", recipients).build().toString();
  }

  private static JsonObjectBuilder base() {
    return Json.createObjectBuilder()
        .add("honour", "outstanding-teacher")
        .add("issuedOn", "2024-01-15");
  }

  private static List<JsonObject> rows(Answer answer, String member) {
    return answer.json().getJsonArray(member).getValuesAs(JsonObject.class);
  }

  @ParameterizedTest
  @EnumSource(SharedServer.class)
  void whoeverCanBePrintedGetsOneAndTheOthersAReason(SharedServer database) {
    Api api = prepared(database);
    Answer issued =
        api.post(
            "bureau", PATH, order("㛃䶮龘 喆", "བཀྲ་ཤིས", "ئالىم", "张\u202E三", "王".repeat(300), ""));
    assertThat(issued.status()).isEqualTo(201);
    assertThat(rows(issued, "certificates"))
        .extracting(one -> one.getString("name"))
        .containsExactly("㛃䶮龘喆");
    assertThat(rows(issued, "problems"))
        .extracting(one -> one.getInt("index") + one.getString("code"))
        .containsExactly("1UNPRINTABLE", "2UNPRINTABLE", "3INVISIBLE", "4TOO_LONG", "5MISSING");
    assertThat(rows(issued, "warnings"))
        .extracting(one -> one.getInt("index") + one.getString("code"))
        .containsExactly("0PADDED");
    String number = rows(issued, "certificates").get(0).getString("number");
    JsonObject said = api.get("bureau", "certificates/" + number).json();
    assertThat(said.getString("status")).isEqualTo("VALID");
    assertThat(said.getString("name")).isEqualTo("㛃䶮龘喆");
    assertThat(said.getString("issuedOn")).isEqualTo("2024-01-15");
    Answer again = api.post("bureau2", PATH, order("㛃䶮龘喆"));
    assertThat(rows(again, "certificates")).isEqualTo(rows(issued, "certificates"));
  }

  @ParameterizedTest
  @EnumSource(SharedServer.class)
  void revokedOnceIsRevokedForGood(SharedServer database) {
    Api api = prepared(database);
    String number =
        rows(api.post("bureau", PATH, order("撤一")), "certificates").get(0).getString("number");
    String path = "certificates/" + number + "/revocation";
    assertThat(api.post("bureau", path, "{}").status()).isEqualTo(422);
    assertThat(api.post("", path, "{\"reason\":\"x\"}").status()).isEqualTo(401);
    assertThat(api.post("teacher1", path, "{\"reason\":\"x\"}").status()).isEqualTo(403);
    assertThat(api.post("bureau", path, "{\"reason\":\"材料不实\"}").status()).isEqualTo(200);
    Answer again = api.post("bureau", path, "{\"reason\":\"another\"}");
    assertThat(again.json().getString("reason")).isEqualTo("材料不实");
    JsonObject said = api.get("bureau", "certificates/" + number).json();
    assertThat(said.getString("status")).isEqualTo("REVOKED");
    assertThat(said.getString("reason")).isEqualTo("材料不实");
    assertThat(api.get("bureau", "certificates/" + number + "/pdf").status()).isEqualTo(410);
    assertThat(
            api.post("bureau", "certificates/NO-2024-T-0001-X/revocation", "{\"reason\":\"x\"}")
                .status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(SharedServer.class)
  void wrongBodiesNameTheirFieldsAndWrongPeopleAreSentAway(SharedServer database) {
    Api api = prepared(database);
    assertThat(api.post("", PATH, order("甲")).status()).isEqualTo(401);
    assertThat(api.post("teacher1", PATH, order("甲")).status()).isEqualTo(403);
    assertThat(api.post("bureau", "campaigns/no/certificates", order("甲")).status()).isEqualTo(404);
    assertThat(api.post("bureau", PATH, "[]").status()).isEqualTo(400);
    assertThat(
            fields(
                api.post(
                    "bureau",
                    PATH,
                    "{\"issuedOn\":\"2024-02-30\",\"issuer\":3,\"recipients\":[1,{\"school\":\"x\"}]}")))
        .containsExactly("honour", "issuedOn", "issuer", "recipients[0]", "recipients[1].name");
    assertThat(fields(api.post("bureau", PATH, order()))).containsExactly("recipients");
    assertThat(
            fields(
                api.post("bureau", PATH, order("甲").replace("outstanding-teacher", "no-honour"))))
        .containsExactly("honour");
    assertThat(fields(api.post("bureau", PATH, order("甲").replace("2024-01-15", "2124-01-15"))))
        .containsExactly("issuedOn");
  }

  private static List<String> fields(Answer answer) {
    assertThat(answer.status()).isEqualTo(422);
    return answer.json().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
        .map(error -> error.getJsonString("field"))
        .map(JsonString::getString)
        .toList();
  }
}

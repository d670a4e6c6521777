package cloud.laurel.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.Answer;
import cloud.laurel.acceptance.fixture.Api;
import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.SharedServer;
import cloud.laurel.acceptance.fixture.TestCampaigns;
import cloud.laurel.acceptance.fixture.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A campaign's life over HTTP: what each state allows, and in which words the rest is refused. */
@ExtendWith(FailureReport.class)
class CampaignLifeIT {

  private static TestServer server;
  private static Api api;

  @BeforeAll
  static void start() {
    server = SharedServer.H2.get();
    api = server.api();
  }

  private static JsonObjectBuilder draft(String code) {
    LocalDate from = LocalDate.parse("2022-09-01");
    return Json.createObjectBuilder(TestCampaigns.of(code, from, from.plusDays(20)))
        .add("state", "DRAFT");
  }

  private static JsonObject post(String path, String body) {
    Answer answer = api.post("bureau", path, body);
    assertThat(answer.status()).as("%s: %s", path, answer.body()).isBetween(200, 201);
    return answer.json();
  }

  private static String state(String code) {
    return api.get("bureau", "campaigns/" + code).json().getString("state");
  }

  @Test
  void campaignGoesThroughItsStatesAndIsPublicAtTheEnd() {
    post("campaigns", draft("life-whole").build().toString());
    assertThat(state("life-whole")).isEqualTo("DRAFT");
    post("campaigns/life-whole/start", "");
    server.awaitSettled("life-whole");
    post("campaigns/life-whole/close", "{\"reason\":\"over\"}");
    assertThat(api.post("bureau", "campaigns/life-whole/reopen", "{}").status()).isEqualTo(422);
    post("campaigns/life-whole/reopen", "{\"reason\":\"a school was forgotten\"}");
    server.awaitSettled("life-whole");
    post("campaigns/life-whole/close", "");
    assertThat(api.get("", "campaigns/life-whole/schools").status()).isEqualTo(401);
    assertThat(api.get("platform", "campaigns/life-whole/schools").status()).isEqualTo(403);
    post("campaigns/life-whole/publish", "");
    assertThat(api.get("", "campaigns/life-whole/schools").status()).isEqualTo(200);
    post("campaigns/life-whole/archive", "");
    assertThat(state("life-whole")).isEqualTo("ARCHIVED");
  }

  @Test
  void stepOutOfOrderIsRefusedInWords() {
    post("campaigns", draft("life-order").build().toString());
    Answer early = api.post("bureau", "campaigns/life-order/publish", "");
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.json().getString("detail")).contains("draft").contains("start it first");
    assertThat(early.json().getString("state")).isEqualTo("DRAFT");
    assertThat(api.post("bureau", "campaigns/nothing/start", "").status()).isEqualTo(404);
    assertThat(api.post("teacher1", "campaigns/life-order/start", "").status()).isEqualTo(403);
    assertThat(api.post("", "campaigns/life-order/start", "").status()).isEqualTo(401);
  }

  @Test
  void draftIsEditedButNotOverTheHeadOfSomebodyElse() {
    post("campaigns", draft("life-edit").build().toString());
    String changed = draft("life-edit").add("title", "另一个名称").build().toString();
    assertThat(api.put("bureau", "campaigns/life-edit", changed, "\"stale\"").status())
        .isEqualTo(412);
    assertThat(api.put("bureau", "campaigns/life-edit", changed, "").json().getString("title"))
        .isEqualTo("另一个名称");
    assertThat(api.get("bureau", "campaigns/life-edit/versions/1").json().getString("title"))
        .isEqualTo("另一个名称");
    assertThat(api.get("bureau", "campaigns/life-edit/versions/2").status()).isEqualTo(404);
    post("campaigns/life-edit/start", "");
    assertThat(api.put("bureau", "campaigns/life-edit", changed, "").status()).isEqualTo(409);
  }

  @Test
  void checkNamesFieldsInTheCallersLanguageAndStoresNothing() {
    String bad = draft("life-check").add("timeZone", "Asia/Atlantis").build().toString();
    JsonObject problem = post("campaigns/check", bad).getJsonArray("problems").getJsonObject(0);
    assertThat(problem.getString("field")).isEqualTo("timeZone");
    assertThat(problem.getString("label")).isEqualTo("Time zone");
    assertThat(problem.getString("problem")).isEqualTo("must be a time zone like Asia/Shanghai");
    assertThat(api.get("bureau", "campaigns/life-check").status()).isEqualTo(404);
    assertThat(api.get("", "campaigns/schema").json().getString("$schema")).contains("2020-12");
  }
}

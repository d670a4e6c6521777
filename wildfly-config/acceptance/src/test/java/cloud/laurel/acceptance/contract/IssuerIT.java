package cloud.laurel.acceptance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.acceptance.fixture.FailureReport;
import cloud.laurel.acceptance.fixture.SharedServer;
import cloud.laurel.acceptance.fixture.TestServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What everybody may know of who issues certificates. */
@ExtendWith(FailureReport.class)
class IssuerIT {

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = SharedServer.H2.get();
  }

  private static HttpResponse<String> get(URI address, Optional<String> known)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    known.ifPresent(tag -> request.header("If-None-Match", tag));
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private static JsonObject json(HttpResponse<String> answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }

  @Test
  void profileAndKeysArePublicAndMayBeKept() throws IOException, InterruptedException {
    for (String path : new String[] {"/laurel/api/issuer", "/laurel/api/issuer/keys"}) {
      HttpResponse<String> answer = get(server.http(path), Optional.empty());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().allValues("Cache-Control"))
          .singleElement()
          .asString()
          .contains("max-age=3600")
          .doesNotContain("no-store");
      String tag = answer.headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> again = get(server.http(path), Optional.of(tag));
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }
  }

  @Test
  void eachKeyStandsAtTheAddressThatIsItsName() throws IOException, InterruptedException {
    JsonObject profile = json(get(server.http("/laurel/api/issuer"), Optional.empty()));
    assertThat(profile.getJsonArray("type").getString(0)).isEqualTo("Profile");
    String home = profile.getString("url");
    JsonObject key =
        json(get(server.http("/laurel/api/issuer/keys"), Optional.empty()))
            .getJsonArray("keys")
            .getJsonObject(0);
    assertThat(key.keySet()).doesNotContain("d");
    String path = "/laurel/" + key.getString("kid").substring(home.length());
    assertThat(json(get(server.http(path), Optional.empty()))).isEqualTo(key);
    HttpResponse<String> none =
        get(server.http("/laurel/api/issuer/keys/" + "0".repeat(64)), Optional.empty());
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
  }

  @Test
  void aDemoMadeItsKeysInItsFolder() {
    assertThat(Files.exists(server.dataDir().resolve("laurel-demo-key.p12"))).isTrue();
    assertThat(Files.exists(server.dataDir().resolve("laurel-demo-sm2.p12"))).isTrue();
  }
}

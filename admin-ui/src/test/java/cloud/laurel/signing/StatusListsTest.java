package cloud.laurel.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a signed list is kept, and what makes a new one. */
class StatusListsTest {

  @TempDir private Path folder;
  private final BitSet ended = new BitSet();
  private Instant now = SigningFixture.NOW;
  private int asked;

  private StatusLists lists(SigningKeys keys) {
    return new StatusLists(
        keys,
        SigningFixture.HOME,
        () -> now,
        list -> {
          asked++;
          return list == 1 ? Optional.of((BitSet) ended.clone()) : Optional.empty();
        });
  }

  private static JsonObject read(String jwt) throws ParseException {
    return Json.createReader(new StringReader(JWSObject.parse(jwt).getPayload().toString()))
        .readObject();
  }

  @Test
  void aListIsSignedForADayAtTheAddressOfItsName() throws ParseException {
    String jwt = lists(SigningFixture.demoKeys(folder)).jwt(1).orElseThrow();
    JsonObject list = read(jwt);
    String address = SigningFixture.HOME + "/api/issuer/status/1";
    assertThat(JWSObject.parse(jwt).getHeader().getType().getType()).isEqualTo("vc+jwt");
    assertThat(list.getString("id")).isEqualTo(address).isEqualTo(list.getString("jti"));
    assertThat(list.getString("issuer")).isEqualTo(SigningFixture.HOME + "/api/issuer");
    assertThat(list.getString("validFrom")).isEqualTo("2026-07-12T02:25:00Z");
    assertThat(list.getString("validUntil")).isEqualTo("2026-07-13T02:30:00Z");
    assertThat(list.getInt("exp") - list.getInt("nbf")).isEqualTo(86_700);
    JsonObject subject = list.getJsonObject("credentialSubject");
    assertThat(subject.getString("type")).isEqualTo("BitstringStatusList");
    assertThat(subject.getString("encodedList")).startsWith("uH4sI").hasSizeLessThan(200);
  }

  @Test
  void whatDidNotChangeIsAnsweredWithTheSameBytesForAnHour() {
    StatusLists lists = lists(SigningFixture.demoKeys(folder));
    String first = lists.jwt(1).orElseThrow();
    now = now.plusSeconds(9);
    assertThat(lists.jwt(1)).contains(first);
    assertThat(asked).as("the database is spared").isEqualTo(1);
    now = now.plusSeconds(20);
    assertThat(lists.jwt(1)).contains(first);
    assertThat(asked).isEqualTo(2);
    now = now.plus(Duration.ofHours(1));
    assertThat(lists.jwt(1).orElseThrow()).isNotEqualTo(first);
  }

  @Test
  void whatChangedIsKnownAfterSeconds() throws ParseException {
    StatusLists lists = lists(SigningFixture.demoKeys(folder));
    JsonObject before = read(lists.jwt(1).orElseThrow());
    ended.set(7);
    now = now.plusSeconds(11);
    assertThat(read(lists.jwt(1).orElseThrow()).getJsonObject("credentialSubject"))
        .isNotEqualTo(before.getJsonObject("credentialSubject"));
  }

  @Test
  void thereIsNoListOfNothing() {
    assertThat(lists(SigningFixture.demoKeys(folder)).jwt(2)).isEmpty();
  }

  @Test
  void aKeyThatExpiredSignsNoList() throws IOException {
    Path file = new TestKeystore().key("a").in(folder.resolve("keys.p12"));
    Map<String, String> settings = SigningFixture.production(file, TestKeystore.PASSWORD);
    StatusLists lists = lists(SigningFixture.keys(settings, () -> now));
    assertThat(lists.jwt(1)).isPresent();
    now = now.plus(Duration.ofDays(2));
    assertThatThrownBy(() -> lists.jwt(1)).isInstanceOf(CannotSign.class);
  }
}

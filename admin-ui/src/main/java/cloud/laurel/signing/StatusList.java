package cloud.laurel.signing;

import cloud.laurel.certificate.StatusEntry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.BitSet;
import java.util.zip.GZIPOutputStream;

/**
 * What credentials and lists say of whether certificates still count (W3C Bitstring Status List
 * v1.0). Open Badges 3.0 has room for one entry, so that revoked and replaced ones both have their
 * bit set in the list of revocations.
 */
final class StatusList {

  /** A list is believed this long after it was signed, so that nobody can show an old one. */
  static final Duration VALID = Duration.ofDays(1);

  /** A list is valid for those too whose clock is a little behind. */
  private static final Duration EARLIER = Duration.ofMinutes(5);

  /** How long whoever has a list need not ask for it again. */
  static final Duration FRESH = Duration.ofMinutes(5);

  private static final String PURPOSE = "revocation";
  private static final int FIRST_BIT = 0x80;

  private StatusList() {}

  private static String address(String home, int list) {
    return Issuer.address(home) + "/status/" + list;
  }

  /** The entry of a credential. */
  static JsonObject entry(String home, StatusEntry entry) {
    String list = address(home, entry.list());
    return Json.createObjectBuilder()
        .add("id", list + "#" + entry.index())
        .add("type", "BitstringStatusListEntry")
        .add("statusPurpose", PURPOSE)
        .add("statusListIndex", Integer.toString(entry.index()))
        .add("statusListCredential", list)
        .build();
  }

  /**
   * A list, itself a credential.
   *
   * @param ended the places of those that no longer count
   * @param at now
   */
  static JsonObject credential(String home, int list, BitSet ended, Instant at) {
    String address = address(home, list);
    Instant from = at.minus(EARLIER);
    Instant end = at.plus(VALID);
    return Json.createObjectBuilder()
        .add("@context", Json.createArrayBuilder().add(Issuer.CONTEXTS.get(0)))
        .add("id", address)
        .add(
            "type",
            Json.createArrayBuilder()
                .add("VerifiableCredential")
                .add("BitstringStatusListCredential"))
        .add("issuer", Issuer.address(home))
        .add("validFrom", from.toString())
        .add("validUntil", end.toString())
        .add(
            "credentialSubject",
            Json.createObjectBuilder()
                .add("id", address + "#list")
                .add("type", "BitstringStatusList")
                .add("statusPurpose", PURPOSE)
                .add("ttl", FRESH.toMillis())
                .add("encodedList", encoded(ended)))
        .add("iss", Issuer.address(home))
        .add("jti", address)
        .add("nbf", from.getEpochSecond())
        .add("exp", end.getEpochSecond())
        .build();
  }

  /** Multibase base64url of the GZIP form; the first place is the leftmost bit. */
  private static String encoded(BitSet ended) {
    byte[] bits = new byte[StatusEntry.LENGTH / Byte.SIZE];
    ended.stream().forEach(i -> bits[i / Byte.SIZE] |= (byte) (FIRST_BIT >> i % Byte.SIZE));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
  }
}

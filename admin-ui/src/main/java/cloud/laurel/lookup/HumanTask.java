package cloud.laurel.lookup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A small sum in words, made for one look-up: people answer it, or their browser does some work
 * instead of them. Its token says nothing of the sum and holds for ten minutes.
 *
 * @param token what comes back with the answer
 * @param left the larger number
 * @param right the smaller one
 * @param plus whether they are added; else the smaller is taken from the larger
 */
record HumanTask(String token, int left, int right, boolean plus) {

  /** How long an answer is waited for. */
  static final Duration LIFE = Duration.ofMinutes(10);

  private static final int NONCE_BYTES = 12;

  /** Both numbers are small enough to be words that everybody knows. */
  private static final int NUMBERS = 9;

  /** A new one. */
  static HumanTask draw(byte[] key, SecureRandom random, Instant now) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    String unsigned = now.plus(LIFE).getEpochSecond() + "." + HexFormat.of().formatHex(nonce);
    return of(key, unsigned, unsigned + "." + HexFormat.of().formatHex(sign(key, "t" + unsigned)));
  }

  /** The one that a token was made for; empty when it is none of ours, or too old. */
  static Optional<HumanTask> read(byte[] key, String token, Instant now) {
    if (!token.matches("\\d{1,12}\\.[0-9a-f]{24}\\.[0-9a-f]{64}")) {
      return Optional.empty();
    }
    String unsigned = token.substring(0, token.lastIndexOf('.'));
    HumanTask task =
        of(key, unsigned, unsigned + "." + HexFormat.of().formatHex(sign(key, "t" + unsigned)));
    Instant end = Instant.ofEpochSecond(Long.parseLong(token.substring(0, token.indexOf('.'))));
    return Optional.of(task).filter(t -> t.token().equals(token) && end.isAfter(now));
  }

  /** The numbers come from the token and the key, so that nothing has to be remembered. */
  private static HumanTask of(byte[] key, String unsigned, String token) {
    byte[] drawn = sign(key, "n" + unsigned);
    int one = 2 + (drawn[0] & 0xff) % NUMBERS;
    int other = 2 + (drawn[1] & 0xff) % NUMBERS;
    return new HumanTask(token, Math.max(one, other), Math.min(one, other), (drawn[2] & 1) == 0);
  }

  /** What is right. */
  int answer() {
    return plus ? left + right : left - right;
  }

  private static byte[] sign(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}

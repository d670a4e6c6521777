package cloud.laurel.lookup;

import cloud.laurel.store.Sha256;
import cloud.laurel.web.SlidingWindow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Optional;

/**
 * What is asked of somebody who has missed too often: a sum in words, or work of the browser.
 *
 * <p>A picture of twisted characters would shut out whoever cannot see it and be read by every
 * machine that can be bought for a few cents; a service of others would learn who looks up whom and
 * is not there in a closed network. A sum in words works on every phone, without a script, and is
 * read out by a screen reader; browsers that run scripts do some work instead, and nobody notices.
 * Neither stops somebody who writes a program for it. Both make each try dear and single, and the
 * limits behind them do the rest.
 */
final class HumanProof {

  /** Zero bits that the work's digest begins with: some thousand tries, a moment on a phone. */
  static final int WORK_BITS = 12;

  /** More than can be solved meanwhile without being stopped by other limits. */
  private static final int REMEMBERED = 20_000;

  private final SecureRandom random = new SecureRandom();
  private final byte[] key = new byte[32];
  private final SlidingWindow used = new SlidingWindow(HumanTask.LIFE, 1, REMEMBERED);

  HumanProof() {
    random.nextBytes(key);
  }

  /** A new task. */
  HumanTask draw(Instant now) {
    return HumanTask.draw(key, random, now);
  }

  /** Whether a task is solved; whether or not, its token has been used by that. */
  boolean accepts(String token, String answer, String work, Instant now) {
    Optional<HumanTask> task = HumanTask.read(key, token, now);
    if (task.isEmpty() || !used.admitsOfSender(token, now)) {
      return false;
    }
    return isAnswer(task.get(), answer) || isWork(token, work);
  }

  private static boolean isAnswer(HumanTask task, String answer) {
    String plain = Normalizer.normalize(answer, Normalizer.Form.NFKC).strip();
    return plain.matches("\\d{1,3}") && Integer.parseInt(plain) == task.answer();
  }

  private static boolean isWork(String token, String work) {
    if (!work.matches("\\d{1,9}")) {
      return false;
    }
    MessageDigest sha256 = Sha256.digest();
    byte[] digest = sha256.digest((token + ":" + work).getBytes(StandardCharsets.US_ASCII));
    int first = (digest[0] & 0xff) << 8 | digest[1] & 0xff;
    return first >> 16 - WORK_BITS == 0;
  }
}

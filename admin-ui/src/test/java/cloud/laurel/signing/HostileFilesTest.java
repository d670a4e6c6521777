package cloud.laurel.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import cloud.laurel.signing.Finding.Intact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are made to hurt whoever opens them: each is told off quickly. */
class HostileFilesTest {

  private static final Duration QUICK = Duration.ofSeconds(2);
  private static final String HEAD = "%PDF-1.7\n";
  private static final int LARGE = PdfChecker.MOST_BYTES - 64;

  @TempDir private Path folder;
  private PdfChecker checker = new PdfChecker(SigningFixture.keys(Map.of(), SigningFixture.CLOCK));
  private String key = "";
  private byte[] signed = {};

  @BeforeEach
  void makeKeys() {
    SigningKeys keys = SigningFixture.demoKeys(folder);
    checker = new PdfChecker(keys);
    PdfSigner.Signed made = new PdfSigner(keys, SigningFixture.CLOCK).sign(SigningFixture.pdf());
    key = made.key();
    signed = made.pdf();
  }

  /** Checks a file as it is and with a claim to be ours, which has everything looked into. */
  private void assertToldOff(String text) {
    for (String file : new String[] {text, text + "\n%" + key}) {
      byte[] bytes = file.getBytes(StandardCharsets.ISO_8859_1);
      assertToldOff(Arrays.copyOf(bytes, Math.min(bytes.length, PdfChecker.MOST_BYTES)));
    }
  }

  private void assertToldOff(byte[] file) {
    assertThat(assertTimeout(QUICK, () -> checker.check(file))).isNotInstanceOf(Intact.class);
  }

  @Test
  void loopsAndLies() {
    assertToldOff(HEAD + "xref\n0 1\ntrailer<</Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF");
    assertToldOff(HEAD + "1 0 obj<</Length 99999999999>>stream\nendstream endobj");
    assertToldOff(HEAD + "1 0 obj 1 0 R endobj trailer<</Root 1 0 R/Encrypt 1 0 R>>");
    assertToldOff(HEAD + "/ByteRange [0 999999999 999999999 999999999]");
    assertToldOff(HEAD + "/ByteRange [0 0 0 0]/ByteRange [0 9 8 7]/ByteRange [1 2 3 4]");
    assertToldOff(HEAD + "<>/ByteRange [0 9 11 2]");
  }

  @Test
  void muchOfEverything() throws IOException {
    assertToldOff(HEAD + "[".repeat(LARGE));
    assertToldOff(HEAD + "/ByteRange [0 1 2 3]".repeat(LARGE / 21));
    assertToldOff(HEAD + "/ByteRange [".repeat(LARGE / 13));
    assertToldOff(HEAD + "/ByteRange" + " ".repeat(LARGE));
    assertToldOff(HEAD + "/ByteRange [0 " + "1".repeat(LARGE));
    assertToldOff(key.repeat(LARGE / 64));
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.writeBytes(
        (HEAD + "1 0 obj<</Filter/FlateDecode>>stream\n").getBytes(StandardCharsets.ISO_8859_1));
    try (DeflaterOutputStream out = new DeflaterOutputStream(bomb)) {
      for (int i = 0; i < 256; i++) {
        out.write(new byte[1024 * 1024]);
      }
    }
    assertToldOff(bomb.toString(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aThousandSignaturesOfWhichAllClaimToBeOurs() {
    StringBuilder file = new StringBuilder(HEAD);
    for (int i = 0; i < 1000; i++) {
      int gap = file.length();
      file.append("<3080").append(key).append(">\n");
      file.append("/ByteRange [0 %d %d 5]\n".formatted(gap, gap + 70));
    }
    assertToldOff(file.toString());
  }

  @Test
  void containersThatAreNestedOrLieAboutTheirLength() {
    assertToldOff(container("3080".repeat(60_000)));
    assertToldOff(container("30847fffffff" + "3084".repeat(100)));
    assertToldOff(container("24800480".repeat(30_000)));
    assertToldOff(container("0500"));
    assertToldOff(container("06092a864886f70d010702"));
    assertToldOff(container("300b06092a864886f70d010702"));
    assertToldOff(container("300f06092a864886f70d010702a0023000"));
    assertToldOff(container(""));
    assertToldOff(container("zz"));
    assertToldOff(container("30".repeat(2_000_000)));
  }

  private static String container(String hex) {
    int after = HEAD.length() + hex.length() + 2;
    return HEAD + "<" + hex + ">" + "/ByteRange [0 %d %d 4]".formatted(HEAD.length(), after);
  }

  @Test
  void whatIsTornOutOfAGoodFile() {
    String file = new String(signed, StandardCharsets.ISO_8859_1);
    int gap = file.lastIndexOf("/Contents <") + "/Contents ".length();
    String good = file.substring(gap, file.indexOf('>', gap) + 1);
    String pasted =
        HEAD
            + good
            + "/ByteRange [0 %d %d 0]".formatted(HEAD.length(), HEAD.length() + good.length());
    assertToldOff(pasted);
    // the same signature with something hidden behind the zeros of its gap
    String padded = file.replace(good, good.replaceFirst("00>$", "41>"));
    assertToldOff(padded.getBytes(StandardCharsets.ISO_8859_1));
    assertToldOff((file + file).getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void noise() {
    long seed = Long.getLong("laurel.seed", 20210712L);
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      byte[] file = new byte[random.nextInt(20_000)];
      random.nextBytes(file);
      System.arraycopy(
          HEAD.getBytes(StandardCharsets.ISO_8859_1), 0, file, 0, Math.min(9, file.length));
      assertThat(checker.check(file)).as("seed %d", seed).isNotInstanceOf(Intact.class);
    }
    for (int round = 0; round < 300; round++) {
      byte[] file = signed.clone();
      for (int i = 0; i < 5; i++) {
        int at = random.nextInt(file.length);
        file[at] = (byte) (file[at] + 1 + random.nextInt(200));
      }
      assertThat(checker.check(file)).as("seed %d", seed).isNotInstanceOf(Intact.class);
    }
  }
}

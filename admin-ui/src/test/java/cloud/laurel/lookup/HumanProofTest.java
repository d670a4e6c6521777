package cloud.laurel.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.store.Sha256;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a proof of humanity. */
class HumanProofTest {

  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

  private final HumanProof proof = new HumanProof();

  @Test
  void rightAnswerIsTakenOnce() {
    HumanTask task = proof.draw(NOON);
    String answer = Integer.toString(task.answer());
    assertThat(proof.accepts(task.token(), answer, "", NOON)).isTrue();
    assertThat(proof.accepts(task.token(), answer, "", NOON)).isFalse();
  }

  @Test
  void wrongAnswerUsesTheTaskUp() {
    HumanTask task = proof.draw(NOON);
    assertThat(proof.accepts(task.token(), "99", "", NOON)).isFalse();
    assertThat(proof.accepts(task.token(), Integer.toString(task.answer()), "", NOON)).isFalse();
  }

  @Test
  void answerMayBeInFullWidthDigits() {
    HumanTask task = proof.draw(NOON);
    String wide =
        Integer.toString(task.answer())
            .chars()
            .mapToObj(c -> Character.toString(c - '0' + '０'))
            .reduce("", String::concat);
    assertThat(proof.accepts(task.token(), " " + wide + "　", "", NOON)).isTrue();
  }

  @Test
  void workOfTheBrowserCountsInsteadOfTheAnswer() {
    HumanTask task = proof.draw(NOON);
    int work =
        IntStream.iterate(0, i -> i + 1)
            .filter(i -> Sha256.hex(task.token() + ":" + i).startsWith("000"))
            .findFirst()
            .orElseThrow();
    assertThat(HumanProof.WORK_BITS).isEqualTo(12);
    assertThat(proof.accepts(task.token(), "", Integer.toString(work), NOON)).isTrue();
    HumanTask other = proof.draw(NOON);
    int less = Sha256.hex(other.token() + ":1").startsWith("000") ? 2 : 1;
    assertThat(proof.accepts(other.token(), "", Integer.toString(less), NOON)).isFalse();
  }

  @Test
  void taskHoldsForTenMinutes() {
    HumanTask task = proof.draw(NOON);
    String answer = Integer.toString(task.answer());
    assertThat(proof.accepts(task.token(), answer, "", NOON.plus(HumanTask.LIFE))).isFalse();
    HumanTask fresh = proof.draw(NOON);
    Instant late = NOON.plus(HumanTask.LIFE).minusSeconds(1);
    assertThat(proof.accepts(fresh.token(), Integer.toString(fresh.answer()), "", late)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1.2.3", "9999999999.000000000000000000000000."})
  void tokenThatIsNotOursIsRefused(String token) {
    String whole = token.endsWith(".") ? token + "0".repeat(64) : token;
    for (int answer = 0; answer < 30; answer++) {
      assertThat(proof.accepts(whole, Integer.toString(answer), "", NOON)).isFalse();
    }
  }

  @Test
  void anotherServersTaskIsRefused() {
    HumanTask task = new HumanProof().draw(NOON);
    assertThat(proof.accepts(task.token(), Integer.toString(task.answer()), "", NOON)).isFalse();
  }

  @Test
  void numbersAreSmallAndNothingIsNegative() {
    for (int i = 0; i < 500; i++) {
      HumanTask task = proof.draw(NOON);
      assertThat(task.left()).isBetween(task.right(), 10);
      assertThat(task.right()).isBetween(2, 10);
      assertThat(task.answer()).isBetween(0, 20);
    }
  }
}

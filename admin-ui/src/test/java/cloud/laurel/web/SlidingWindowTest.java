package cloud.laurel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many are let through. */
class SlidingWindowTest {

  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

  private final SlidingWindow window = new SlidingWindow(Duration.ofHours(1), 3, 10);

  @Test
  void oneSenderIsStoppedAndOthersAreNot() {
    assertThat(admitted("a", 5, NOON)).isEqualTo(3);
    assertThat(admitted("b", 1, NOON)).isEqualTo(1);
  }

  @Test
  void manySendersTogetherAreStopped() {
    long admitted = IntStream.range(0, 50).filter(i -> window.admits("sender " + i, NOON)).count();
    assertThat(admitted).isEqualTo(10);
  }

  @Test
  void whatIsAnHourOldNoLongerCounts() {
    admitted("a", 3, NOON);
    assertThat(window.admits("a", NOON.plusSeconds(3599))).isFalse();
    assertThat(window.admits("a", NOON.plusSeconds(3600))).isTrue();
  }

  @Test
  void oldestIsForgottenWhenMoreIsCountedThanItHolds() {
    IntStream.range(0, 3).forEach(i -> window.add("first", NOON));
    assertThat(window.count("first", NOON)).isEqualTo(3);
    IntStream.range(0, 1000).forEach(i -> window.add("sender " + i, NOON.plusSeconds(1)));
    assertThat(window.size(NOON.plusSeconds(1))).isEqualTo(10);
    assertThat(window.count("first", NOON.plusSeconds(1))).isZero();
    assertThat(window.size(NOON.plusSeconds(3601))).isZero();
  }

  @Test
  void senderIsLetThroughThoughManyOthersCame() {
    IntStream.range(0, 1000).forEach(i -> window.add("sender " + i, NOON));
    assertThat(window.admits("a", NOON)).isFalse();
    assertThat(window.admitsOfSender("a", NOON)).isTrue();
  }

  private long admitted(String sender, int tries, Instant at) {
    return IntStream.range(0, tries).filter(i -> window.admits(sender, at)).count();
  }
}

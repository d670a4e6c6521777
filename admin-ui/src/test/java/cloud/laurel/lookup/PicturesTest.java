package cloud.laurel.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Pictures are drawn once, and never take more than a few threads. */
class PicturesTest {

  private final Pictures pictures = new Pictures();

  @Test
  void sameIsDrawnOnce() {
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      assertThat(pictures.of("one", () -> draw(drawn))).contains(new byte[] {7});
    }
    assertThat(drawn).hasSize(1);
  }

  private static byte[] draw(List<String> drawn) {
    drawn.add("once");
    return new byte[] {7};
  }

  @Test
  void whoeverComesWhenTheLineIsFullGoesAwayAtOnce() throws Exception {
    byte[] kept = pictures.of("kept", () -> new byte[] {1}).orElseThrow();
    CountDownLatch pen = new CountDownLatch(1);
    List<Thread> line = new ArrayList<>();
    for (int i = 0; i < Pictures.IN_LINE; i++) {
      String tag = "waits " + i;
      line.add(new Thread(() -> pictures.of(tag, () -> drawnWith(pen))));
    }
    line.forEach(Thread::start);
    while (line.stream().anyMatch(one -> one.getState() != Thread.State.WAITING)) {
      Thread.onSpinWait();
    }
    assertThat(pictures.of("late", () -> new byte[] {2})).isEmpty();
    assertThat(pictures.of("kept", () -> new byte[] {3})).contains(kept);
    pen.countDown();
    for (Thread one : line) {
      one.join();
    }
    assertThat(pictures.of("late", () -> new byte[] {2})).isPresent();
  }

  private static byte[] drawnWith(CountDownLatch pen) {
    try {
      pen.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new byte[0];
  }
}

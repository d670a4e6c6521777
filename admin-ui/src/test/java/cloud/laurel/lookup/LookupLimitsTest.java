package cloud.laurel.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is stopped, and who is not. */
class LookupLimitsTest {

  private Instant now = Instant.parse("2026-11-23T04:00:00Z");
  private final LookupLimits limits = new LookupLimits(() -> now);

  @Test
  void fifthMissAsksForAProofAndTenMinutesLaterNoLonger() {
    misses("school", LookupLimits.FREE_MISSES - 1);
    assertThat(limits.needsProof("school")).isFalse();
    misses("school", 1);
    assertThat(limits.needsProof("school")).isTrue();
    assertThat(limits.wait("school", false)).isZero();
    assertThat(limits.needsProof("elsewhere")).isFalse();
    now = now.plus(LookupLimits.MEMORY);
    assertThat(limits.needsProof("school")).isFalse();
  }

  @Test
  void missesOfManyAskEverybodyForAProofAndLockNobodyOut() {
    IntStream.range(0, LookupLimits.MISSES_IN_ALL).forEach(i -> limits.missed("network " + i));
    assertThat(limits.needsProof("somebody")).isTrue();
    assertThat(limits.wait("somebody", false)).isZero();
    HumanTask task = limits.task();
    assertThat(limits.proves(task.token(), Integer.toString(task.answer()), "")).isTrue();
  }

  @Test
  void programsAndWhoeverTriesOnAndOnHaveToWait() {
    misses("school", LookupLimits.PROGRAM_MISSES);
    assertThat(limits.waitForName("school")).isEqualTo(600);
    assertThat(limits.wait("school", false)).isZero();
    misses("school", LookupLimits.MOST_MISSES - LookupLimits.PROGRAM_MISSES);
    assertThat(limits.wait("school", false)).isEqualTo(600);
    // what was scanned opens, whatever others of the same network have tried
    assertThat(limits.wait("school", true)).isZero();
    assertThat(limits.wait("elsewhere", false)).isZero();
  }

  @Test
  void floodOfOneAddressIsCutToItsLimit() {
    long let = IntStream.range(0, 1000).filter(i -> limits.wait("flood", false) == 0).count();
    assertThat(let).isEqualTo(LookupLimits.PER_SECOND);
    assertThat(limits.wait("elsewhere", false)).isZero();
    now = now.plusSeconds(1);
    assertThat(limits.wait("flood", false)).isZero();
  }

  @Test
  void floodOfCodesIsCutAsWell() {
    long let = IntStream.range(0, 1000).filter(i -> limits.wait("flood", true) == 0).count();
    assertThat(let).isEqualTo(LookupLimits.PER_SECOND);
  }

  @Test
  void reloadIsNoFurtherView() {
    assertThat(limits.isNewTo("a", "page X")).isTrue();
    assertThat(limits.isNewTo("a", "page X")).isFalse();
    assertThat(limits.isNewTo("a", "page Y")).isTrue();
    assertThat(limits.isNewTo("b", "page X")).isTrue();
    now = now.plus(LookupLimits.SAME_VIEW);
    assertThat(limits.isNewTo("a", "page X")).isTrue();
  }

  @Test
  void manyNetworksDoNotFillTheMemory() {
    // each address is forgotten when too many others came: no more is kept than was allowed
    Duration half = LookupLimits.MEMORY.dividedBy(2);
    IntStream.range(0, 200_000).forEach(i -> limits.missed("network " + i));
    now = now.plus(half);
    assertThat(limits.wait("network 199999", false)).isZero();
    assertThat(limits.needsProof("network 0")).isTrue();
    now = now.plus(half);
    assertThat(limits.needsProof("network 0")).isFalse();
  }

  private void misses(String sender, int count) {
    IntStream.range(0, count).forEach(i -> limits.missed(sender));
  }
}

package cloud.laurel.lookup;

import cloud.laurel.web.SlidingWindow;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How often strangers may look up certificates, in a memory that does not grow. Misses are what
 * somebody makes who tries names; whoever finds what they look for is hardly ever stopped.
 */
final class LookupLimits {

  /** A school's whole network shares one address: so many look-ups a second are still people. */
  static final int PER_SECOND = 30;

  /** Misses of an address after which a proof is asked for, in {@link #MEMORY}. */
  static final int FREE_MISSES = 5;

  /** Misses of an address after which programs, which cannot give that proof, are sent away. */
  static final int PROGRAM_MISSES = 20;

  /** Misses of everybody after which a proof is asked of everybody; nobody is locked out. */
  static final int MISSES_IN_ALL = 600;

  /**
   * Misses of an address after which no names are looked up for it: no human types that. Codes and
   * files go on: they cannot be guessed, and a whole city's phones share a few addresses.
   */
  static final int MOST_MISSES = 100;

  /** Files of an address that are looked into. */
  static final int FILES = 30;

  /** How long a miss counts. */
  static final Duration MEMORY = Duration.ofMinutes(10);

  /** How long somebody who opens the same certificate again is not counted again. */
  static final Duration SAME_VIEW = Duration.ofMinutes(30);

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int REMEMBERED = 20_000;

  private final SlidingWindow requests = new SlidingWindow(SECOND, PER_SECOND, REMEMBERED);
  private final SlidingWindow misses = new SlidingWindow(MEMORY, MOST_MISSES, REMEMBERED);
  private final SlidingWindow files = new SlidingWindow(MEMORY, FILES, REMEMBERED);
  private final SlidingWindow views = new SlidingWindow(SAME_VIEW, 1, REMEMBERED);
  private final HumanProof proof = new HumanProof();
  private final InstantSource clock;

  LookupLimits(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Seconds that a sender has to wait; 0 when it need not, and its look-up is counted.
   *
   * @param unguessable whether it asks for what can be a code, or for a file
   */
  long wait(String sender, boolean unguessable) {
    if (!unguessable && misses.count(sender, clock.instant()) >= MOST_MISSES) {
      return MEMORY.toSeconds();
    }
    return requests.admitsOfSender(sender, clock.instant()) ? 0 : SECOND.toSeconds();
  }

  /** Whether a proof of humanity is asked of a sender. */
  boolean needsProof(String sender) {
    return misses.count(sender, clock.instant()) >= FREE_MISSES
        || misses.size(clock.instant()) >= MISSES_IN_ALL;
  }

  /** Seconds that a program has to wait until it may look up a name again; 0 when it need not. */
  long waitForName(String sender) {
    return misses.count(sender, clock.instant()) >= PROGRAM_MISSES ? MEMORY.toSeconds() : 0;
  }

  /** Counts a miss. */
  void missed(String sender) {
    misses.add(sender, clock.instant());
  }

  /** A task whose solution is such a proof. */
  HumanTask task() {
    return proof.draw(clock.instant());
  }

  /** Whether a task is solved, by its answer or by work. */
  boolean proves(String token, String answer, String work) {
    return proof.accepts(token, answer, work, clock.instant());
  }

  /** Whether one more file of a sender is looked into, which is then counted. */
  boolean mayCheckFile(String sender) {
    return files.admitsOfSender(sender, clock.instant());
  }

  /** Whether a sender has not seen something lately, which is then remembered. */
  boolean isNewTo(String sender, String what) {
    return views.admitsOfSender(sender + what, clock.instant());
  }
}

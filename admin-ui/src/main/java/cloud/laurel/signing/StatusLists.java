package cloud.laurel.signing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Signed status lists, shared by all who ask. What changed is read again after seconds; what did
 * not is answered with the same bytes for an hour, so that wallets need not fetch it again. Safe
 * for use by several threads.
 */
final class StatusLists {

  /** The database is asked at most this often for each list. */
  private static final Duration READ = Duration.ofSeconds(10);

  private static final Duration SIGNED = Duration.ofHours(1);

  private final SigningKeys keys;
  private final String home;
  private final InstantSource clock;
  private final IntFunction<Optional<BitSet>> ended;
  private final Map<Integer, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(BitSet ended, String key, String jwt, Instant signed, Instant read) {}

  /**
   * Lists of a place.
   *
   * @param home address of these pages, without a slash at its end
   * @param ended the places of a list's certificates that no longer count; empty for no such list
   */
  StatusLists(
      SigningKeys keys, String home, InstantSource clock, IntFunction<Optional<BitSet>> ended) {
    this.keys = keys;
    this.home = home;
    this.clock = clock;
    this.ended = ended;
  }

  /**
   * A list as a compact JWS; empty when there is no such list.
   *
   * @throws CannotSign when there is no key that may sign now
   */
  Optional<String> jwt(int list) {
    SigningKey key = keys.current();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return Optional.ofNullable(kept.compute(list, (number, known) -> at(number, known, key, now)))
        .map(Kept::jwt);
  }

  private @Nullable Kept at(int list, @Nullable Kept known, SigningKey key, Instant now) {
    if (known != null && isSince(known.read, READ, now) && known.key.equals(key.fingerprint())) {
      return known;
    }
    Optional<BitSet> places = ended.apply(list);
    if (places.isEmpty()) {
      return null;
    }
    boolean same =
        known != null
            && known.ended.equals(places.get())
            && known.key.equals(key.fingerprint())
            && isSince(known.signed, SIGNED, now);
    return same
        ? new Kept(known.ended, known.key, known.jwt, known.signed, now)
        : new Kept(
            places.get(),
            key.fingerprint(),
            VcJwt.sign(key, home, "vc+jwt", StatusList.credential(home, list, places.get(), now)),
            now,
            now);
  }

  private static boolean isSince(Instant at, Duration within, Instant now) {
    return !at.isAfter(now) && now.isBefore(at.plus(within));
  }
}

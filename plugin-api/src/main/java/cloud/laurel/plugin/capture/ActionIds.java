package cloud.laurel.plugin.capture;

import java.time.Instant;
import java.util.UUID;

/**
 * Ids of captured actions: random UUIDs whose first 48 bits are the time in milliseconds (version
 * 7), so that neighbours in time are neighbours in an index.
 */
final class ActionIds {

  private ActionIds() {}

  static String next(Instant now) {
    UUID random = UUID.randomUUID();
    long high = now.toEpochMilli() << 16 | 0x7000L | random.getMostSignificantBits() & 0x0FFFL;
    return new UUID(high, random.getLeastSignificantBits()).toString();
  }
}

package cloud.laurel.certificate;

import java.util.random.RandomGenerator;

/**
 * Where it stands whether a credential still counts (W3C Bitstring Status List v1.0).
 *
 * @param list its number, from 1
 * @param index the bit in it, from 0
 */
public record StatusEntry(int list, int index) {

  /** Bits of a list: the least that the standard allows, so that one does not single out many. */
  public static final int LENGTH = 131_072;

  /** At most half of a list is taken: a free place is found at the second try on average. */
  private static final int PLACES = LENGTH / 2;

  /** Refuses what is no place in a list. */
  public StatusEntry {
    if (list < 1 || index < 0 || index >= LENGTH) {
      throw new IllegalArgumentException("no place in a status list: " + list + ", " + index);
    }
  }

  /** Draws a place for a certificate; it may be taken already. */
  static StatusEntry draw(long certificate, RandomGenerator random) {
    return new StatusEntry(Math.toIntExact(1 + certificate / PLACES), random.nextInt(LENGTH));
  }
}

package cloud.laurel.appeal;

/**
 * What granting would do under one indicator.
 *
 * @param indicator its code
 * @param points what the person's points would move by; 0 when the limit's places are taken
 */
public record Effect(String indicator, long points) {}

package cloud.laurel.selection;

/**
 * An honour among the others of its campaign.
 *
 * @param decided how many are on the decided list
 * @param places how many there are; 0 when people decide
 * @param ties how many of a tie across the cut wait
 */
public record HonourTab(
    String code, String name, int decided, int places, int ties, boolean shown, String link) {}

package cloud.laurel.campaign;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A published version of a campaign's rules (rule R14).
 *
 * @param number 1 for the rules it began with
 * @param validFrom first local day whose actions it judges, unless a newer version does
 * @param note why it was made, empty for the first
 * @param by who published it, empty when nobody signed in did
 * @param publishedAt when
 * @param rules what it says
 */
public record RuleVersion(
    int number, LocalDate validFrom, String note, String by, Instant publishedAt, Rules rules) {}

package cloud.laurel.appeal;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.standing.LedgerPage;
import java.util.List;
import java.util.Optional;

/**
 * An appeal with its evidence.
 *
 * @param campaign whose ledger it is
 * @param name display name of whose entry it is
 * @param schoolName of the claimed school, empty without one
 * @param history oldest first
 * @param entry the contested entry as it is judged now; empty when it is missing
 * @param neighbours the person's other entries of that day under the claimed indicator
 * @param effects what granting would do, an effect for each indicator that can be chosen, the
 *     claimed one first; empty once it is decided
 * @param filesLeft how many attachments may still be added
 */
public record AppealCase(
    Campaign campaign,
    Appeal appeal,
    String name,
    String schoolName,
    List<AppealEvent> history,
    Optional<LedgerPage.Row> entry,
    List<LedgerPage.Row> neighbours,
    List<Effect> effects,
    int filesLeft) {}

package cloud.laurel.journal;

import cloud.laurel.plugin.PlatformAction;
import java.time.Instant;
import java.util.Optional;

/**
 * A correcting entry: somebody is to earn what an indicator gives for a deed that was refused or
 * never arrived. It is judged under the limit alone.
 *
 * @param campaign id of the only campaign in which it counts
 * @param account who earns
 * @param indicator its code, never one of the pupils'
 * @param school whose award it is (rule R13)
 * @param occurredAt when the deed was done
 * @param object what it was done to, where known
 * @param reference the case that led to it, unique in the journal
 */
public record Correction(
    int campaign,
    String account,
    String indicator,
    String school,
    Instant occurredAt,
    Optional<PlatformAction.ObjectRef> object,
    String reference) {}

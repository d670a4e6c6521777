package cloud.laurel.journal;

import cloud.laurel.plugin.PlatformAction;
import java.time.Instant;
import java.util.Optional;

public record Correction(
    int campaign,
    String account,
    String indicator,
    String school,
    Instant occurredAt,
    Optional<PlatformAction.ObjectRef> object,
    String reference) {}

package cloud.laurel.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of the history of uploads.
 *
 * @param by sign-in name; empty when no person sent it
 * @param schools how many it named
 * @param schoolName one of them, the only one of most
 * @param own whether a school sent its own people
 * @param undoneAt when it was taken back
 * @param undoneBy by whom; empty unless it was
 * @param last whether it is the one that can be undone, as far as anybody knows before trying
 */
public record UploadEntry(
    long id,
    Instant uploadedAt,
    String by,
    String fileName,
    LocalDate effective,
    int schools,
    String schoolName,
    int people,
    int added,
    int changed,
    int left,
    boolean own,
    Optional<Instant> undoneAt,
    String undoneBy,
    boolean last) {}

package cloud.laurel.plan;

import cloud.laurel.input.Upload;
import java.util.List;
import java.util.Set;

/**
 * An entry of the training log as somebody wrote it down, not checked yet.
 *
 * @param from like 2020-12-01
 * @param to the same, empty for a single day
 * @param participants a whole number
 * @param link to material elsewhere, may be empty
 * @param files to be added
 * @param removed numbers of files to be taken away
 */
public record TrainingDraft(
    String from,
    String to,
    String topic,
    String place,
    String participants,
    String link,
    List<Upload> files,
    Set<Long> removed) {

  /** Copies its lists. */
  public TrainingDraft {
    files = List.copyOf(files);
    removed = Set.copyOf(removed);
  }
}

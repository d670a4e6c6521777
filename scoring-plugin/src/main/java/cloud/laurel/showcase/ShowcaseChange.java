package cloud.laurel.showcase;

import cloud.laurel.input.Upload;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a school does to a case in one go.
 *
 * @param slip of the form: one that begins a case and is sent twice begins one case
 * @param version of the case that was looked at; 0 for none yet
 * @param pictures to be added
 * @param alts what can be seen on the pictures that are there, by number
 * @param removed numbers of pictures to be taken away
 */
public record ShowcaseChange(
    String slip,
    int version,
    ShowcaseDraft draft,
    List<Upload> pictures,
    Map<Long, String> alts,
    Set<Long> removed) {

  /** Copies its lists. */
  public ShowcaseChange {
    pictures = List.copyOf(pictures);
    alts = Map.copyOf(alts);
    removed = Set.copyOf(removed);
  }
}

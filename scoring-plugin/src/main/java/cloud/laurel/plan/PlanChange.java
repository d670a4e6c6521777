package cloud.laurel.plan;

import cloud.laurel.input.Upload;
import java.util.List;
import java.util.Set;

/**
 * What a school does to its plan in one go.
 *
 * @param version of the plan that was looked at; 0 for none yet
 * @param files to be added
 * @param removed numbers of files to be taken away
 */
public record PlanChange(int version, PlanDraft draft, List<Upload> files, Set<Long> removed) {

  /** Copies its lists. */
  public PlanChange {
    files = List.copyOf(files);
    removed = Set.copyOf(removed);
  }

  /** Only words. */
  public static PlanChange of(int version, PlanDraft draft) {
    return new PlanChange(version, draft, List.of(), Set.of());
  }
}

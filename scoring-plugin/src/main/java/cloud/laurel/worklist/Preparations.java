package cloud.laurel.worklist;

import cloud.laurel.campaign.Campaign;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Tells what schools have prepared for a campaign, in a fixed number of statements. */
@FunctionalInterface
public interface Preparations {

  /**
   * By school; a school that has nothing may be missing.
   *
   * @param tx the caller's transaction
   */
  Map<String, Preparation> of(Handle tx, Campaign campaign);
}

package cloud.laurel.campaign;

import org.jdbi.v3.core.Handle;

/**
 * Wants to know of new campaigns. Implemented by {@code scoring}, which judges what is already
 * journalled of their window (rule R18).
 */
public interface CampaignObserver {

  /** Called in the transaction that creates the campaign; an exception undoes it. */
  void onCampaignCreated(Handle tx, Campaign campaign);
}

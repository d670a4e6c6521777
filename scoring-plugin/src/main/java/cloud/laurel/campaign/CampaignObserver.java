package cloud.laurel.campaign;

import java.time.YearMonth;
import org.jdbi.v3.core.Handle;

/**
 * Wants to know when campaigns begin to judge. Implemented by {@code scoring}, which judges what is
 * already journalled of their window (rule R18).
 */
public interface CampaignObserver {

  /**
   * Called in the transaction that starts or reopens the campaign, or puts it under rules on trial
   * with a book of their own; an exception undoes it.
   */
  void onJudging(Handle tx, Campaign campaign);

  /**
   * Called in the transaction in which an officer closes or reopens a month of the pupils (rule
   * R5), once for each book.
   *
   * @param campaign with the decision already in it
   */
  void onMonthDecided(Handle tx, Campaign campaign, YearMonth month);
}

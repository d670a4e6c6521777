package cloud.laurel.campaign;

import java.time.YearMonth;
import org.jdbi.v3.core.Handle;

/**
 * Wants to know when campaigns begin and end to judge. Implemented by {@code scoring}, which judges
 * what is already journalled of their window (rule R18), and by {@code standing}, which keeps the
 * standings of the end. Each does nothing unless said otherwise.
 */
public interface CampaignObserver {

  /**
   * Called in the transaction that starts or reopens the campaign, or puts it under rules on trial;
   * then what is journalled already is left to the replay. An exception undoes it.
   */
  default void onJudging(Handle tx, Campaign campaign) {}

  /**
   * Called in the transaction in which an officer closes or reopens a month of the pupils (rule
   * R5), once for each book.
   *
   * @param campaign with the decision already in it
   */
  default void onMonthDecided(Handle tx, Campaign campaign, YearMonth month) {}

  /**
   * Called in the transaction that closes the campaign, before it does and while nobody judges.
   *
   * @throws cloud.laurel.store.InvalidInput when it cannot be closed yet
   */
  default void onClosing(Handle tx, Campaign campaign) {}
}

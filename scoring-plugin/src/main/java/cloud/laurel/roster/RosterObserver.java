package cloud.laurel.roster;

import java.time.LocalDate;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Wants to know of roster changes. Implemented by {@code scoring}, so that a late roster re-judges
 * the actions it touches (rule R17).
 */
public interface RosterObserver {

  /**
   * Called in the roster's transaction, before anything is stored: what is to stay as it was until
   * now is kept now.
   */
  default void beforeRosterChange(Handle tx) {}

  /**
   * Called in the roster's transaction, after everything is stored; an exception undoes the upload.
   * Also called when nobody changed, because schools may have, by name or by being new.
   *
   * @param tx the open transaction
   * @param change what changed
   */
  void onRosterChange(Handle tx, Change change);

  /**
   * What an upload changed.
   *
   * @param effective first day that may be judged otherwise now
   * @param schools schools named in the upload or left by somebody in it
   * @param accounts people whose memberships or spaces changed
   */
  record Change(LocalDate effective, Set<String> schools, Set<String> accounts) {}
}

package cloud.laurel.store;

import java.util.Collection;
import org.jdbi.v3.core.Handle;

/**
 * Locks by account, so that two transactions never judge the same person at once; always taken in
 * the same order, so that they never wait for each other in a circle. Held to the end of the
 * transaction.
 */
public final class Stripes {

  private static final int COUNT = 256;

  private Stripes() {}

  /** Locks the stripes of these accounts. */
  public static void lock(Handle tx, Collection<String> accounts) {
    Integer[] ids =
        accounts.stream()
            .map(a -> Math.floorMod(a.hashCode(), COUNT))
            .distinct()
            .sorted()
            .toArray(Integer[]::new);
    tx.createQuery("SELECT id FROM stripe WHERE id = ANY(:ids) ORDER BY id FOR UPDATE")
        .bindArray("ids", Integer.class, (Object[]) ids)
        .mapTo(Integer.class)
        .list();
  }

  /** Locks every stripe: nobody judges until this transaction ends. */
  public static void lockAll(Handle tx) {
    tx.createQuery("SELECT id FROM stripe ORDER BY id FOR UPDATE").mapTo(Integer.class).list();
  }
}

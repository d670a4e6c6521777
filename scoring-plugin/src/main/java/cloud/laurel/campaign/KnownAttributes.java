package cloud.laurel.campaign;

import cloud.laurel.plugin.PlatformAction;
import cloud.laurel.store.Database;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Remembers which attributes actions of a type come with, to be offered where a condition is
 * written. Only an aid: it is filled after the actions themselves are safe, and what is lost in a
 * crash comes again with the next action.
 */
public class KnownAttributes {

  static final int MAX_NAMES = 100;
  static final int MAX_NAME = 100;

  /** More types than any platform has; their attributes are no longer remembered. */
  static final int MAX_TYPES = 1_000;

  private static final Logger LOG = Logger.getLogger(KnownAttributes.class.getName());

  private final Database database;
  private final KnownAttributeRepository attributes = new KnownAttributeRepository();

  /** Names by type that are in the database for certain: added after their commit. */
  private final Map<String, Set<String>> stored = new ConcurrentHashMap<>();

  /** One for a database. */
  public KnownAttributes(Database database) {
    this.database = database;
  }

  /**
   * Takes note of what is new; to be called after the actions are committed, outside their
   * transaction. Never fails. Costs a look-up per attribute, and a transaction only when one is
   * new.
   */
  public void learn(Collection<PlatformAction> actions) {
    Map<String, KnownAttribute> fresh = new LinkedHashMap<>();
    for (PlatformAction action : actions) {
      action
          .attributes()
          .forEach(
              (name, value) -> {
                if (isNew(action.type(), name)) {
                  fresh.computeIfAbsent(
                      action.type() + ' ' + name,
                      key -> KnownAttribute.seen(action.type(), name, value));
                }
              });
    }
    if (fresh.isEmpty()) {
      return;
    }
    try {
      store(fresh.values());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "LRL-03091 new attributes are not remembered", e);
    }
  }

  private boolean isNew(String type, String name) {
    Set<String> names = stored.get(type);
    if (names == null) {
      return name.length() <= MAX_NAME && stored.size() < MAX_TYPES;
    }
    return !names.contains(name) && names.size() < MAX_NAMES && name.length() <= MAX_NAME;
  }

  private void store(Collection<KnownAttribute> fresh) {
    Set<String> types =
        fresh.stream().map(KnownAttribute::type).collect(Collectors.toUnmodifiableSet());
    Map<String, Set<String>> now =
        database.inTransaction(
            tx -> {
              Map<String, Set<String>> names = names(tx, types);
              List<KnownAttribute> missing = fresh.stream().filter(a -> takes(names, a)).toList();
              if (!missing.isEmpty()) {
                attributes.insert(tx, missing);
              }
              return names;
            });
    stored.putAll(now);
  }

  /** Whether it is missing among the names and there is room for it; it is one of them then. */
  private static boolean takes(Map<String, Set<String>> names, KnownAttribute attribute) {
    Set<String> known =
        names.computeIfAbsent(attribute.type(), type -> ConcurrentHashMap.newKeySet());
    return known.size() < MAX_NAMES && known.add(attribute.name());
  }

  private Map<String, Set<String>> names(Handle tx, Set<String> types) {
    return attributes.of(tx, types).stream()
        .collect(
            Collectors.groupingBy(
                KnownAttribute::type,
                Collectors.mapping(
                    KnownAttribute::name, Collectors.toCollection(ConcurrentHashMap::newKeySet))));
  }

  /** What actions of these types have come with, by name. */
  public List<KnownAttribute> of(Collection<String> types) {
    return database.read(tx -> attributes.of(tx, types));
  }
}

package cloud.laurel.startup;

import cloud.laurel.certificate.CertificatePress;
import cloud.laurel.engine.Engine;
import cloud.laurel.store.Database;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the engine when the deployment starts: the schema is brought up to date and the import
 * folder taken in before the first page is served. When the database cannot be reached then, the
 * pages come up without it and it is tried again every few seconds.
 */
@ApplicationScoped
public class EngineHost {

  private static final Logger LOG = Logger.getLogger(EngineHost.class.getName());
  private static final long PAUSE_MILLIS = 1000;
  private static final long WATCH_PAUSE_MILLIS = 3000;
  private static final long BOARDS_PAUSE_MILLIS = 500;
  private static final long ROSTER_PAUSE_MILLIS = 500;

  /**
   * More would keep the server's scheduler, which has eight threads, from other work; and with more
   * threads than work, idle ones hold on to deployments that were replaced.
   */
  private static final int PRESSES = 2;

  /**
   * Pauses between two attempts to start the engine, so that a lasting fault does not fill the log.
   */
  private static final int PAUSES_BETWEEN_ATTEMPTS = 5;

  @Resource(lookup = "java:jboss/datasources/LaurelDS")
  private DataSource dataSource;

  @Resource private ManagedScheduledExecutorService scheduler;

  @Inject private CertificatePress press;

  @Inject
  @ConfigProperty(name = "laurel.import.dir")
  private Optional<String> importFolder;

  @Inject
  @ConfigProperty(name = "laurel.demo", defaultValue = "off")
  private String demo;

  private volatile Optional<Engine> engine = Optional.empty();
  private volatile Optional<Future<?>> work = Optional.empty();
  private volatile Optional<Future<?>> watch = Optional.empty();
  private volatile Optional<Future<?>> boards = Optional.empty();
  private volatile Optional<Future<?>> rosters = Optional.empty();
  private final List<Future<?>> presses = new CopyOnWriteArrayList<>();
  private volatile boolean starting = true;
  private volatile boolean stopped;
  private int pauses;

  void start(@Observes @Initialized(ApplicationScoped.class) Object deployment) {
    if (demo.equals("off")) {
      LOG.info(
          "LRL-03025 production: no demo account exists; people sign in through an identity"
              + " provider, which docs/laurel/30-security.cli of the server says how to connect");
    }
    open();
    starting = false;
    work =
        Optional.of(
            scheduler.scheduleWithFixedDelay(
                this::work, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    // A thread of its own: no point waits while a large journal is read.
    watch =
        Optional.of(
            scheduler.scheduleWithFixedDelay(
                this::watch, WATCH_PAUSE_MILLIS, WATCH_PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    boards =
        Optional.of(
            scheduler.scheduleWithFixedDelay(
                this::keep, BOARDS_PAUSE_MILLIS, BOARDS_PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    // Somebody is waiting in front of the page.
    rosters =
        Optional.of(
            scheduler.scheduleWithFixedDelay(
                this::takeRosters,
                ROSTER_PAUSE_MILLIS,
                ROSTER_PAUSE_MILLIS,
                TimeUnit.MILLISECONDS));
    for (int i = 0; i < Math.min(PRESSES, Runtime.getRuntime().availableProcessors()); i++) {
      presses.add(
          scheduler.scheduleWithFixedDelay(
              this::print, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    }
  }

  @PreDestroy
  void stop() {
    stopped = true;
    work.ifPresent(w -> w.cancel(false));
    watch.ifPresent(w -> w.cancel(false));
    boards.ifPresent(w -> w.cancel(false));
    rosters.ifPresent(w -> w.cancel(false));
    presses.forEach(w -> w.cancel(false));
  }

  private void open() {
    try {
      Database database = new Database(dataSource);
      database.compactWhenItPays();
      Engine made = new Engine(database, InstantSource.system(), press);
      importFolder
          .filter(folder -> !folder.isBlank())
          .ifPresent(folder -> made.importFolder().load(Path.of(folder)));
      engine = Optional.of(made);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "LRL-03020 the engine cannot start; it will be tried again", e);
    }
  }

  private void work() {
    try {
      if (engine.isEmpty() && ++pauses % PAUSES_BETWEEN_ATTEMPTS == 0) {
        open();
      }
      while (!stopped && engine.isPresent() && engine.get().work()) {
        LOG.fine("LRL-03021 judged a portion again");
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "LRL-03022 background work failed; it will be tried again", e);
    }
  }

  private void watch() {
    try {
      if (!stopped) {
        // Pages show the course; nobody waits for the signals.
        engine.ifPresent(e -> e.courses().work());
        engine.ifPresent(e -> e.signals().work());
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "LRL-03026 the watch failed; it will be tried again", e);
    }
  }

  private void keep() {
    try {
      if (!stopped) {
        engine.ifPresent(Engine::keep);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "LRL-03027 what pages share could not be read again", e);
    }
  }

  /** Has what pages share read anew before it is shown again. */
  void forgetBoards() {
    engine.ifPresent(Engine::forgetBoards);
  }

  private void print() {
    try {
      while (!stopped && engine.isPresent() && engine.get().certificates().printer().work()) {
        LOG.finer("LRL-11004 printed some certificates");
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "LRL-11005 certificates wait; they will be tried again", e);
    }
  }

  private void takeRosters() {
    try {
      while (!stopped && engine.isPresent() && engine.get().rosterWorker().work()) {
        LOG.fine("LRL-03053 did a step of a roster upload");
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "LRL-03054 roster uploads wait; they will be tried again", e);
    }
  }

  /**
   * The engine.
   *
   * @throws EngineUnavailable while its database has not been reached since the deployment started
   */
  public Engine engine() {
    return engine.orElseThrow(EngineUnavailable::new);
  }

  /** Whether the first start is still going on. */
  public boolean isStarting() {
    return starting;
  }

  /** Whether the engine has started and its database answers. */
  public boolean isReady() {
    try {
      return engine
          .map(e -> e.database().read(tx -> tx.select("SELECT 1").mapTo(Integer.class).one()) == 1)
          .orElse(false);
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "LRL-03023 the database does not answer", e);
      return false;
    }
  }

  /** The engine's database has not been reached yet. */
  public static final class EngineUnavailable extends RuntimeException {
    EngineUnavailable() {
      super("LRL-03024 the engine has not started: its database cannot be reached");
    }
  }
}

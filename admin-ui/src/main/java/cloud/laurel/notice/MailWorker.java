package cloud.laurel.notice;

import cloud.laurel.plugin.outbox.SettingsReader;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;

/**
 * Sends queued mail in the background, apart from the engine's own work: a slow mail server holds
 * up nothing else. Does nothing when no mail server is configured.
 */
@ApplicationScoped
public class MailWorker {

  private static final Logger LOG = Logger.getLogger(MailWorker.class.getName());
  private static final long PAUSE_SECONDS = 5;

  @Inject private Config config;
  @Inject private Instance<NotificationService> notices;
  @Resource private ManagedScheduledExecutorService scheduler;

  private volatile Optional<Future<?>> work = Optional.empty();
  private volatile boolean stopped;

  void start(@Observes @Initialized(ApplicationScoped.class) Object deployment) {
    SettingsReader reader = SettingsReader.of(config);
    Optional<MailSettings> settings = MailSettings.read(reader);
    if (!reader.problems().isEmpty()) {
      LOG.log(Level.SEVERE, "LRL-08002 no mail is sent: {0}", reader.problems());
    }
    work =
        settings
            .map(SmtpSender::new)
            .map(
                sender ->
                    scheduler.scheduleWithFixedDelay(
                        () -> work(sender), PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS));
  }

  @PreDestroy
  void stop() {
    stopped = true;
    work.ifPresent(w -> w.cancel(false));
  }

  private void work(MailSender sender) {
    try (Instance.Handle<NotificationService> service = notices.getHandle()) {
      while (!stopped && service.get().sendOne(sender)) {
        LOG.fine("LRL-08004 tried a mail");
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "LRL-08005 mail cannot be looked for; it will be tried again", e);
    }
  }
}

package cloud.laurel.signing;

import cloud.laurel.certificate.StatusListService;
import cloud.laurel.document.Documents;
import cloud.laurel.plugin.outbox.SettingsReader;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * Reads the keys when the deployment starts and hands out what works with them. Without a key that
 * may sign everything else works; the log and {@link #obstacle()} say what to do.
 */
@ApplicationScoped
public class SigningHost {

  private static final Logger LOG = System.getLogger(SigningHost.class.getName());

  private final InstantSource clock = InstantSource.system();

  @Inject private Config config;
  @Inject private Documents documents;
  @Inject private Instance<StatusListService> ended;

  private Optional<String> home = Optional.empty();
  private Optional<SigningKeys> keys = Optional.empty();
  private Optional<SigningKey> sm2 = Optional.empty();
  private Optional<StatusLists> lists = Optional.empty();

  /** Before whatever starts and may have something to sign. */
  void start(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object deployment) {
    SettingsReader reader = SettingsReader.of(config);
    SigningSettings settings = SigningSettings.read(reader);
    reader
        .problems()
        .forEach(p -> LOG.log(Level.ERROR, "LRL-13016 {0} {1}", p.field(), p.problem()));
    home = settings.home();
    keys = Optional.of(SigningKeys.read(settings, wrong(reader), clock));
    lists = home.map(at -> new StatusLists(keys(), at, clock, n -> ended.get().ended(n)));
    sm2 = Sm2Key.read(settings, clock.instant());
    obstacle().ifPresent(o -> LOG.log(Level.WARNING, o::sentence));
    keys()
        .end()
        .ifPresent(
            end ->
                LOG.log(
                    Level.WARNING,
                    "LRL-13022 the key that signs certificates expires at {0}; configure the next",
                    end));
  }

  static Optional<String> wrong(SettingsReader reader) {
    return Optional.of(
            reader.problems().stream()
                .filter(p -> p.field().startsWith("laurel.certificate.keystore"))
                .map(p -> p.field() + " " + p.problem())
                .collect(Collectors.joining("; ")))
        .filter(text -> !text.isEmpty());
  }

  /** Address of these pages as people reach them, without a slash at its end, if it is known. */
  public Optional<String> home() {
    return home;
  }

  /** Why nothing can be signed or issued now; empty when it can. */
  public Optional<Obstacle> obstacle() {
    return keys()
        .obstacle()
        .or(() -> home.isEmpty() ? Optional.of(BadgeMaker.HOMELESS) : Optional.empty());
  }

  /** What is published of the status of credentials; nothing without a home. */
  Optional<StatusLists> statusLists() {
    return lists;
  }

  /** The keys. */
  @Produces
  @Dependent
  public SigningKeys keys() {
    return keys.orElseThrow();
  }

  /** Signs files. */
  @Produces
  @Dependent
  public PdfSigner signer() {
    return new PdfSigner(keys(), clock);
  }

  /** Checks files. */
  @Produces
  @Dependent
  public PdfChecker checker() {
    return new PdfChecker(keys());
  }

  /** Makes credentials and badges. */
  @Produces
  @Dependent
  public BadgeMaker badges() {
    return new BadgeMaker(keys(), home, documents.fonts());
  }

  /** Writes records with an SM2 signature. */
  @Produces
  @Dependent
  public Sm2Record records() {
    return new Sm2Record(sm2, clock);
  }
}

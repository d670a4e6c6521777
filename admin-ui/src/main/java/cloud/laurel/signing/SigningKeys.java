package cloud.laurel.signing;

import cloud.laurel.signing.SigningSettings.Store;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys in use: one signs, and the certificates of all of them are ours.
 *
 * <p>Roll-over: put the new key into the keystore beside the old one. The one named by the alias
 * signs, without an alias the one whose certificate is the newest of those valid now. What the old
 * ones signed stays ours as long as their certificates are in the keystore or among the retired.
 *
 * <p>Safe for use by several threads.
 */
public final class SigningKeys {

  private static final Logger LOG = System.getLogger(SigningKeys.class.getName());

  static final Comparator<SigningKey> BY_AGE =
      Comparator.comparing(key -> key.certificate().getNotBefore());

  /** Renewing a certificate takes an authority its time. */
  private static final Duration NOTICE = Duration.ofDays(30);

  private final InstantSource clock;
  private final List<SigningKey> signing;
  private final Map<String, X509Certificate> certificates = new LinkedHashMap<>();
  private final Optional<Obstacle> broken;

  private SigningKeys(
      InstantSource clock,
      List<SigningKey> signing,
      List<X509Certificate> certificates,
      Optional<Obstacle> broken) {
    this.clock = clock;
    this.signing = List.copyOf(signing);
    this.broken = broken;
    certificates.forEach(c -> this.certificates.put(Fingerprint.of(c), c));
  }

  /**
   * Reads the keys; whatever is wrong is kept as {@link #obstacle()}.
   *
   * @param wrong what is wrong with the settings of the keystore
   */
  static SigningKeys read(SigningSettings settings, Optional<String> wrong, InstantSource clock) {
    List<X509Certificate> retired = new ArrayList<>();
    settings.retired().ifPresent(folder -> retired.addAll(retired(folder)));
    if (!settings.demo()) {
      retired.removeIf(DemoKey::isDemo);
    }
    try {
      if (wrong.isPresent()) {
        throw new CannotSign(Obstacle.Kind.SETTINGS, wrong.get());
      }
      return of(store(settings, clock), settings.demo(), retired, clock);
    } catch (CannotSign e) {
      return new SigningKeys(clock, List.of(), retired, Optional.of(e.obstacle()));
    }
  }

  private static Store store(SigningSettings settings, InstantSource clock) {
    if (settings.keystore().isEmpty() && !settings.demo()) {
      throw new CannotSign(Obstacle.Kind.NOT_CONFIGURED, "");
    }
    return settings.keystore().orElseGet(() -> DemoKey.USUAL.in(settings.data(), clock.instant()));
  }

  private static SigningKeys of(
      Store store, boolean demo, List<X509Certificate> retired, InstantSource clock) {
    KeyFile file = KeyFile.read(store);
    List<SigningKey> keys = new ArrayList<>(file.keys());
    keys.removeIf(key -> !demo && DemoKey.isDemo(key.certificate()));
    List<SigningKey> signing =
        keys.stream()
            .filter(key -> store.alias().isEmpty() || KeyFile.isNamed(key, store))
            .sorted(BY_AGE.reversed())
            .toList();
    List<X509Certificate> ours = new ArrayList<>();
    keys.stream().sorted(BY_AGE.reversed()).forEach(key -> ours.add(key.certificate()));
    file.certificates().stream().filter(c -> demo || !DemoKey.isDemo(c)).forEach(ours::add);
    ours.addAll(retired);
    Optional<Obstacle> mismatch =
        signing.stream()
            .filter(key -> key.unfit().isEmpty() && key.isMismatched())
            .map(key -> new Obstacle(Obstacle.Kind.MISMATCH, key.alias()))
            .findFirst();
    return new SigningKeys(
        clock,
        signing,
        ours,
        signing.isEmpty()
            ? Optional.of(new Obstacle(Obstacle.Kind.DEMO, store.file().toString()))
            : mismatch);
  }

  private static List<X509Certificate> retired(Path folder) {
    List<X509Certificate> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
            found.add((X509Certificate) one);
          }
        } catch (GeneralSecurityException e) {
          LOG.log(Level.ERROR, "LRL-13014 no certificate in PEM or DER form: {0}", file);
        }
      }
    } catch (IOException e) {
      LOG.log(Level.ERROR, "LRL-13015 retired certificates cannot be read: {0}", e);
    }
    return found;
  }

  /**
   * The key that signs now.
   *
   * @throws CannotSign when there is none that may
   */
  SigningKey current() {
    if (broken.isPresent()) {
      throw new CannotSign(broken.get());
    }
    Instant now = clock.instant();
    return signing.stream()
        .filter(key -> key.flaw(now).isEmpty())
        .findFirst()
        .orElseThrow(() -> new CannotSign(signing.get(0).flaw(now).orElseThrow()));
  }

  /** Why nothing can be signed now; empty when it can. */
  public Optional<Obstacle> obstacle() {
    try {
      current();
      return Optional.empty();
    } catch (CannotSign e) {
      return Optional.of(e.obstacle());
    }
  }

  /**
   * When the last of the keys that may sign expires, if that is within {@link #NOTICE}: until then
   * the next one has to be configured.
   */
  Optional<Instant> end() {
    Instant now = clock.instant();
    return obstacle().isPresent()
        ? Optional.empty()
        : signing.stream()
            .filter(key -> key.unfit().isEmpty())
            .map(key -> key.certificate().getNotAfter().toInstant())
            .max(Comparator.naturalOrder())
            .filter(end -> end.isBefore(now.plus(NOTICE)));
  }

  /** Whether what is signed now is for show, because the key is a demo's. */
  public boolean demo() {
    return broken.isEmpty() && signing.stream().anyMatch(k -> DemoKey.isDemo(k.certificate()));
  }

  /** The certificates that are ours by their fingerprints, those that sign first. */
  Map<String, X509Certificate> certificates() {
    return Collections.unmodifiableMap(certificates);
  }

  /**
   * Whether a certificate of ours was valid at a point in time. PAdES baseline B carries no time
   * stamp of a third party: the register's time of issue, not the file's own signing time, says
   * when it was signed, and a signature made while the certificate was valid stays good after it
   * has expired.
   *
   * @param fingerprint as in {@link Finding.Intact#key()}
   */
  public boolean wasValid(String fingerprint, Instant issuedAt) {
    return Optional.ofNullable(certificates.get(fingerprint))
        .filter(c -> !issuedAt.isBefore(c.getNotBefore().toInstant()))
        .filter(c -> !issuedAt.isAfter(c.getNotAfter().toInstant()))
        .isPresent();
  }
}

package cloud.laurel.signing;

import cloud.laurel.signing.SigningSettings.Store;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * Finds the SM2 key of records: the one of the alias, else the newest of the file. Certificates do
 * not wait for it: when it is wrong the log says so, and there are no records.
 */
final class Sm2Key {

  private static final Logger LOG = System.getLogger(Sm2Key.class.getName());

  private Sm2Key() {}

  /** The key, if one is configured and good, or made for the demo. */
  static Optional<SigningKey> read(SigningSettings settings, Instant now) {
    try {
      Optional<Store> store =
          settings.demo() && settings.sm2().isEmpty()
              ? Optional.of(DemoKey.SM2.in(settings.data(), now))
              : settings.sm2();
      Optional<SigningKey> key = store.flatMap(Sm2Key::newest);
      key.flatMap(k -> refusal(k, settings.demo(), now))
          .ifPresent(why -> LOG.log(Level.WARNING, "LRL-13021 no SM2 records: {0}", why));
      return key.filter(k -> refusal(k, settings.demo(), now).isEmpty());
    } catch (CannotSign e) {
      LOG.log(Level.WARNING, "LRL-13021 no SM2 records: {0}", e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<SigningKey> newest(Store store) {
    return KeyFile.read(store).keys().stream()
        .filter(key -> store.alias().isEmpty() || KeyFile.isNamed(key, store))
        .max(SigningKeys.BY_AGE);
  }

  private static Optional<String> refusal(SigningKey key, boolean demo, Instant now) {
    if (!isSm2(key.certificate())) {
      return Optional.of("the key " + key.subject() + " is on another curve");
    }
    return !demo && DemoKey.isDemo(key.certificate())
        ? Optional.of("the key is a demo's")
        : flaw(key, now).map(Obstacle::sentence);
  }

  private static boolean isSm2(X509Certificate certificate) {
    return GMObjectIdentifiers.sm2p256v1.equals(
        SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded())
            .getAlgorithm()
            .getParameters());
  }

  /** What keeps it from signing at a point in time. */
  static Optional<Obstacle> flaw(SigningKey key, Instant at) {
    return key.usageFlaw().or(() -> key.timeFlaw(at));
  }
}

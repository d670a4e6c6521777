package cloud.laurel.lookup;

import cloud.laurel.certificate.Certificate;
import cloud.laurel.certificate.LookupService;
import cloud.laurel.press.Picture;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Certificates as pictures. Drawing one takes a third of a second, so those that were asked for
 * last are kept, and never more than two are drawn at a time.
 */
@ApplicationScoped
public class Pictures {

  /** Some ten megabytes. */
  private static final int MOST = 32;

  private final Semaphore atOnce = new Semaphore(2);
  private final Map<String, byte[]> drawn =
      Collections.synchronizedMap(
          new LinkedHashMap<>(MOST, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
              return size() > MOST;
            }
          });

  @Inject private Instance<LookupService> lookup;

  /** The picture of a certificate as PNG. */
  byte[] of(Certificate certificate) {
    return kept(certificate).orElseGet(() -> draw(certificate));
  }

  private byte[] draw(Certificate certificate) {
    atOnce.acquireUninterruptibly();
    try {
      // somebody else may have had it drawn while this one waited
      return kept(certificate)
          .orElseGet(
              () -> {
                byte[] png = Picture.of(lookup.get().pdf(certificate), Picture.WHOLE);
                drawn.put(certificate.hash(), png);
                return png;
              });
    } finally {
      atOnce.release();
    }
  }

  private Optional<byte[]> kept(Certificate certificate) {
    return Optional.ofNullable(drawn.get(certificate.hash()));
  }
}

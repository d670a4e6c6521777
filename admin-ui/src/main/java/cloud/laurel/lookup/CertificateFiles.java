package cloud.laurel.lookup;

import cloud.laurel.certificate.Certificate;
import cloud.laurel.certificate.LookupService;
import cloud.laurel.press.Picture;
import cloud.laurel.signing.SigningHost;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What is handed out of a certificate that counts. */
@ApplicationScoped
public class CertificateFiles {

  @Inject private Instance<LookupService> lookup;
  @Inject private SigningHost signing;
  @Inject private Pictures pictures;

  /**
   * One of them; nothing is in it where nothing like that was issued.
   *
   * @return empty when too many ask for pictures at this moment
   */
  Optional<byte[]> of(Certificate certificate, FileKind kind) {
    return switch (kind) {
      case PDF -> Optional.of(lookup.get().pdf(certificate));
      case PICTURE ->
          pictures.of(
              kind.tag(certificate),
              () -> Picture.of(lookup.get().pdf(certificate), Picture.WHOLE));
      case BADGE -> pictures.of(kind.tag(certificate), () -> badge(certificate));
      case CREDENTIAL -> text(lookup.get().credential(certificate));
      case RECORD -> text(lookup.get().record(certificate));
    };
  }

  private byte[] badge(Certificate certificate) {
    try {
      return signing.badges().picture(certificate.printed(), lookup.get().credential(certificate));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<byte[]> text(String text) {
    return Optional.of(text.getBytes(StandardCharsets.UTF_8));
  }
}

package cloud.laurel.lookup;

import cloud.laurel.certificate.Certificate;
import cloud.laurel.certificate.LookupService;
import cloud.laurel.signing.BadgeMaker;
import cloud.laurel.signing.BadgePicture;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;

/** What is handed out of a certificate that counts. */
@ApplicationScoped
public class CertificateFiles {

  @Inject private Instance<LookupService> lookup;
  @Inject private Instance<BadgeMaker> badges;
  @Inject private Pictures pictures;

  /** One of them; its text is empty where nothing like that was issued. */
  byte[] of(Certificate certificate, FileKind kind) {
    return switch (kind) {
      case PDF -> lookup.get().pdf(certificate);
      case PICTURE -> pictures.of(certificate);
      case BADGE ->
          badges
              .get()
              .bake(
                  BadgePicture.of(certificate.printed().honour()),
                  lookup.get().credential(certificate));
      case CREDENTIAL -> text(lookup.get().credential(certificate));
      case RECORD -> text(lookup.get().record(certificate));
    };
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

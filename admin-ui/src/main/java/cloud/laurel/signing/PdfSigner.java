package cloud.laurel.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * Signs PDFs as PAdES-BASELINE-B, invisibly; they stay PDF/A-2a and PDF/UA-1. Safe for use by
 * several threads.
 */
public final class PdfSigner {

  private static final String REASON = "颁发荣誉证书 Honour certificate issued";
  private static final TimeZone CHINA = TimeZone.getTimeZone("Asia/Shanghai");

  /**
   * Besides the certificates, in bytes: signature, digests, attributes. A byte takes two in the
   * file, so that the library's standard of 9472 would make a small file half as large again.
   */
  private static final int FRAME = 1536;

  private final SigningKeys keys;
  private final InstantSource clock;

  /** One that signs with whatever key is the current one. */
  PdfSigner(SigningKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * A signed file.
   *
   * @param key fingerprint of the certificate of the key that signed it
   */
  public record Signed(byte[] pdf, String key) {

    /** SHA-256 of the file, in hex. */
    public String hash() {
      return HexFormat.of().formatHex(Fingerprint.sha256(pdf));
    }
  }

  /**
   * Signs a file.
   *
   * @throws CannotSign when there is no key that may sign now
   */
  public Signed sign(byte[] pdf) {
    SigningKey key = keys.current();
    List<CertificateToken> chain = key.chain().stream().map(CertificateToken::new).toList();
    PAdESSignatureParameters parameters = new PAdESSignatureParameters();
    parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
    parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
    parameters.setSigningCertificate(chain.get(0));
    parameters.setCertificateChain(chain);
    parameters.bLevel().setSigningDate(Date.from(clock.instant()));
    parameters.setSigningTimeZone(CHINA);
    parameters.setReason(REASON);
    parameters.setSignerName(signer(key.certificate()));
    parameters.setContentSize(
        FRAME + chain.stream().mapToInt(token -> token.getEncoded().length).sum());
    DSSDocument document = new InMemoryDocument(plain(pdf));
    PAdESService service = new PAdESService(new CommonCertificateVerifier());
    byte[] asked = service.getDataToSign(document, parameters).getBytes();
    SignatureAlgorithm algorithm =
        SignatureAlgorithm.getAlgorithm(
            EncryptionAlgorithm.forKey(key.certificate().getPublicKey()), DigestAlgorithm.SHA256);
    DSSDocument signed =
        service.signDocument(document, parameters, new SignatureValue(algorithm, key.sign(asked)));
    return new Signed(DSSUtils.toByteArray(signed), key.fingerprint());
  }

  /**
   * The file with a cross-reference table instead of a stream: PDFBox continues a stream with one
   * that does not list itself, which qpdf complains about.
   */
  private static byte[] plain(byte[] pdf) {
    try (PDDocument file = Loader.loadPDF(pdf)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length);
      file.save(out, CompressParameters.NO_COMPRESSION);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("LRL-13017 what is to be signed is no PDF", e);
    }
  }

  /** Who signs, in words: the organisation that the certificate names, else its common name. */
  static String signer(X509Certificate certificate) {
    X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    for (var kind : List.of(BCStyle.O, BCStyle.CN)) {
      RDN[] found = subject.getRDNs(kind);
      if (found.length > 0) {
        return IETFUtils.valueToString(found[0].getFirst().getValue());
      }
    }
    return subject.toString();
  }
}

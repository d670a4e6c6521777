package cloud.laurel.signing;

import cloud.laurel.certificate.CertificateNumber;
import cloud.laurel.certificate.Printed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.jcajce.spec.SM2ParameterSpec;

/**
 * Writes what a certificate says as a small text with an SM2 signature (GM/T 0009, SM3 with SM2 and
 * the identity {@value #IDENTITY}), for those who have to verify by national algorithms.
 *
 * <p>The text is UTF-8, one {@code field: value} a line, always in the same order, each line ended
 * by a line feed. Signed is everything above the line {@code -----BEGIN SM2 SIGNATURE-----}; below
 * stand the signature (DER, in Base64) and the certificate of its key. To verify with OpenSSL 3:
 *
 * <pre>{@code
 * sed '/^-----BEGIN SM2/,$d' record.txt > signed.txt
 * sed -n '/^-----BEGIN SM2/,/^-----END SM2/p' record.txt | sed '1d;$d' | base64 -d > signature.der
 * openssl x509 -in record.txt -pubkey -noout > key.pem
 * openssl dgst -sm3 -verify key.pem -signature signature.der \
 *     -sigopt distid:1234567812345678 signed.txt
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class Sm2Record {

  private static final String IDENTITY = "1234567812345678";
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private final Optional<SigningKey> key;
  private final InstantSource clock;

  /** One that signs with a key, if there is one and it is valid at the time. */
  Sm2Record(Optional<SigningKey> key, InstantSource clock) {
    this.key = key;
    this.clock = clock;
  }

  /**
   * The record of a certificate; empty when there is no SM2 key that may sign now.
   *
   * @param pdfHash SHA-256 of the signed PDF, in hex
   */
  public Optional<String> record(CertificateNumber number, Printed printed, String pdfHash) {
    return key.filter(k -> Sm2Key.flaw(k, clock.instant()).isEmpty())
        .map(k -> signed(text(number, printed, pdfHash), k));
  }

  private static String text(CertificateNumber number, Printed printed, String pdfHash) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("number", number.series());
    fields.put("code", number.code());
    fields.put("of", printed.of().name());
    fields.put("name", printed.name());
    fields.put("school", printed.school());
    fields.put("campaign", printed.campaign());
    fields.put("reason", printed.reason());
    fields.put("honour", printed.honour());
    fields.put("document", printed.document());
    fields.put("issuer", printed.issuer());
    fields.put("issued-on", printed.issuedOn().toString());
    fields.put("demo", String.valueOf(printed.demo()));
    fields.put("pdf-sha256", pdfHash);
    return fields.entrySet().stream()
        .map(field -> (field.getKey() + ": " + line(field.getValue())).strip() + "\n")
        .collect(Collectors.joining());
  }

  /** A value that cannot pass for lines of its own. */
  private static String line(String value) {
    return value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
  }

  private static String signed(String text, SigningKey key) {
    try {
      Signature signature = Signature.getInstance("SM3withSM2", KeyFile.PROVIDER);
      signature.setParameter(new SM2ParameterSpec(IDENTITY.getBytes(StandardCharsets.US_ASCII)));
      signature.initSign(key.key());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return text
          + block("SM2 SIGNATURE", signature.sign())
          + block("CERTIFICATE", key.certificate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("LRL-13020 a record cannot be signed", e);
    }
  }

  private static String block(String name, byte[] content) {
    return "-----BEGIN "
        + name
        + "-----\n"
        + LINES.encodeToString(content)
        + "\n-----END "
        + name
        + "-----\n";
  }
}

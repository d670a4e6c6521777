package cloud.laurel.signing;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A private key and its certificate, the latter followed by those that vouch for it.
 *
 * @param alias its name in its keystore
 */
record SigningKey(String alias, PrivateKey key, List<X509Certificate> chain) {

  private static final int LEAST_RSA = 2048;
  private static final Map<Curve, JWSAlgorithm> CURVES =
      Map.of(
          Curve.P_256, JWSAlgorithm.ES256,
          Curve.P_384, JWSAlgorithm.ES384,
          Curve.P_521, JWSAlgorithm.ES512);

  /** Copies the chain, which must not be empty. */
  SigningKey {
    chain = List.copyOf(chain);
  }

  X509Certificate certificate() {
    return chain.get(0);
  }

  String fingerprint() {
    return Fingerprint.of(certificate());
  }

  /** What keeps it from signing certificates at a point in time. */
  Optional<Obstacle> flaw(Instant at) {
    return unfit().or(() -> timeFlaw(at));
  }

  /** What keeps it from signing certificates at any time. */
  Optional<Obstacle> unfit() {
    return usageFlaw()
        .or(
            () ->
                algorithm(certificate()).isPresent()
                    ? Optional.empty()
                    : Optional.of(
                        new Obstacle(
                            Obstacle.Kind.UNSUITABLE,
                            certificate().getPublicKey().getAlgorithm())));
  }

  /** Whether its certificate keeps it from signing at all. */
  Optional<Obstacle> usageFlaw() {
    boolean[] usage = certificate().getKeyUsage();
    return usage == null || usage[0]
        ? Optional.empty()
        : Optional.of(new Obstacle(Obstacle.Kind.USAGE, subject()));
  }

  /** Whether its certificate is not valid at a point in time. */
  Optional<Obstacle> timeFlaw(Instant at) {
    Instant from = certificate().getNotBefore().toInstant();
    if (at.isBefore(from)) {
      return Optional.of(new Obstacle(Obstacle.Kind.NOT_YET_VALID, from.toString()));
    }
    Instant to = certificate().getNotAfter().toInstant();
    return at.isAfter(to)
        ? Optional.of(new Obstacle(Obstacle.Kind.EXPIRED, to.toString()))
        : Optional.empty();
  }

  String subject() {
    return certificate().getSubjectX500Principal().getName();
  }

  /** How JSON Web Signatures by a key are named (RFC 7518); empty when it is not fit to sign. */
  static Optional<JWSAlgorithm> algorithm(X509Certificate certificate) {
    if (certificate.getPublicKey() instanceof RSAPublicKey rsa) {
      return Optional.of(JWSAlgorithm.RS256).filter(a -> rsa.getModulus().bitLength() >= LEAST_RSA);
    }
    return certificate.getPublicKey() instanceof ECPublicKey ec
        ? Optional.ofNullable(Curve.forECParameterSpec(ec.getParams())).map(CURVES::get)
        : Optional.empty();
  }

  /** Signs with SHA-256; an ECDSA signature is a DER sequence. */
  byte[] sign(byte[] content) {
    try {
      return signed(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("LRL-13011 signing failed", e);
    }
  }

  private byte[] signed(byte[] content) throws GeneralSecurityException {
    Signature signature = signature();
    signature.initSign(key);
    signature.update(content);
    return signature.sign();
  }

  private Signature signature() throws GeneralSecurityException {
    boolean rsa = certificate().getPublicKey() instanceof RSAPublicKey;
    return Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSA");
  }

  /** Whether its certificate is that of another key: nobody could verify what it signs. */
  boolean isMismatched() {
    byte[] probe = fingerprint().getBytes(StandardCharsets.US_ASCII);
    try {
      Signature check = signature();
      check.initVerify(certificate());
      check.update(probe);
      return !check.verify(signed(probe));
    } catch (GeneralSecurityException e) {
      return true;
    }
  }

  @Override
  public String toString() {
    return alias + " " + subject();
  }
}

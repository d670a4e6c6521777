package cloud.laurel.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import jakarta.json.JsonObject;
import java.security.interfaces.ECPrivateKey;

/** Verifiable credentials as compact JWS: the payload is the credential itself. */
final class VcJwt {

  private VcJwt() {}

  /**
   * Signs a credential; the header's {@code kid} is the address of the public key.
   *
   * @param home address of these pages, without a slash at its end
   * @param type the header's {@code typ}
   */
  static String sign(SigningKey key, String home, String type, JsonObject credential) {
    JWSHeader header =
        new JWSHeader.Builder(SigningKey.algorithm(key.certificate()).orElseThrow())
            .type(new JOSEObjectType(type))
            .keyID(Issuer.keyAddress(home, key.fingerprint()))
            .build();
    JWSObject jwt = new JWSObject(header, new Payload(credential.toString()));
    try {
      jwt.sign(signer(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("LRL-13018 a credential cannot be signed", e);
    }
    return jwt.serialize();
  }

  private static JWSSigner signer(SigningKey key) throws JOSEException {
    return key.key() instanceof ECPrivateKey ec ? new ECDSASigner(ec) : new RSASSASigner(key.key());
  }
}

package cloud.laurel.signing;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is published about who issues: a profile and the public keys, old ones too, so that old
 * credentials stay verifiable.
 *
 * @param home address of these pages, without a slash at its end
 */
record Issuer(SigningKeys keys, String home) {

  /** Of credentials and profile: data model and Open Badges, in this order. */
  static final List<String> CONTEXTS =
      List.of(
          "https://www.w3.org/ns/credentials/v2",
          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");

  static String address(String home) {
    return home + "/api/issuer";
  }

  static String keyAddress(String home, String fingerprint) {
    return address(home) + "/keys/" + fingerprint;
  }

  /** Who issues, as it stands in a credential. */
  static JsonObject profile(String home, String name) {
    return Json.createObjectBuilder()
        .add("id", address(home))
        .add("type", Json.createArrayBuilder().add("Profile"))
        .add("name", name)
        .add("url", home + "/")
        .build();
  }

  /** Who issues, as it stands alone; named as the certificate of the key names it. */
  String profile() {
    String name =
        keys.certificates().values().stream().findFirst().map(PdfSigner::signer).orElse("Laurel");
    return Json.createObjectBuilder()
        .add("@context", Json.createArrayBuilder(CONTEXTS))
        .addAll(Json.createObjectBuilder(profile(home, name)))
        .build()
        .toString();
  }

  /** All public keys. */
  String keySet() {
    return new JWKSet(
            keys.certificates().entrySet().stream().flatMap(e -> key(e).stream()).toList())
        .toString(true);
  }

  /** One public key. */
  Optional<String> key(String fingerprint) {
    return keys.certificates().entrySet().stream()
        .filter(e -> e.getKey().equals(fingerprint))
        .flatMap(e -> key(e).stream())
        .map(JWK::toJSONString)
        .findFirst();
  }

  private Optional<JWK> key(Map.Entry<String, X509Certificate> named) {
    X509Certificate certificate = named.getValue();
    String id = keyAddress(home, named.getKey());
    return SigningKey.algorithm(certificate)
        .map(
            algorithm ->
                certificate.getPublicKey() instanceof ECPublicKey ec
                    ? new ECKey.Builder(Curve.forECParameterSpec(ec.getParams()), ec)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(algorithm)
                        .keyID(id)
                        .x509CertChain(encoded(certificate))
                        .build()
                    : new RSAKey.Builder((RSAPublicKey) certificate.getPublicKey())
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(algorithm)
                        .keyID(id)
                        .x509CertChain(encoded(certificate))
                        .build());
  }

  /** So that PDFs can be checked by it too. */
  private static List<Base64> encoded(X509Certificate certificate) {
    try {
      return List.of(Base64.encode(certificate.getEncoded()));
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

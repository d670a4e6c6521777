package cloud.laurel.signing;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes keystores of every kind. */
final class TestKeystore {

  static final String PASSWORD = "open sesame";
  static final String SUBJECT = "CN=Certificates,O=City Bureau,C=CN";

  private final KeyStore keystore;
  private String subject = SUBJECT;
  private Instant from = SigningFixture.NOW.minusSeconds(86_400);
  private Instant to = SigningFixture.NOW.plusSeconds(86_400);
  private int usage = KeyUsage.digitalSignature;
  private String curve = "secp256r1";
  private int serial = 1;

  TestKeystore() {
    try {
      // as keytool writes it
      keystore = KeyStore.getInstance("PKCS12");
      keystore.load(null, null);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  TestKeystore subject(String name) {
    subject = name;
    return this;
  }

  TestKeystore valid(Instant first, Instant last) {
    from = first;
    to = last;
    return this;
  }

  TestKeystore usage(int allowed) {
    usage = allowed;
    return this;
  }

  /** The curve of the keys added from now on; {@code rsa} and bits for RSA. */
  TestKeystore curve(String name) {
    curve = name;
    return this;
  }

  /** Adds a key with a new certificate of its own. */
  TestKeystore key(String alias) {
    try {
      KeyPair pair = pair();
      return add(alias, pair, pair);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds a key with a new certificate of another one. */
  TestKeystore mismatched(String alias) {
    try {
      return add(alias, pair(), pair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private TestKeystore add(String alias, KeyPair pair, KeyPair certified)
      throws GeneralSecurityException {
    try {
      keystore.setKeyEntry(
          alias,
          pair.getPrivate(),
          PASSWORD.toCharArray(),
          new Certificate[] {certificate(certified)});
      return this;
    } catch (OperatorCreationException | CertIOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds certificates alone. */
  TestKeystore certificates(Map<String, X509Certificate> added) {
    try {
      for (Map.Entry<String, X509Certificate> one : added.entrySet()) {
        keystore.setCertificateEntry(one.getKey(), one.getValue());
      }
      return this;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  Path in(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      keystore.store(out, PASSWORD.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return file;
  }

  private KeyPair pair() throws GeneralSecurityException {
    if (curve.startsWith("rsa")) {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(Integer.parseInt(curve.substring(3)));
      return generator.generateKeyPair();
    }
    if (curve.startsWith("Ed")) {
      return KeyPairGenerator.getInstance(curve).generateKeyPair();
    }
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", KeyFile.PROVIDER);
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }

  private X509Certificate certificate(KeyPair pair)
      throws GeneralSecurityException, OperatorCreationException, CertIOException {
    X500Name name = new X500Name(subject);
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.valueOf(serial++),
            Date.from(from),
            Date.from(to),
            name,
            pair.getPublic());
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
    String elliptic = curve.startsWith("Ed") ? curve : "SHA256withECDSA";
    String by = curve.startsWith("rsa") ? "SHA256withRSA" : elliptic;
    return new JcaX509CertificateConverter()
        .setProvider(KeyFile.PROVIDER)
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder(by)
                    .setProvider(KeyFile.PROVIDER)
                    .build(pair.getPrivate())));
  }
}

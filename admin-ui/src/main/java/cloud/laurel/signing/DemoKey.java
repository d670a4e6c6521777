package cloud.laurel.signing;

import cloud.laurel.signing.SigningSettings.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes the keys of demos, once per data folder and kept there. Their certificates say that they
 * are worth nothing, and nothing accepts them outside demo mode.
 *
 * <p>The key is EC P-256: a signature takes 72 bytes where RSA 3072 takes 384 (and its certificate
 * half a kilobyte more, which a PDF holds as hex), while DSS, poppler, OpenSSL and every JWT
 * library know it. A bureau's own key may be either.
 */
enum DemoKey {
  /** Signs PDFs and credentials. */
  USUAL("laurel.certificate.keystore", "laurel-demo-key.p12", "secp256r1", "SHA256withECDSA"),
  /** Signs records. */
  SM2("laurel.certificate.sm2-keystore", "laurel-demo-sm2.p12", "sm2p256v1", "SM3withSM2");

  /** No secret: what it opens is worth nothing. */
  static final String PASSWORD = "laurel-demo";

  private static final Logger LOG = System.getLogger(DemoKey.class.getName());
  private static final String ORGANISATION = "演示";
  private static final String NAME = "Laurel demo key, not valid";
  private static final Duration VALID = Duration.ofDays(3653);

  /** So that a clock that is set back a little does not make it a key of the future. */
  private static final Duration EARLIER = Duration.ofDays(1);

  private static final int SERIAL_BITS = 120;

  private final String setting;
  private final String file;
  private final String curve;
  private final String algorithm;

  DemoKey(String setting, String file, String curve, String algorithm) {
    this.setting = setting;
    this.file = file;
    this.curve = curve;
    this.algorithm = algorithm;
  }

  /** Whether a certificate is that of a demo key. */
  static boolean isDemo(X509Certificate certificate) {
    return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
        .equals(subject());
  }

  private static X500Name subject() {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.O, ORGANISATION)
        .addRDN(BCStyle.CN, NAME)
        .build();
  }

  /**
   * The keystore of a data folder, made now when there is none. Whoever asks at the same time, in
   * this server or another on the same folder, gets the same one.
   *
   * @throws CannotSign when the folder cannot be written
   */
  Store in(Path folder, Instant now) {
    Path kept = folder.resolve(file);
    // a lock of the file holds off other servers, but not other threads of this one
    synchronized (DemoKey.class) {
      try {
        Files.createDirectories(folder);
        Path latch = folder.resolve(file + ".lock");
        try (FileChannel channel =
                FileChannel.open(latch, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.lock()) {
          if (lock.isValid() && Files.notExists(kept)) {
            write(folder, kept, now);
          }
        }
      } catch (IOException e) {
        LOG.log(Level.WARNING, "LRL-13012 no demo key can be made", e);
        throw new CannotSign(Obstacle.Kind.NO_DEMO_KEY, folder);
      } catch (GeneralSecurityException | OperatorCreationException e) {
        throw new IllegalStateException("LRL-13013 no demo key can be made", e);
      }
    }
    return new Store(setting, kept, PASSWORD, Optional.empty());
  }

  private void write(Path folder, Path kept, Instant now)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", KeyFile.PROVIDER);
    generator.initialize(new ECGenParameterSpec(curve));
    KeyPair pair = generator.generateKeyPair();
    // the JDK's: BouncyCastle's default of rounds takes it seconds to open
    KeyStore keystore = KeyStore.getInstance("PKCS12");
    char[] password = PASSWORD.toCharArray();
    keystore.load(null, password);
    keystore.setKeyEntry(
        "demo", pair.getPrivate(), password, new Certificate[] {certificate(pair, now)});
    // private from its first byte; under its name only when it is whole
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    Path fresh =
        posix
            ? Files.createTempFile(
                folder,
                file,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
            : Files.createTempFile(folder, file, ".new");
    try {
      try (OutputStream out = Files.newOutputStream(fresh)) {
        keystore.store(out, password);
      }
      Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      // half a key, where the disk was full
      Files.deleteIfExists(fresh);
    }
  }

  private X509Certificate certificate(KeyPair pair, Instant now)
      throws GeneralSecurityException, OperatorCreationException, CertIOException {
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            subject(),
            new BigInteger(SERIAL_BITS, new SecureRandom()),
            Date.from(now.minus(EARLIER)),
            Date.from(now.plus(VALID)),
            subject(),
            pair.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
    return new JcaX509CertificateConverter()
        .setProvider(KeyFile.PROVIDER)
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder(algorithm)
                    .setProvider(KeyFile.PROVIDER)
                    .build(pair.getPrivate())));
  }
}

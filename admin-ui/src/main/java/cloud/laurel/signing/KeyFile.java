package cloud.laurel.signing;

import cloud.laurel.signing.SigningSettings.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.crypto.CryptoServicesRegistrar;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * What is in a PKCS#12 file.
 *
 * @param keys with their certificates
 * @param certificates that stand alone in it, except those that only vouch for a key
 */
record KeyFile(List<SigningKey> keys, List<X509Certificate> certificates) {

  /** Not registered with the virtual machine: the server's other applications stay untouched. */
  static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  static {
    // The registrar puts these on the thread that first uses it, one of the server's, which would
    // keep this deployment's classes when it is replaced. They hold for every thread without that.
    CryptoServicesRegistrar.clearThreadProperty(
        CryptoServicesRegistrar.Property.DSA_DEFAULT_PARAMS);
    CryptoServicesRegistrar.clearThreadProperty(CryptoServicesRegistrar.Property.DH_DEFAULT_PARAMS);
  }

  /** Copies the lists. */
  KeyFile {
    keys = List.copyOf(keys);
    certificates = List.copyOf(certificates);
  }

  /**
   * Reads a file.
   *
   * @throws CannotSign when it cannot be read or opened, or holds no key under the alias asked for
   */
  static KeyFile read(Store store) {
    // BouncyCastle knows the curve of SM2, which the JDK does not
    try {
      return read(store, KeyStore.getInstance("PKCS12", PROVIDER));
    } catch (GeneralSecurityException e) {
      throw new CannotSign(Obstacle.Kind.UNREADABLE, store.file());
    }
  }

  private static KeyFile read(Store store, KeyStore keystore) throws GeneralSecurityException {
    char[] password = store.password().toCharArray();
    byte[] content;
    try {
      content = Files.readAllBytes(store.file());
    } catch (IOException e) {
      throw new CannotSign(Obstacle.Kind.UNREADABLE, store.file());
    }
    load(store, keystore, content, password);
    List<SigningKey> keys = new ArrayList<>();
    List<X509Certificate> alone = new ArrayList<>();
    for (String alias : Collections.list(keystore.aliases())) {
      if (keystore.getKey(alias, password) instanceof PrivateKey key
          && keystore.getCertificate(alias) != null) {
        keys.add(
            new SigningKey(
                alias,
                key,
                Arrays.stream(keystore.getCertificateChain(alias))
                    .map(X509Certificate.class::cast)
                    .toList()));
      } else if (keystore.getCertificate(alias) instanceof X509Certificate certificate) {
        alone.add(certificate);
      }
    }
    if (keys.stream().noneMatch(k -> store.alias().isEmpty() || isNamed(k, store))) {
      throw new CannotSign(
          Obstacle.Kind.NO_KEY,
          store.file() + store.alias().map(alias -> " (" + alias + ")").orElse(""));
    }
    keys.forEach(key -> alone.removeAll(key.chain()));
    return new KeyFile(keys, alone);
  }

  /** Whether a key has the name that is asked for; as the JDK has it, case does not matter. */
  static boolean isNamed(SigningKey key, Store store) {
    return store.alias().filter(key.alias()::equalsIgnoreCase).isPresent();
  }

  private static void load(Store store, KeyStore keystore, byte[] content, char[] password)
      throws GeneralSecurityException {
    try (InputStream in = new java.io.ByteArrayInputStream(content)) {
      keystore.load(in, password);
    } catch (IOException e) {
      String said = String.valueOf(e.getMessage());
      boolean wrong = said.contains("password") || said.contains("mac invalid");
      throw new CannotSign(wrong ? Obstacle.Kind.PASSWORD : Obstacle.Kind.UNREADABLE, store.file());
    } catch (RuntimeException e) {
      // what is no ASN.1 at all
      throw new CannotSign(Obstacle.Kind.UNREADABLE, store.file());
    }
  }
}

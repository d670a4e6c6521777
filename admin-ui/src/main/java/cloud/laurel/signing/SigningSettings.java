package cloud.laurel.signing;

import cloud.laurel.plugin.outbox.SettingsReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keys that sign certificates.
 *
 * @param keystore keys {@code laurel.certificate.keystore} (a PKCS#12 file), {@code …-password} and
 *     {@code …-alias}; empty: a demo key is made in demo mode, else nothing can be issued
 * @param retired key {@code laurel.certificate.retired}: a folder with the certificates of earlier
 *     keys as PEM or DER files; what they signed is ours
 * @param sm2 keys {@code laurel.certificate.sm2-keystore}, {@code …-password} and {@code …-alias}:
 *     a PKCS#12 file with an SM2 key; empty outside demo mode: no records with an SM2 signature
 * @param home key {@code laurel.certificate.home}: address of {@code /laurel} as people reach it,
 *     such as {@code https://laurel.example/laurel}; in demo mode this machine by default
 * @param demo key {@code laurel.demo}: whether it is {@code on} or {@code empty}
 * @param data key {@code laurel.data.dir}, else {@code jboss.server.data.dir}: where demo keys are
 */
record SigningSettings(
    Optional<Store> keystore,
    Optional<Path> retired,
    Optional<Store> sm2,
    Optional<String> home,
    boolean demo,
    Path data) {

  private static final String PREFIX = "laurel.certificate.";
  private static final String KEYSTORE = PREFIX + "keystore";
  private static final String SM2 = PREFIX + "sm2-keystore";
  private static final Pattern HOME = Pattern.compile("https?://[^\\s?#]+[^\\s?#/]");
  private static final int PORT = 8080;
  private static final int MOST_OFFSET = 50_000;

  /**
   * A file with keys.
   *
   * @param setting names the file, its password and its alias: the key that all of them begin with
   * @param alias of the key that signs; empty: the newest valid one
   */
  record Store(String setting, Path file, String password, Optional<String> alias) {

    @Override
    public String toString() {
      return file.toString();
    }
  }

  /** Reads the settings; problems stay with the reader, and what they concern is left out. */
  static SigningSettings read(SettingsReader reader) {
    boolean demo = reader.text("laurel.demo").filter(mode -> !mode.equals("off")).isPresent();
    Optional<String> home = home(reader);
    return new SigningSettings(
        store(reader, KEYSTORE),
        retired(reader),
        store(reader, SM2),
        demo ? home.or(() -> Optional.of(here(reader))) : home,
        demo,
        Path.of(
            reader
                .text("laurel.data.dir")
                .or(() -> reader.text("jboss.server.data.dir"))
                .orElse(".")));
  }

  private static Optional<String> home(SettingsReader reader) {
    Optional<String> home = reader.text(PREFIX + "home");
    Optional<String> good = home.filter(h -> HOME.matcher(h).matches());
    if (home.isPresent() && good.isEmpty()) {
      reader.problem(PREFIX + "home", "must be an address like https://city.cn/laurel");
    }
    return good;
  }

  private static Optional<Path> retired(SettingsReader reader) {
    String key = PREFIX + "retired";
    Optional<Path> folder = reader.text(key).flatMap(text -> path(reader, key, text));
    Optional<Path> good = folder.filter(Files::isDirectory);
    if (folder.isPresent() && good.isEmpty()) {
      reader.problem(key, "must be a folder that can be read");
    }
    return good;
  }

  private static String here(SettingsReader reader) {
    int offset = reader.number("jboss.socket.binding.port-offset", 0, 0, MOST_OFFSET);
    return "http://127.0.0.1:" + (PORT + offset) + "/laurel";
  }

  private static Optional<Store> store(SettingsReader reader, String key) {
    Optional<String> file = reader.text(key);
    Optional<String> password = reader.text(key + "-password");
    Optional<String> alias = reader.text(key + "-alias");
    if (file.isEmpty() && (password.isPresent() || alias.isPresent())) {
      reader.problem(key, "is missing: name the PKCS#12 file that password and alias are for");
    }
    if (file.isPresent() && password.isEmpty()) {
      reader.problem(key + "-password", "is missing: the keystore is opened with it");
    }
    return file.filter(f -> password.isPresent())
        .flatMap(f -> path(reader, key, f))
        .map(path -> new Store(key, path, password.orElseThrow(), alias));
  }

  private static Optional<Path> path(SettingsReader reader, String key, String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      reader.problem(key, "is not the name of a file");
      return Optional.empty();
    }
  }
}

package cloud.laurel.notice;

import cloud.laurel.plugin.outbox.SettingsReader;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The mail server that carries notices. None of the keys is set: no mail is sent.
 *
 * @param host key {@code laurel.mail.host}: name or address of the mail server
 * @param port key {@code laurel.mail.port}: 1 to 65535; default {@value #PORT}
 * @param login keys {@code laurel.mail.user} and {@code laurel.mail.password}: both or neither
 * @param from key {@code laurel.mail.from}: the sender's address
 * @param startTls key {@code laurel.mail.starttls}: whether the connection must be encrypted;
 *     {@code true} (default) or {@code false}
 * @param home key {@code laurel.mail.home}: address of these pages as people reach them, such as
 *     {@code https://laurel.example/laurel}, for the link in a mail; without it there is none
 */
record MailSettings(
    String host,
    int port,
    Optional<Login> login,
    String from,
    boolean startTls,
    Optional<String> home) {

  static final int PORT = 587;

  private static final String PREFIX = "laurel.mail.";
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>]+@[^@\\s<>]+");
  private static final Pattern HOME = Pattern.compile("https?://[^\\s?#]+[^\\s?#/]");

  /** Who signs in to the mail server. */
  record Login(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  /**
   * Reads the settings; empty when none is set or something is wrong, which the reader then knows.
   */
  static Optional<MailSettings> read(SettingsReader reader) {
    if (reader.keys(PREFIX).stream().allMatch(key -> reader.text(key).isEmpty())) {
      return Optional.empty();
    }
    Optional<String> host = needed(reader, PREFIX + "host", "is missing: name the mail server");
    Optional<String> from =
        needed(reader, PREFIX + "from", "is missing: name the sender's address");
    from.filter(f -> !ADDRESS.matcher(f).matches())
        .ifPresent(f -> reader.problem(PREFIX + "from", "must be an address like laurel@city.cn"));
    Optional<String> home = reader.text(PREFIX + "home");
    home.filter(h -> !HOME.matcher(h).matches())
        .ifPresent(
            h -> reader.problem(PREFIX + "home", "must be an address like https://city.cn/laurel"));
    Optional<Login> login = login(reader);
    int port = reader.number(PREFIX + "port", PORT, 1, 65535);
    boolean startTls = reader.flag(PREFIX + "starttls", true);
    return reader.problems().isEmpty()
        ? Optional.of(
            new MailSettings(host.orElseThrow(), port, login, from.orElseThrow(), startTls, home))
        : Optional.empty();
  }

  private static Optional<Login> login(SettingsReader reader) {
    Optional<String> user = reader.text(PREFIX + "user");
    Optional<String> password = reader.text(PREFIX + "password");
    if (user.isPresent() != password.isPresent()) {
      reader.problem(
          PREFIX + (user.isPresent() ? "password" : "user"),
          "is missing: user and password come together");
    }
    return user.flatMap(u -> password.map(p -> new Login(u, p)));
  }

  private static Optional<String> needed(SettingsReader reader, String key, String problem) {
    Optional<String> text = reader.text(key);
    if (text.isEmpty()) {
      reader.problem(key, problem);
    }
    return text;
  }
}

package cloud.laurel.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How to start a server. Several may run at once from one home, each with its own data folder and
 * port offset.
 *
 * @param home the provisioned server, {@code wildfly-config/server/target/server}; never written to
 * @param dataDir keeps everything that must survive: the databases, and under {@code server} the
 *     server's base folder with its transaction log, spool and logs
 * @param demo {@code on}, {@code empty} or {@code off}; decides the accounts
 * @param portOffset added to 8080 and, for management and health, to 9990
 * @param environment added to this process's environment, for example {@code LAUREL_DB_URL}
 * @param jvmOptions placed last, so that they overrule the defaults ({@code -Xmx1g}); also the
 *     place for {@code -D} settings
 */
public record ServerOptions(
    Path home,
    Path dataDir,
    String demo,
    int portOffset,
    Map<String, String> environment,
    List<String> jvmOptions) {

  /** Checks itself. */
  public ServerOptions {
    home = home.toAbsolutePath().normalize();
    dataDir = dataDir.toAbsolutePath().normalize();
    if (!List.of("on", "empty", "off").contains(demo)) {
      throw new IllegalArgumentException("laurel.demo: must be on, empty or off, not " + demo);
    }
    if (portOffset < 0 || portOffset > 50_000) {
      throw new IllegalArgumentException("laurel.port.offset: must lie between 0 and 50000");
    }
    environment = Map.copyOf(environment);
    jvmOptions = List.copyOf(jvmOptions);
  }

  /** A server with the defaults. */
  public static ServerOptions of(Path home, Path dataDir, String demo, int portOffset) {
    return new ServerOptions(home, dataDir, demo, portOffset, Map.of(), List.of());
  }

  /** The same with one more environment variable. */
  public ServerOptions withEnvironment(String name, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value);
    return new ServerOptions(home, dataDir, demo, portOffset, more, jvmOptions);
  }

  /** The same with further options of the Java machine. */
  public ServerOptions withJvmOptions(String... options) {
    List<String> more = new ArrayList<>(jvmOptions);
    more.addAll(List.of(options));
    return new ServerOptions(home, dataDir, demo, portOffset, environment, more);
  }

  /** The port of the pages. */
  public int httpPort() {
    return 8080 + portOffset;
  }

  /** The port of management, health and metrics. */
  public int managementPort() {
    return 9990 + portOffset;
  }

  /** The server's base folder. */
  public Path baseDir() {
    return dataDir.resolve("server");
  }

  /** Where the demo's files wait for their import. */
  public Path importDir() {
    return dataDir.resolve("import");
  }
}

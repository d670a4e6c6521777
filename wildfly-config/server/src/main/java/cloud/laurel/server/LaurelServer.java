package cloud.laurel.server;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server process on the provisioned home.
 *
 * <p>Its base folder is refreshed at each start: configuration and deployments come from the home,
 * everything else (transaction log, spool, logs) stays. So a new build is in force at the next
 * start, and nothing that matters is lost with {@code mvn clean}.
 */
public final class LaurelServer implements AutoCloseable {

  private static final Duration STOP = Duration.ofSeconds(60);

  private static final List<String> OPENED =
      List.of(
          "java.base/java.lang",
          "java.base/java.lang.invoke",
          "java.base/java.lang.reflect",
          "java.base/java.io",
          "java.base/java.net",
          "java.base/java.security",
          "java.base/java.util",
          "java.base/java.util.concurrent",
          "java.management/javax.management",
          "java.naming/javax.naming");
  private static final List<String> EXPORTED =
      List.of(
          "java.desktop/sun.awt",
          "java.naming/com.sun.jndi.ldap",
          "java.naming/com.sun.jndi.url.ldap",
          "java.naming/com.sun.jndi.url.ldaps",
          "jdk.naming.dns/com.sun.jndi.dns");

  private final ServerOptions options;
  private final Process process;

  private LaurelServer(ServerOptions options, Process process) {
    this.options = options;
    this.process = process;
  }

  /**
   * Starts a server and returns at once. What it writes to its console goes to this process's
   * console; {@code server/log/server.log} in the data folder has everything.
   */
  public static LaurelServer start(ServerOptions options) throws IOException {
    return start(options, ProcessBuilder.Redirect.INHERIT);
  }

  /** Like {@link #start(ServerOptions)}, with the console written elsewhere. */
  public static LaurelServer start(ServerOptions options, ProcessBuilder.Redirect console)
      throws IOException {
    prepareBase(options);
    ProcessBuilder builder = new ProcessBuilder(command(options));
    builder.environment().putAll(options.environment());
    builder.redirectErrorStream(true).redirectOutput(console);
    builder.redirectInput(new File(File.separatorChar == '/' ? "/dev/null" : "NUL"));
    return new LaurelServer(options, builder.start());
  }

  /**
   * Waits until {@code GET /laurel/} answers 200.
   *
   * @return false when the process ended, the deployment failed or the time passed before that
   */
  public boolean awaitReady(Duration atMost) throws InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + options.httpPort() + "/laurel/");
    Path failed = options.baseDir().resolve("deployments/laurel.war.failed");
    long end = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < end && !Files.exists(failed)) {
      if (status(address) == 200) {
        return true;
      }
      if (process.waitFor(250, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return false;
  }

  /** The process, for its id, its exit and for killing it without mercy. */
  public Process process() {
    return process;
  }

  /** How it was started. */
  public ServerOptions options() {
    return options;
  }

  /** Asks the server to stop, waits, and ends it by force when it does not within a minute. */
  public void stop() {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
  }

  /** The HTTP status of an address, 0 when nobody answers. */
  static int status(URI address) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(10_000);
      connection.setInstanceFollowRedirects(false);
      try {
        return connection.getResponseCode();
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return 0;
    }
  }

  private static List<String> command(ServerOptions options) {
    Path base = options.baseDir();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xms256m", "-Xmx1g", "-XX:MaxMetaspaceSize=512m"));
    command.addAll(List.of("-Djava.net.preferIPv4Stack=true", "-Djava.awt.headless=true"));
    command.addAll(
        List.of("-Dfile.encoding=UTF-8", "-Djboss.modules.system.pkgs=org.jboss.byteman"));
    EXPORTED.forEach(name -> command.add("--add-exports=" + name + "=ALL-UNNAMED"));
    OPENED.forEach(name -> command.add("--add-opens=" + name + "=ALL-UNNAMED"));
    command.add("-Dorg.jboss.boot.log.file=" + base.resolve("log/server.log"));
    command.add(
        "-Dlogging.configuration=" + base.resolve("configuration/logging.properties").toUri());
    command.add("-Djboss.home.dir=" + options.home());
    command.add("-Djboss.server.base.dir=" + base);
    command.add("-Djboss.socket.binding.port-offset=" + options.portOffset());
    // first read while the server boots, before its own system properties are set
    command.add("-Djboss.as.management.blocking.timeout=900");
    command.add("-Djboss.tx.node.id=laurel");
    command.add("-Dlaurel.data.dir=" + options.dataDir());
    command.add("-Dlaurel.demo=" + options.demo());
    if (options.demo().equals("on")) {
      command.add("-Dlaurel.import.dir=" + options.importDir());
    }
    command.addAll(options.jvmOptions());
    command.addAll(List.of("-jar", options.home().resolve("jboss-modules.jar").toString()));
    command.addAll(List.of("-mp", options.home().resolve("modules").toString()));
    command.add("org.jboss.as.standalone");
    return command;
  }

  private static void prepareBase(ServerOptions options) throws IOException {
    Path base = options.baseDir();
    Path standalone = options.home().resolve("standalone");
    Files.createDirectories(base.resolve("log"));
    for (String folder : List.of("configuration", "deployments")) {
      deleteTree(base.resolve(folder));
      copyTree(standalone.resolve(folder), base.resolve(folder));
    }
    deleteTree(base.resolve("tmp"));
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

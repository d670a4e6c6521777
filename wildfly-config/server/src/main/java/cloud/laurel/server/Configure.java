package cloud.laurel.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs CLI files against a server that is not running, all in one session of an embedded server.
 * The build uses it; an operator runs the same files with {@code bin/jboss-cli.sh --connect
 * --file=} on a running server, or between {@code embed-server} and {@code stop-embedded-server}.
 */
public final class Configure {

  private Configure() {}

  /** Arguments: the server's home, then the CLI files in their order. */
  public static void main(String[] arguments) throws Exception {
    List<Path> files = Arrays.stream(arguments).skip(1).map(Path::of).toList();
    Path home = Path.of(arguments[0]);
    startFromProvisioned(home.resolve("standalone/configuration"));
    apply(home, home.resolve("standalone"), files);
    quietFromTheStart(home.resolve("standalone/configuration/logging.properties"));
  }

  /**
   * Lets the console's level hold from the first line on: this file rules until the logging
   * subsystem is up.
   */
  private static void quietFromTheStart(Path logging) throws IOException {
    String level = "handler.CONSOLE.level=";
    Files.writeString(
        logging,
        Files.readString(logging)
            .replaceFirst(level + "[A-Z]+", level + "\\${laurel.log.console:INFO}"));
  }

  /** A rebuild configures the server as it was provisioned, not what an older build left. */
  private static void startFromProvisioned(Path configuration) throws IOException {
    Path current = configuration.resolve("standalone.xml");
    Path provisioned = configuration.resolve("standalone.provisioned.xml");
    if (Files.notExists(provisioned)) {
      Files.copy(current, provisioned);
    } else {
      Files.copy(provisioned, current, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Applies the files to a base folder, {@code standalone} of the home or a copy of it.
   *
   * @throws IllegalStateException with the CLI's words when a command fails
   */
  public static void apply(Path home, Path baseDir, List<Path> files)
      throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    lines.add("embed-server --std-out=discard");
    for (Path file : files) {
      lines.addAll(Files.readAllLines(file));
    }
    lines.add("stop-embedded-server");
    Path script = Files.createTempFile("laurel", ".cli");
    try {
      Files.write(script, lines);
      ProcessBuilder builder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Djboss.home.dir=" + home,
                  "-Djboss.server.base.dir=" + baseDir,
                  "-Djboss.modules.system.pkgs=com.sun.java.swing",
                  "--add-opens=java.base/java.lang=ALL-UNNAMED",
                  "-jar",
                  home.resolve("jboss-modules.jar").toString(),
                  "-mp",
                  home.resolve("modules").toString(),
                  "org.jboss.as.cli",
                  "--file=" + script)
              .redirectErrorStream(true);
      builder.environment().put("JBOSS_HOME", home.toString());
      Process cli = builder.start();
      cli.getOutputStream().close();
      String said = new String(cli.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (cli.waitFor() != 0) {
        throw new IllegalStateException("the server's configuration failed:\n" + said);
      }
    } finally {
      Files.delete(script);
    }
  }
}

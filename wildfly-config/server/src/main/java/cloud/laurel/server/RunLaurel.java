package cloud.laurel.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/**
 * The run command: {@code mvn -Prun}. Keeps a server in the foreground until Ctrl-C and keeps its
 * data in one folder.
 *
 * <p>Arguments: home, data folder, demo mode, port offset. Further settings of the server come from
 * this process's {@code laurel.*} system properties, further options of its Java machine from the
 * environment variable {@code LAUREL_JAVA_OPTS}.
 */
public final class RunLaurel {

  private static final String GENERATOR = "cloud.laurel.demo.DemoData";

  private final PrintStream out = console(FileDescriptor.out);
  private final ServerOptions options;

  private RunLaurel(ServerOptions options) {
    this.options = options;
  }

  /** Runs until the server ends; the exit status is 0 after a clean stop. */
  public static void main(String[] arguments) throws Exception {
    int status;
    try {
      status = new RunLaurel(options(arguments)).run();
    } catch (IllegalArgumentException | IllegalStateException e) {
      console(FileDescriptor.err).println(e.getMessage());
      status = 1;
    }
    // the build ends here, with the server's own status and without a stack trace
    System.exit(status);
  }

  /** This process's own console, whatever the build does with its standard streams. */
  private static PrintStream console(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static ServerOptions options(String[] arguments) {
    ServerOptions options =
        ServerOptions.of(
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            arguments[2],
            Integer.parseInt(arguments[3]));
    options = options.withJvmOptions("-Dlaurel.log.console=WARN");
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith("laurel.")
          && !List.of("laurel.data.dir", "laurel.demo", "laurel.port.offset", "laurel.root")
              .contains(name)) {
        options = options.withJvmOptions("-D" + name + "=" + System.getProperty(name));
      }
    }
    String more = System.getenv("LAUREL_JAVA_OPTS");
    return more == null || more.isBlank()
        ? options
        : options.withJvmOptions(more.strip().split("\\s+"));
  }

  private int run() throws IOException, InterruptedException {
    Files.createDirectories(options.dataDir());
    try (FileChannel channel =
            FileChannel.open(
                options.dataDir().resolve("laurel.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      refuseSecondStart(lock != null);
      if (options.demo().equals("on")) {
        generateDemo();
      }
      boolean imports = Files.exists(options.importDir()) && firstStart();
      out.println(
          imports
              ? "Laurel is starting and imports the demo, which takes a few minutes this once ..."
              : "Laurel is starting ...");
      LaurelServer server = LaurelServer.start(options);
      Thread stop = new Thread(server::stop, "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      if (server.awaitReady(Duration.ofMinutes(15))) {
        out.println(welcome());
      } else if (server.process().isAlive()) {
        server.stop();
        throw new IllegalStateException(
            "Laurel could not be started; the reason is in "
                + options.baseDir().resolve("log/server.log"));
      }
      return server.process().waitFor();
    }
  }

  /** Whether nothing has run on this data folder yet. */
  private boolean firstStart() {
    return Files.notExists(options.baseDir());
  }

  private void refuseSecondStart(boolean locked) {
    if (!locked) {
      throw new IllegalStateException(
          "Laurel is already running with the data folder "
              + options.dataDir()
              + ": stop it with Ctrl-C, or start another with -Dlaurel.data.dir=... and"
              + " -Dlaurel.port.offset=100.");
    }
    for (int port : List.of(options.httpPort(), options.managementPort())) {
      if (answers(port)) {
        throw new IllegalStateException(
            "Port "
                + port
                + " is taken by another program: end it, or choose other ports with"
                + " -Dlaurel.port.offset=100.");
      }
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Writes the demo's files before the first start, in a process of their own. The generator is
   * named, not linked: the server does not depend on the demo. Its folder appears whole or not at
   * all.
   */
  private void generateDemo() throws IOException, InterruptedException {
    if (Files.exists(options.importDir())) {
      return;
    }
    out.println("Writing the demo's schools, people and actions (first start only) ...");
    String classPath = String.join(java.io.File.pathSeparator, ClassPath.of(getClass()));
    Process generator =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath,
                GENERATOR,
                options.importDir().toString())
            .inheritIO()
            .start();
    if (generator.waitFor() != 0) {
      throw new IllegalStateException(
          "The demo's data could not be written to " + options.importDir());
    }
  }

  private String welcome() {
    String host = "http://localhost:" + options.httpPort();
    String addresses =
        """

        Laurel is ready. Stop it with Ctrl-C.
          Laurel            %1$s/laurel/
          Teaching space    %1$s/teaching-space/
          Management center %1$s/management-center/
          Health            http://localhost:%2$d/health/ready
          Data              %3$s
        """
            .formatted(host, options.managementPort(), options.dataDir());
    return addresses
        + switch (options.demo()) {
          case "on" ->
              """
                Accounts          teacher1, teacher2 (teachers), admin1 (school administrator),
                                  bureau, bureau2, platform, operator; password of all: laurel-demo
              """;
          case "empty" ->
              """
                Accounts          bureau, bureau2, platform, operator; password of all: laurel-demo
              """;
          default ->
              """
                No account exists: connect the identity provider with the server's subsystem
                elytron-oidc-client, as the head of wildfly-config/server/src/main/cli/30-security.cli shows.
              """;
        };
  }
}

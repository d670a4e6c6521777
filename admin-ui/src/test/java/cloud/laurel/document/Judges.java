package cloud.laurel.document;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Programs that are not ours and judge our files: poppler's, qpdf, zbar, OpenSSL, pngcheck, node.
 * On Debian, as root, one that is missing is installed first.
 */
public final class Judges {

  /** Where a package is named otherwise than its program. */
  private static final Map<String, String> PACKAGES =
      Map.of(
          "pdftotext", "poppler-utils",
          "pdftoppm", "poppler-utils",
          "pdfinfo", "poppler-utils",
          "pdffonts", "poppler-utils",
          "pdfimages", "poppler-utils",
          "pdfsig", "poppler-utils",
          "zbarimg", "zbar-tools",
          "node", "nodejs");

  private static final Path INSTALLING =
      Path.of(System.getProperty("java.io.tmpdir"), "laurel-install.lock");

  private Judges() {}

  /**
   * What a program said.
   *
   * @param exit its exit code
   * @param out what it wrote, errors too
   */
  public record Saying(int exit, String out) {}

  /** Asks a program about a file, which stands in its command line as {@code {}}. */
  public static Saying ask(byte[] file, String program, String... arguments) throws IOException {
    Path kept = Files.createTempFile("judged", ".pdf");
    try {
      Files.write(kept, file);
      return ask(
          program,
          Arrays.stream(arguments)
              .map(argument -> argument.replace("{}", kept.toString()))
              .toArray(String[]::new));
    } finally {
      Files.delete(kept);
    }
  }

  /** Asks a program. */
  public static Saying ask(String program, String... arguments) throws IOException {
    Path found = find(program).or(() -> install(program)).orElseThrow(() -> missing(program));
    return run(Stream.concat(Stream.of(found.toString()), Stream.of(arguments)).toList());
  }

  /** The text of a PDF, as pdftotext reads it, line by line. */
  public static String text(byte[] pdf) throws IOException {
    return ask(pdf, "pdftotext", "-enc", "UTF-8", "{}", "-").out();
  }

  /** The same of one page, from 1. */
  public static String text(byte[] pdf, int page) throws IOException {
    String number = String.valueOf(page);
    return ask(pdf, "pdftotext", "-enc", "UTF-8", "-f", number, "-l", number, "{}", "-").out();
  }

  /** What the bar code of a PDF's first page holds, drawn at so many dots per inch. */
  public static String code(byte[] pdf, int dotsPerInch) throws IOException {
    return code(pdf, dotsPerInch, 1);
  }

  /** The same of another page. */
  public static String code(byte[] pdf, int dotsPerInch, int page) throws IOException {
    Path folder = Files.createTempDirectory("judged");
    Path drawn = folder.resolve("page.png");
    try {
      String stem = folder.resolve("page").toString();
      String dots = String.valueOf(dotsPerInch);
      String number = String.valueOf(page);
      ask(pdf, "pdftoppm", "-png", "-singlefile", "-f", number, "-r", dots, "{}", stem);
      // before it there may be complaints about the desktop that is missing
      return ask("zbarimg", "--quiet", "--raw", drawn.toString())
          .out()
          .lines()
          .reduce("", (before, line) -> line);
    } finally {
      Files.deleteIfExists(drawn);
      Files.delete(folder);
    }
  }

  private static Optional<Path> find(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<Path> install(String program) {
    if (!"root".equals(System.getProperty("user.name"))
        || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
      return Optional.empty();
    }
    // tests run in two processes, and packages are installed by one at a time
    try (FileChannel channel =
        FileChannel.open(INSTALLING, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      if (find(program).isEmpty()) {
        run(List.of("apt-get", "update", "-qq"));
        run(
            List.of(
                "apt-get", "install", "-y", "-qq", "--no-install-recommends", packageOf(program)));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return find(program);
  }

  private static String packageOf(String program) {
    return PACKAGES.getOrDefault(program, program);
  }

  private static Saying run(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Saying(process.waitFor(), out);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static IllegalStateException missing(String program) {
    return new IllegalStateException(
        "The tests of documents need "
            + program
            + ": install the package "
            + packageOf(program)
            + ".");
  }
}

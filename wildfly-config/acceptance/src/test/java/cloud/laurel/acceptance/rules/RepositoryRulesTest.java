package cloud.laurel.acceptance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sizes and words that no file of the repository may have, whatever module it is in. */
class RepositoryRulesTest {

  private static final int MAX_LINES = 400;
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Set<String> NOT_OURS = Set.of("target", ".git", "data", "node_modules");

  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
  private static final Pattern CARELESS =
      Pattern.compile("System\\.(out|err)\\.|print" + "StackTrace\\(|Thread\\." + "sleep\\(");
  private static final Pattern INLINE = Pattern.compile("\\s(style|on[a-z]+)=\"|<style\\b");
  private static final Pattern REGISTRY =
      Pattern.compile(
          "(repo1?\\.maven|registry\\.npm|registry\\.yarn|pypi\\.org|files\\.pythonhosted"
              + "|proxy\\.golang|repository\\.jboss|maven\\.aliyun|artifactory|nexus)[a-z.]*");

  private static List<Path> files = List.of();

  @BeforeAll
  static void find() throws IOException {
    try (Stream<Path> all = Files.walk(ROOT)) {
      files = all.filter(Files::isRegularFile).filter(RepositoryRulesTest::ours).toList();
    }
    assertThat(files).hasSizeGreaterThan(300);
  }

  private static boolean ours(Path file) {
    for (Path part : ROOT.relativize(file)) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }

  @Test
  void sourceFilesAndPagesStaySmall() {
    assertThat(offenders(f -> is(f, ".java", ".xhtml") && lines(f).size() > MAX_LINES)).isEmpty();
  }

  @Test
  void nothingIsLeftUnfinished() {
    assertThat(
            offenders(f -> is(f, ".java", ".xhtml", ".cli", ".sql", ".css") && has(f, UNFINISHED)))
        .isEmpty();
  }

  @Test
  void javaNeitherPrintsNorSleeps() {
    assertThat(offenders(f -> is(f, ".java") && has(f, CARELESS))).isEmpty();
  }

  @Test
  void pagesCarryNoStyleAndNoScript() {
    assertThat(offenders(f -> is(f, ".xhtml") && has(f, INLINE))).isEmpty();
  }

  @Test
  void nothingNamesAPackageRegistry() {
    assertThat(
            offenders(
                f ->
                    is(f, ".java", ".xml", ".md", ".cli", ".properties", ".json", ".yml", "run")
                        && !f.endsWith("RepositoryRulesTest.java")
                        && has(f, REGISTRY)))
        .isEmpty();
  }

  private static List<String> offenders(Predicate<Path> wrong) {
    return files.stream().filter(wrong).map(f -> ROOT.relativize(f).toString()).toList();
  }

  private static boolean is(Path file, String... endings) {
    return Stream.of(endings).anyMatch(file.getFileName().toString()::endsWith);
  }

  private static boolean has(Path file, Pattern pattern) {
    return lines(file).stream().anyMatch(line -> pattern.matcher(line).find());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException e) {
      // a bad file of a test is not text
      return new ArrayList<>();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

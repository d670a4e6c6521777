package cloud.laurel.plugin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(
    packages = "cloud.laurel.plugin",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final Path SOURCES = Path.of("src/main/java/cloud/laurel/plugin");
  private static final Pattern PUBLIC =
      Pattern.compile("^(  )?(public|protected) (?!static void main).*");

  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CYCLE =
      slices().matching("cloud.laurel.plugin.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_CONTRACT_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("cloud.laurel.plugin")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("cloud.laurel.plugin.*..");

  @ArchTest
  static final ArchRule NOTHING_IS_PRINTED =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule THE_CLOCK_IS_INJECTED =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @Test
  void everythingPublicHasJavadoc() throws IOException {
    List<String> bare = new ArrayList<>();
    for (Path file : sources()) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (PUBLIC.matcher(lines.get(i)).matches() && !documented(lines, i)) {
          bare.add(file.getFileName() + ":" + (i + 1) + " " + lines.get(i).strip());
        }
      }
    }
    assertThat(bare).isEmpty();
  }

  /** Looks above the declaration, over its annotations. */
  private static boolean documented(List<String> lines, int declaration) {
    int above = declaration - 1;
    while (above >= 0 && lines.get(above).strip().matches("[@\\w(){}.,\" =]+|\\)")) {
      if (lines.get(above).strip().equals("@Override")) {
        return true;
      }
      above--;
    }
    return above >= 0 && lines.get(above).strip().endsWith("*/");
  }

  @Test
  void filesStayUnder400Lines() throws IOException {
    for (Path file : sources()) {
      assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThan(400);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}

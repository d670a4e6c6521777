package cloud.laurel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** What the engine's structure promises. */
class ArchitectureTest {

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/plugin/"))
          .importPackages("cloud.laurel");

  @Test
  void featuresFormNoCycle() {
    slices().matching("cloud.laurel.(*)..").should().beFreeOfCycles().check(ENGINE);
  }

  @Test
  void rulesArePlainJava() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Rule")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta..", "java.sql..", "javax.sql..", "org.jdbi..")
        .check(ENGINE);
  }

  @Test
  void repositoriesStayInTheirFeature() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Repository")
        .should()
        .bePackagePrivate()
        .check(ENGINE);
  }

  @Test
  void timeComesFromTheInjectedClock() {
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
        .callMethod(YearMonth.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(ENGINE);
  }

  @Test
  void nothingWritesToTheConsole() {
    GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(ENGINE);
  }
}

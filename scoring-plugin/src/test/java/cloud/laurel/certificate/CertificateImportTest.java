package cloud.laurel.certificate;

import static cloud.laurel.certificate.CertificateFixture.HONOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.intake.ImportFolder;
import cloud.laurel.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Certificates that an import folder orders. */
class CertificateImportTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void whatCannotBePrintedYetIsIssuedAtTheStartAtWhichItCan(TestDatabase kind) throws IOException {
    CertificateFixture f = new CertificateFixture(kind).published();
    ImportFolder folderOf = f.test.engine.importFolder();
    write("石首市教育局");
    f.press.obstacle = Optional.of("no key");
    folderOf.load(folder);
    assertThat(issued(f)).isZero();
    f.press.obstacle = Optional.empty();
    folderOf.load(folder);
    folderOf.load(folder);
    f.print();
    assertThat(issued(f)).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void anOrderThatIsWrongKeepsNamingItsFile(TestDatabase kind) throws IOException {
    CertificateFixture f = new CertificateFixture(kind).published();
    write(" ");
    assertThatThrownBy(() -> f.test.engine.importFolder().load(folder))
        .hasMessageContaining("certificates/c.json")
        .hasMessageContaining("ISSUER_MISSING");
  }

  private static int issued(CertificateFixture f) {
    return f.services.register().page(f.now(), RegisterFilter.ALL, 0, 1).total();
  }

  private void write(String issuer) throws IOException {
    Files.createDirectories(folder.resolve("certificates"));
    Files.writeString(
        folder.resolve("certificates/c.json"),
        """
        {"campaign": "shishou-2020", "issuedOn": "2021-07-12", "document": "", "issuer": "%s",
         "template": -1, "officer": "bureau", "honours": ["%s"]}"""
            .formatted(issuer, HONOUR));
  }
}

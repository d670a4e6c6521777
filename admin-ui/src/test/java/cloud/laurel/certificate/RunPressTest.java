package cloud.laurel.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.laurel.certificate.RunPress.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

/** A print file is whole, or there is none. */
class RunPressTest {

  private static byte[] page() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument file = new PDDocument()) {
      file.addPage(new PDPage());
      file.save(out);
    }
    return out.toByteArray();
  }

  private static Source pages(int count) {
    return stack -> {
      for (int i = 0; i < count; i++) {
        stack.add(page());
      }
      return count;
    };
  }

  private static Set<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("laurel-print"))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void holdsEveryCertificateThatWasAskedFor() throws IOException {
    Path file = RunPress.write(3, "three", pages(3));
    try (PDDocument written = Loader.loadPDF(file.toFile())) {
      assertThat(written.getNumberOfPages()).isEqualTo(3);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void isNotMadeWhenACertificateIsRevokedMeanwhileOrCannotBeSet() throws IOException {
    Set<Path> before = left();
    assertThatThrownBy(() -> RunPress.write(3, "three", pages(2)))
        .isInstanceOf(RunStopped.class)
        .hasMessageContaining("CHANGED");
    assertThatThrownBy(
            () ->
                RunPress.write(
                    3,
                    "three",
                    stack -> {
                      throw new RunStopped(RunStopped.Why.REFUSED, "LR-2021-12-T-0001");
                    }))
        .hasMessageContaining("LR-2021-12-T-0001");
    assertThatThrownBy(
            () ->
                RunPress.write(
                    1,
                    "one",
                    stack -> {
                      throw new IllegalStateException("no ink");
                    }))
        .hasMessage("no ink");
    assertThat(left()).isEqualTo(before);
  }
}

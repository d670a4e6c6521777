package cloud.laurel.signing;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.document.Judges;
import cloud.laurel.document.Judges.Saying;
import cloud.laurel.document.PdfJudge;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfSignerTest {

  @TempDir private Path folder;
  private SigningKeys keys;
  private PdfSigner signer;

  @BeforeEach
  void makeKeys() {
    keys = SigningFixture.demoKeys(folder);
    signer = new PdfSigner(keys, SigningFixture.CLOCK);
  }

  @Test
  void aSignedFileIsStillArchivableAndLittleLarger() throws IOException {
    byte[] before = SigningFixture.pdf();
    byte[] after = signer.sign(before).pdf();
    SigningFixture.keep("signed.pdf", after);
    assertThat(after.length - before.length).isLessThan(30 * 1024);
    PdfJudge.assertArchivable(after);
  }

  @Test
  void popplerAndQpdfFindItValidAndWholly() throws IOException {
    byte[] pdf = signer.sign(SigningFixture.pdf()).pdf();
    Saying poppler = Judges.ask(pdf, "pdfsig", "-nocert", "{}");
    assertThat(poppler.out())
        .contains("Signature is Valid.", "Total document signed", "ETSI.CAdES.detached", "SHA-256");
    Saying qpdf = Judges.ask(pdf, "qpdf", "--check", "{}");
    assertThat(qpdf.exit()).as(qpdf.out()).isZero();
  }

  @Test
  void itIsBaselineBAndSaysWhoAndWhen() throws IOException {
    PdfSigner.Signed signed = signer.sign(SigningFixture.pdf());
    assertThat(signed.key()).isEqualTo(keys.current().fingerprint()).hasSize(64);
    PDFDocumentAnalyzer analyzer = new PDFDocumentAnalyzer(new InMemoryDocument(signed.pdf()));
    analyzer.setCertificateVerifier(new CommonCertificateVerifier());
    List<AdvancedSignature> found = analyzer.getSignatures();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).getDataFoundUpToLevel()).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
    try (PDDocument file = Loader.loadPDF(signed.pdf())) {
      PDSignature signature = file.getLastSignatureDictionary();
      assertThat(signature.getName()).isEqualTo("演示");
      assertThat(signature.getReason()).contains("荣誉证书");
      assertThat(signature.getSignDate().toInstant()).isEqualTo(SigningFixture.NOW);
    }
  }

  @Test
  void manyThreadsSignAtOnce() throws Exception {
    byte[] pdf = SigningFixture.pdf();
    PdfChecker checker = new PdfChecker(keys);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Finding> one = () -> checker.check(signer.sign(pdf).pdf());
      for (Future<Finding> found :
          threads.invokeAll(Stream.generate(() -> one).limit(40).toList())) {
        assertThat(found.get()).isInstanceOf(Finding.Intact.class);
      }
    } finally {
      threads.shutdown();
    }
  }
}

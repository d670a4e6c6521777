package cloud.laurel.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** veraPDF on our files. */
public final class PdfJudge {

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private PdfJudge() {}

  /** Fails unless a file is PDF/A-2a and PDF/UA-1. */
  public static void assertArchivable(byte[] pdf) throws IOException {
    for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1}) {
      try (PDFAParser parser =
              Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
          PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
        ValidationResult result = validator.validate(parser);
        assertThat(result.getTestAssertions()).as(flavour.getId()).isEmpty();
        assertThat(result.isCompliant()).as(flavour.getId()).isTrue();
      } catch (VeraPDFException e) {
        throw new IOException(e);
      }
    }
  }
}

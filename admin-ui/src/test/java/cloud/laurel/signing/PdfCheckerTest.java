package cloud.laurel.signing;

import static cloud.laurel.signing.SigningFixture.CLOCK;
import static cloud.laurel.signing.SigningFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.document.Judges;
import cloud.laurel.signing.Finding.Changed;
import cloud.laurel.signing.Finding.Intact;
import cloud.laurel.signing.Finding.NotOurs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfCheckerTest {

  private static final Changed CONTENT = new Changed(Changed.What.CONTENT);
  private static final Changed APPENDED = new Changed(Changed.What.APPENDED);

  @TempDir private Path folder;
  private SigningKeys keys;
  private PdfChecker checker;
  private byte[] signed = {};

  @BeforeEach
  void sign() {
    keys = SigningFixture.demoKeys(folder);
    checker = new PdfChecker(keys);
    signed = new PdfSigner(keys, CLOCK).sign(SigningFixture.pdf()).pdf();
  }

  @Test
  void whatWeSignedIsIntact() {
    assertThat(checker.check(signed)).isEqualTo(new Intact(NOW, keys.current().fingerprint()));
  }

  @Test
  void anyChangedByteIsFound() {
    int gap = at("/Contents <");
    int after = at("/ByteRange");
    for (int i = 0; i < signed.length; i += i > gap - 600 && i < after + 100 ? 1 : 97) {
      byte[] changed = signed.clone();
      changed[i] ^= i % 2 == 0 ? 1 : ' ';
      assertThat(checker.check(changed)).as("byte %d", i).isNotInstanceOf(Intact.class);
      if (i > MARK_END) {
        assertThat(checker.check(changed)).as("byte %d", i).isEqualTo(CONTENT);
      }
    }
  }

  private static final int MARK_END = 8;

  private int at(String text) {
    return new String(signed, StandardCharsets.ISO_8859_1).lastIndexOf(text);
  }

  @Test
  void whatIsAddedBehindTheSignatureIsFound() throws IOException {
    try (PDDocument file = Loader.loadPDF(signed)) {
      file.addPage(new PDPage());
      assertThat(checker.check(incremental(file))).isEqualTo(APPENDED);
    }
    try (PDDocument file = Loader.loadPDF(signed)) {
      PDPage page = file.getPage(0);
      page.getAnnotations().add(new PDAnnotationText());
      page.getCOSObject().setNeedToBeUpdated(true);
      assertThat(checker.check(incremental(file))).isEqualTo(APPENDED);
    }
    assertThat(checker.check(Arrays.copyOf(signed, signed.length + 1))).isEqualTo(APPENDED);
  }

  private static byte[] incremental(PDDocument file) throws IOException {
    file.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
    file.getPages().getCOSObject().setNeedToBeUpdated(true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.saveIncremental(out);
    return out.toByteArray();
  }

  @Test
  void aSecondSignatureByUsCoversTheFirst() {
    byte[] twice = new PdfSigner(keys, CLOCK).sign(signed).pdf();
    // the file is written anew before it is signed, so that the first one is broken
    assertThat(checker.check(twice)).isInstanceOf(Intact.class);
  }

  @Test
  void aCutFileIsChangedOrNotOurs() {
    for (int length = 0; length < signed.length; length += 211) {
      assertThat(checker.check(Arrays.copyOf(signed, length)))
          .as("%d bytes", length)
          .isNotInstanceOf(Intact.class);
    }
    assertThat(checker.check(Arrays.copyOf(signed, signed.length - 1))).isEqualTo(CONTENT);
  }

  @Test
  void aForeignKeyWithTheSameNamesIsNotOurs() throws IOException {
    Path mine = new TestKeystore().key("bureau").in(folder.resolve("mine.p12"));
    Path other = new TestKeystore().key("bureau").in(folder.resolve("other.p12"));
    SigningKeys ours =
        SigningFixture.keys(SigningFixture.production(mine, TestKeystore.PASSWORD), CLOCK);
    SigningKeys forger =
        SigningFixture.keys(SigningFixture.production(other, TestKeystore.PASSWORD), CLOCK);
    byte[] forged = new PdfSigner(forger, CLOCK).sign(SigningFixture.pdf()).pdf();
    PdfChecker our = new PdfChecker(ours);
    assertThat(our.check(forged)).isEqualTo(new NotOurs(NotOurs.Why.FOREIGN_KEY));
    assertThat(our.check(signed)).as("a demo's").isEqualTo(new NotOurs(NotOurs.Why.FOREIGN_KEY));
    // our certificate's hex somewhere in it does not make it ours
    byte[] claiming = append(forged, "\n% " + ours.current().fingerprint());
    assertThat(our.check(claiming)).isEqualTo(CONTENT);
  }

  @Test
  void whatAnExpiredKeySignedStaysIntact() throws IOException {
    Path file =
        new TestKeystore()
            .valid(NOW.minus(Duration.ofDays(9)), NOW.minus(Duration.ofDays(5)))
            .key("old")
            .valid(NOW.minus(Duration.ofDays(5)), NOW.plus(Duration.ofDays(5)))
            .key("new")
            .in(folder.resolve("keys.p12"));
    var settings = SigningFixture.production(file, TestKeystore.PASSWORD);
    var then = NOW.minus(Duration.ofDays(7));
    PdfSigner.Signed old =
        new PdfSigner(SigningFixture.keys(settings, () -> then), () -> then)
            .sign(SigningFixture.pdf());
    SigningKeys now = SigningFixture.keys(settings, CLOCK);
    assertThat(now.current().fingerprint()).isNotEqualTo(old.key());
    assertThat(new PdfChecker(now).check(old.pdf())).isEqualTo(new Intact(then, old.key()));
    assertThat(now.wasValid(old.key(), then)).isTrue();
  }

  @Test
  void keysOfEveryFitKindAreRecognized() throws IOException {
    for (String kind : List.of("rsa2048", "rsa4096", "secp384r1", "secp521r1")) {
      Path file = new TestKeystore().curve(kind).key("a").in(folder.resolve(kind));
      SigningKeys one =
          SigningFixture.keys(SigningFixture.production(file, TestKeystore.PASSWORD), CLOCK);
      byte[] pdf = new PdfSigner(one, CLOCK).sign(SigningFixture.pdf()).pdf();
      assertThat(new PdfChecker(one).check(pdf)).as(kind).isInstanceOf(Intact.class);
      assertThat(Judges.ask(pdf, "pdfsig", "-nocert", "{}").out())
          .as(kind)
          .contains("Signature is Valid.");
    }
  }

  @Test
  void filesThatAreNoneOfOursAreToldApart() throws IOException {
    assertThat(checker.check(SigningFixture.pdf()))
        .isEqualTo(new NotOurs(NotOurs.Why.NO_SIGNATURE));
    assertThat(checker.check(new byte[0])).isEqualTo(new NotOurs(NotOurs.Why.NO_PDF));
    assertThat(checker.check(new byte[PdfChecker.MOST_BYTES + 1]))
        .isEqualTo(new NotOurs(NotOurs.Why.TOO_LARGE));
    try (PDDocument file = Loader.loadPDF(SigningFixture.pdf())) {
      file.protect(new StandardProtectionPolicy("a", "b", new AccessPermission()));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.save(out);
      assertThat(checker.check(out.toByteArray())).isEqualTo(new NotOurs(NotOurs.Why.NO_SIGNATURE));
    }
  }

  private static byte[] append(byte[] file, String text) {
    byte[] added = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = Arrays.copyOf(file, file.length + added.length);
    System.arraycopy(added, 0, all, file.length, added.length);
    return all;
  }
}

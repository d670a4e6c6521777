package cloud.laurel.signing;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.laurel.document.Judges;
import cloud.laurel.document.Judges.Saying;
import cloud.laurel.document.PdfJudge;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
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

  /** As whoever has nothing but the published keys. */
  @Test
  void whatTheOldKeySignedIsVerifiedByItsPublishedCertificateAlone()
      throws IOException, ParseException {
    Path file =
        new TestKeystore()
            .valid(SigningFixture.NOW, SigningFixture.NOW.plus(Duration.ofDays(30_000)))
            .key("old")
            .key("new")
            .in(folder.resolve("keys.p12"));
    Map<String, String> settings = SigningFixture.production(file, TestKeystore.PASSWORD);
    settings.put("laurel.certificate.keystore-alias", "old");
    PdfSigner.Signed signed =
        new PdfSigner(SigningFixture.keys(settings, SigningFixture.CLOCK), SigningFixture.CLOCK)
            .sign(SigningFixture.pdf());
    settings.put("laurel.certificate.keystore-alias", "new");
    SigningKeys later = SigningFixture.keys(settings, SigningFixture.CLOCK);
    assertThat(later.current().fingerprint()).isNotEqualTo(signed.key());
    String published =
        JWK.parse(new Issuer(later, SigningFixture.HOME).key(signed.key()).orElseThrow())
            .getX509CertChain()
            .get(0)
            .toString();
    Path certificate =
        Files.writeString(
            folder.resolve("old.pem"),
            "-----BEGIN CERTIFICATE-----\n" + published + "\n-----END CERTIFICATE-----\n");
    Path container = folder.resolve("signature.der");
    Path content = folder.resolve("content");
    try (PDDocument pdf = Loader.loadPDF(signed.pdf())) {
      PDSignature signature = pdf.getLastSignatureDictionary();
      Files.write(container, signature.getContents());
      Files.write(content, signature.getSignedContent(signed.pdf()));
    }
    Saying openssl =
        Judges.ask(
            "openssl",
            "cms",
            "-verify",
            "-cades",
            "-binary",
            "-inform",
            "DER",
            "-in",
            container.toString(),
            "-content",
            content.toString(),
            "-nointern",
            "-certfile",
            certificate.toString(),
            "-CAfile",
            certificate.toString(),
            "-purpose",
            "any",
            "-partial_chain",
            "-out",
            folder.resolve("verified").toString());
    assertThat(openssl.exit()).as(openssl.out()).isZero();
    assertThat(Judges.ask(signed.pdf(), "pdfsig", "-nocert", "{}").out())
        .contains("Signature is Valid.", "Total document signed");
  }

  @Test
  void itIsBaselineBAndSaysWhoAndWhen() throws IOException {
    PdfSigner.Signed signed = signer.sign(SigningFixture.pdf());
    assertThat(signed.key()).isEqualTo(keys.current().fingerprint()).hasSize(64);
    try (PDDocument file = Loader.loadPDF(signed.pdf())) {
      PDSignature signature = file.getLastSignatureDictionary();
      assertThat(signature.getName()).isEqualTo("演示");
      assertThat(signature.getReason()).contains("荣誉证书");
      assertThat(signature.getSignDate().toInstant()).isEqualTo(SigningFixture.NOW);
      assertBaseline(signature.getContents(), signed.key());
    }
  }

  /** EN 319 142-1, table 1: the certificate by its SHA-256, and no signing time of its own. */
  private static void assertBaseline(byte[] container, String key) throws IOException {
    try (ASN1InputStream in = new ASN1InputStream(container)) {
      CMSSignedData signed = new CMSSignedData(ContentInfo.getInstance(in.readObject()));
      AttributeTable attributes =
          signed.getSignerInfos().getSigners().iterator().next().getSignedAttributes();
      SigningCertificateV2 certificate =
          SigningCertificateV2.getInstance(
              attributes
                  .get(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                  .getAttrValues()
                  .getObjectAt(0));
      assertThat(HexFormat.of().formatHex(certificate.getCerts()[0].getCertHash())).isEqualTo(key);
      assertThat(attributes.get(CMSAttributes.signingTime)).isNull();
      assertThat(signed.getCertificates().getMatches(null)).hasSize(1);
    } catch (CMSException e) {
      throw new IOException(e);
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

package cloud.laurel.signing;

import cloud.laurel.signing.Finding.Changed;
import cloud.laurel.signing.Finding.Intact;
import cloud.laurel.signing.Finding.NotOurs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Tells whether a file is one that we signed, and whether it is still the same. Asks no register:
 * whether the certificate was replaced or revoked is not its matter.
 *
 * <p>A stranger's file is never parsed: it is searched for byte ranges and for signatures by our
 * keys, and only a file that is wholly ours to the byte is read further. So there is no way to hide
 * one content behind another, and nothing that a hostile file could make grow. Safe for use by
 * several threads.
 */
public final class PdfChecker {

  /** Files beyond this are not looked at: our certificates have 150 KB. */
  public static final int MOST_BYTES = 5 * 1024 * 1024;

  private static final byte[] MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final int MARK_WITHIN = 1024;
  private static final int DATE_WITHIN = 4096;
  private static final Pattern DATE =
      Pattern.compile("/M\\s{0,4}\\(D:(\\d{14})(?:Z|([+-]\\d\\d)'(\\d\\d)'?)\\)");
  private static final DateTimeFormatter DATE_FORM =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmssxx", Locale.ROOT);

  private final Map<String, X509Certificate> ours;

  /** One that knows these keys. */
  PdfChecker(SigningKeys keys) {
    ours = keys.certificates();
  }

  /** Checks a file; never fails, whatever it holds. */
  public Finding check(byte[] file) {
    if (file.length > MOST_BYTES) {
      return new NotOurs(NotOurs.Why.TOO_LARGE);
    }
    if (!isPdf(file)) {
      return new NotOurs(NotOurs.Why.NO_PDF);
    }
    boolean appended = false;
    // our own claims are the only reason to look into a signature
    boolean claimed = claims(file);
    List<SignedRange> ranges = SignedRange.of(file);
    for (SignedRange range : claimed ? ranges : List.<SignedRange>of()) {
      Optional<String> key = signedBy(range, file);
      if (key.isPresent() && range.end() == file.length) {
        return intact(file, range, key.get());
      }
      appended |= key.isPresent();
    }
    if (claimed) {
      return new Changed(appended ? Changed.What.APPENDED : Changed.What.CONTENT);
    }
    return new NotOurs(ranges.isEmpty() ? NotOurs.Why.NO_SIGNATURE : NotOurs.Why.FOREIGN_KEY);
  }

  private static boolean isPdf(byte[] file) {
    for (int i = 0; i < Math.min(MARK_WITHIN, file.length - MARK.length); i++) {
      if (Arrays.equals(file, i, i + MARK.length, MARK, 0, MARK.length)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a file carries one of our certificates or its fingerprint, as each signature of ours
   * does with both: after one changed byte, one of them is still there.
   */
  private boolean claims(byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return ours.entrySet().stream()
        .anyMatch(e -> text.contains(e.getKey()) || text.contains(hex(e.getValue())));
  }

  private static String hex(X509Certificate certificate) {
    try {
      return HexFormat.of().formatHex(certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The fingerprint of our certificate whose key signed exactly this range, if one did. */
  private Optional<String> signedBy(SignedRange range, byte[] file) {
    try (ASN1InputStream in = new ASN1InputStream(range.container())) {
      ContentInfo info = ContentInfo.getInstance(in.readObject());
      if (info == null || !isPlain(info, range.container())) {
        return Optional.empty();
      }
      CMSSignedData signed =
          new CMSSignedData(new CMSProcessableByteArray(range.covered(file)), info);
      Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
      Collection<X509CertificateHolder> carried = signed.getCertificates().getMatches(null);
      SignerInformation signer = signers.iterator().next();
      for (Map.Entry<String, X509Certificate> mine : ours.entrySet()) {
        X509CertificateHolder holder = new X509CertificateHolder(mine.getValue().getEncoded());
        if (signer.getSID().match(holder)
            && carried.contains(holder)
            && verifies(signer, mine.getValue())) {
          return Optional.of(mine.getKey());
        }
      }
      return Optional.empty();
    } catch (IOException | CMSException | GeneralSecurityException | RuntimeException e) {
      // whatever this is, no signer of ours made it
      return Optional.empty();
    }
  }

  /**
   * Whether a container holds a signature in the only form that we write, and zeros behind it:
   * versions and lists of algorithms, which no signature covers, are as they follow from the rest.
   */
  private static boolean isPlain(ContentInfo info, byte[] container) throws IOException {
    SignedData data = SignedData.getInstance(info.getContent());
    SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
    SignerInfo written =
        new SignerInfo(
            signer.getSID(),
            signer.getDigestAlgorithm(),
            signer.getAuthenticatedAttributes(),
            signer.getDigestEncryptionAlgorithm(),
            signer.getEncryptedDigest(),
            null);
    byte[] plain =
        new ContentInfo(
                CMSObjectIdentifiers.signedData,
                new SignedData(
                    new DERSet(signer.getDigestAlgorithm()),
                    data.getEncapContentInfo(),
                    data.getCertificates(),
                    null,
                    new DERSet(written)))
            .getEncoded(ASN1Encoding.DER);
    return Arrays.equals(Arrays.copyOf(plain, Math.max(plain.length, container.length)), container);
  }

  private static boolean verifies(SignerInformation signer, X509Certificate certificate)
      throws CMSException {
    try {
      // by the bare key: whether the certificate was valid then is not decided here
      return signer.verify(
          new JcaSimpleSignerInfoVerifierBuilder()
              .setProvider(KeyFile.PROVIDER)
              .build(certificate.getPublicKey()));
    } catch (OperatorCreationException e) {
      throw new CMSException("no verifier", e);
    }
  }

  private static Finding intact(byte[] file, SignedRange range, String key) {
    // beside the gap, in the dictionary that we have just seen to be as we wrote it
    int from = Math.max(0, range.gap() - DATE_WITHIN);
    String before = text(file, from, range.gap());
    String after = text(file, range.after(), Math.min(file.length, range.after() + DATE_WITHIN));
    return date(before.substring(before.lastIndexOf(" obj") + 1))
        .or(() -> date(after.split("endobj", 2)[0]))
        .<Finding>map(at -> new Intact(at, key))
        .orElseGet(() -> new Changed(Changed.What.CONTENT));
  }

  private static String text(byte[] file, int from, int to) {
    return new String(file, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static Optional<Instant> date(String dictionary) {
    Matcher matcher = DATE.matcher(dictionary);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String zone = matcher.group(2) == null ? "+0000" : matcher.group(2) + matcher.group(3);
    try {
      return Optional.of(OffsetDateTime.parse(matcher.group(1) + zone, DATE_FORM).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

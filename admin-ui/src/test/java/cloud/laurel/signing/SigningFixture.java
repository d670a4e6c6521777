package cloud.laurel.signing;

import cloud.laurel.document.Block.Paragraph;
import cloud.laurel.document.DocumentFonts;
import cloud.laurel.document.OfficialDocument;
import cloud.laurel.document.PdfWriter;
import cloud.laurel.plugin.outbox.SettingsReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Keys and files for tests of signatures. */
public final class SigningFixture {

  static final Instant NOW = Instant.parse("2026-07-12T02:30:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(NOW);
  static final String HOME = "https://laurel.city.test/laurel";
  static final DocumentFonts FONTS =
      new DocumentFonts(Path.of("../wildfly-config/server/src/main/fonts"));

  private static final byte[] PDF = write();

  private SigningFixture() {}

  /** A PDF/A-2a and PDF/UA-1 file without a signature. */
  static byte[] pdf() {
    return PDF.clone();
  }

  private static byte[] write() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new PdfWriter(FONTS)
          .write(
              new OfficialDocument(
                  "荣誉证书", Locale.SIMPLIFIED_CHINESE, List.of(new Paragraph("刘喆老师：特发此证，以资鼓励。"))),
              out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The keys that a folder has in demo mode. */
  static SigningKeys demoKeys(Path folder) {
    return keys(Map.of("laurel.demo", "on", "laurel.data.dir", folder.toString()), CLOCK);
  }

  /** A file as it is issued, signed with the demo key of a folder. */
  public static byte[] signed(byte[] pdf, Path folder) {
    return new PdfSigner(demoKeys(folder), CLOCK).sign(pdf).pdf();
  }

  /** The keys of some settings. */
  static SigningKeys keys(Map<String, String> settings, InstantSource clock) {
    SettingsReader reader = SettingsReader.of(settings);
    SigningSettings read = SigningSettings.read(reader);
    return SigningKeys.read(read, SigningHost.wrong(reader), clock);
  }

  /** Settings of production with a keystore. */
  static Map<String, String> production(Path keystore, String password) {
    Map<String, String> settings = new HashMap<>();
    settings.put("laurel.certificate.keystore", keystore.toString());
    settings.put("laurel.certificate.keystore-password", password);
    return settings;
  }

  /** A file beside what other tests made, to be looked at. */
  static void keep(String name, byte[] content) throws IOException {
    Files.write(Files.createDirectories(Path.of("target/documents")).resolve(name), content);
  }

  static Optional<Obstacle.Kind> obstacle(SigningKeys keys) {
    return keys.obstacle().map(Obstacle::kind);
  }
}

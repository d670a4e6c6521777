package cloud.laurel.roster;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** An upload on disk for as long as it is read; gone afterwards. */
final class UploadedFile implements AutoCloseable, TextFile {

  /** What problems call a table that is the upload itself. */
  static final String NAME = "roster";

  static final long MAX_UPLOAD = 64L << 20;

  private static final int HEAD = 1 << 12;
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private final Path path;

  private UploadedFile(Path path) {
    this.path = path;
  }

  /** Takes an upload in as far as it is allowed to be; too large or empty is a problem. */
  static UploadedFile receive(InputStream upload, Problems problems) throws IOException {
    UploadedFile file = new UploadedFile(Files.createTempFile("laurel-roster", ".upload"));
    try {
      file.store(upload, problems);
      return file;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private void store(InputStream upload, Problems problems) throws IOException {
    long size = 0;
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(path)) {
      for (int n = upload.read(buffer); n >= 0; n = upload.read(buffer)) {
        size += n;
        if (size > MAX_UPLOAD) {
          problems.upload(RosterProblem.TOO_LARGE);
          return;
        }
        out.write(buffer, 0, n);
      }
    }
    if (size == 0) {
      problems.upload(RosterProblem.EMPTY_UPLOAD);
    }
  }

  Path path() {
    return path;
  }

  /** What it is; what no roster can be is a problem, named as exactly as its first bytes allow. */
  RosterFormat format(Problems problems) throws IOException {
    byte[] head;
    try (InputStream in = open()) {
      head = in.readNBytes(HEAD);
    }
    String latin = new String(head, StandardCharsets.ISO_8859_1);
    if (latin.startsWith("PK")) {
      return isWorkbook() ? RosterFormat.XLSX : RosterFormat.ONEROSTER;
    }
    if (latin.startsWith(new String(OLE, StandardCharsets.ISO_8859_1))) {
      problems.upload(isEncrypted() ? RosterProblem.XLSX_PASSWORD : RosterProblem.XLS_OLD);
      return RosterFormat.UNKNOWN;
    }
    // no text holds a NUL; UTF-16 does, and is told from the rest by its mark
    boolean utf16 = latin.startsWith("\u00FF\u00FE") || latin.startsWith("\u00FE\u00FF");
    if (latin.startsWith("%PDF") || latin.startsWith("<") || !utf16 && latin.indexOf('\0') >= 0) {
      problems.upload(RosterProblem.WRONG_TYPE);
      return RosterFormat.UNKNOWN;
    }
    return RosterFormat.CSV;
  }

  private boolean isWorkbook() throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1)) {
      ZipEntry workbook = zip.getEntry("xl/workbook.xml");
      return workbook != null;
    } catch (ZipException e) {
      // a damaged zip: whoever opens it says so
      return false;
    }
  }

  /** Excel wraps what has a password in a container that names its stream in UTF-16. */
  private boolean isEncrypted() throws IOException {
    String wanted = "EncryptedPackage";
    String utf16 =
        new String(wanted.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1).contains(utf16);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public InputStream open() throws IOException {
    return new BufferedInputStream(Files.newInputStream(path));
  }

  @Override
  public long checksum() {
    return -1;
  }

  @Override
  public boolean mayExpand(long soFarInFile, long more) {
    return true;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}

package cloud.laurel.roster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * An upload's zip, checked before anything of it is expanded. Nothing is ever unpacked to disk, so
 * a path that climbs out does no harm, but whoever sent it wants to hear of it.
 */
final class RosterArchive implements AutoCloseable {

  static final long MAX_EXPANDED = 512L << 20;
  static final int MAX_ENTRIES = 100;

  /** A table of text packs to a tenth; what packs to less than this is made to explode. */
  static final long MAX_RATIO = 200;

  /** Small files may pack well. */
  static final long RATIO_FROM = 8L << 20;

  private final UploadedFile file;
  private final Map<String, ZipEntry> entries = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();
  private Optional<ZipFile> zip = Optional.empty();
  private long expanded;
  private boolean readable;

  private RosterArchive(UploadedFile file) {
    this.file = file;
  }

  /** Takes the upload in; whatever is wrong with it as a zip is among the problems. */
  static RosterArchive receive(InputStream upload, Problems problems) throws IOException {
    UploadedFile file = UploadedFile.receive(upload, problems);
    return problems.isEmpty() ? open(file, problems) : new RosterArchive(file);
  }

  /** Opens an upload as a zip, to be closed with it. */
  static RosterArchive open(UploadedFile file, Problems problems) throws IOException {
    RosterArchive archive = new RosterArchive(file);
    try {
      archive.open(problems);
      return archive;
    } catch (IOException | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  /** Whether its files can be looked at, be they in order or not. */
  boolean isReadable() {
    return readable;
  }

  /** Whether a file is there, once; names in lower case. */
  boolean has(String name) {
    return entries.containsKey(name) && !ambiguous.contains(name);
  }

  /** A file that is there. */
  TextFile file(String name) {
    ZipEntry entry = entries.get(name);
    return new TextFile() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public InputStream open() throws IOException {
        return zip.orElseThrow().getInputStream(entry);
      }

      @Override
      public long checksum() {
        return entry.getCrc();
      }

      @Override
      public boolean mayExpand(long soFarInFile, long more) {
        expanded += more;
        long packed = Math.max(1, entry.getCompressedSize());
        return expanded <= MAX_EXPANDED
            && (soFarInFile < RATIO_FROM || soFarInFile / packed <= MAX_RATIO);
      }
    };
  }

  @Override
  public void close() throws IOException {
    if (zip.isPresent()) {
      zip.get().close();
    }
    file.close();
  }

  private void open(Problems problems) throws IOException {
    ZipFile opened;
    try {
      opened = openAnyNames();
    } catch (ZipException e) {
      boolean encrypted = String.valueOf(e.getMessage()).contains("encrypted");
      problems.upload(encrypted ? RosterProblem.ZIP_PASSWORD : RosterProblem.NO_ZIP);
      return;
    }
    zip = Optional.of(opened);
    if (opened.size() > MAX_ENTRIES) {
      problems.upload(RosterProblem.TOO_MANY_FILES, opened.size(), MAX_ENTRIES);
      return;
    }
    index(opened, problems);
  }

  /** Folder names from Chinese Windows are GB18030 and not marked as such. */
  private ZipFile openAnyNames() throws IOException {
    try {
      return new ZipFile(file.path().toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      return new ZipFile(file.path().toFile(), Charset.forName("GB18030"));
    }
  }

  private void index(ZipFile opened, Problems problems) {
    List<ZipEntry> files = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    long declared = 0;
    for (ZipEntry entry : opened.stream().toList()) {
      String path = entry.getName().replace('\\', '/');
      if (climbsOut(path)) {
        problems.file(entry.getName(), RosterProblem.CLIMBS_OUT);
      } else if (!path.endsWith("/") && !isSystemFile(path)) {
        files.add(entry);
        paths.add(path);
      }
      declared += Math.max(0, entry.getSize());
      boolean explodes =
          entry.getSize() >= RATIO_FROM
              && entry.getSize() / Math.max(1, entry.getCompressedSize()) > MAX_RATIO;
      if (explodes || declared > MAX_EXPANDED) {
        explosion(entry.getName(), problems);
        return;
      }
    }
    String folder = commonFolder(paths);
    for (int i = 0; i < files.size(); i++) {
      enter(paths.get(i).substring(folder.length()), files.get(i), problems);
    }
    readable = !files.isEmpty();
    if (!readable && problems.isEmpty()) {
      problems.upload(RosterProblem.NO_FILES);
    }
  }

  /** Says that a file expands beyond all measure. */
  static void explosion(String file, Problems problems) {
    problems.file(file, RosterProblem.BOMB);
  }

  private void enter(String path, ZipEntry entry, Problems problems) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (!RosterFiles.READ.contains(name)) {
      return;
    }
    if (!path.equalsIgnoreCase(name)) {
      problems.file(path, RosterProblem.IN_FOLDER);
    } else if (entries.putIfAbsent(name, entry) != null) {
      problems.file(name, RosterProblem.FILE_TWICE);
      ambiguous.add(name);
    }
  }

  private static boolean climbsOut(String path) {
    return path.startsWith("/")
        || path.matches("[A-Za-z]:.*")
        || List.of(path.split("/")).contains("..");
  }

  private static boolean isSystemFile(String path) {
    return path.startsWith("__MACOSX/")
        || path.substring(path.lastIndexOf('/') + 1).startsWith(".");
  }

  /** The one folder that everything lies in, with its slash; empty when there is none. */
  private static String commonFolder(List<String> paths) {
    if (paths.isEmpty()) {
      return "";
    }
    String folder = paths.get(0).substring(0, paths.get(0).indexOf('/') + 1);
    return paths.stream().allMatch(p -> p.startsWith(folder)) ? folder : "";
  }
}

package cloud.laurel.roster;

import java.io.IOException;
import java.util.Optional;

/** Reads an upload of any format. */
final class UploadReader {

  private final SchoolIndex known;
  private final Optional<String> own;
  private final Problems problems;
  private final Progress progress;

  /**
   * A reader.
   *
   * @param own the only school whose people may be listed; empty for any
   */
  UploadReader(SchoolIndex known, Optional<String> own, Problems problems, Progress progress) {
    this.known = known;
    this.own = own;
    this.problems = problems;
    this.progress = progress;
  }

  /** What the upload says; to be used only when there are no problems. */
  RosterUpload read(UploadedFile file, RosterFormat format) throws IOException {
    return switch (format) {
      case ONEROSTER -> readArchive(file);
      case XLSX -> template(false).read(new XlsxRows(file));
      case CSV -> template(true).read(new CsvLines(file));
      case UNKNOWN -> RosterUpload.NOTHING;
    };
  }

  private RosterUpload readArchive(UploadedFile file) throws IOException {
    try (RosterArchive archive = RosterArchive.open(file, problems)) {
      return archive.isReadable()
          ? new RosterReader(known.kinds(), own, problems).read(archive)
          : RosterUpload.NOTHING;
    }
  }

  private TemplateReader template(boolean strict) {
    return new TemplateReader(known, own, strict, problems, progress);
  }
}

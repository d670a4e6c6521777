package cloud.laurel.roster;

import cloud.laurel.roster.RosterJob.Trouble;
import cloud.laurel.store.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The files that go out: the template, the roster as it is, a rejected file with its reasons. */
public final class RosterFileService {

  private final Database database;
  private final RosterJobService jobs;

  /** One for a database. */
  public RosterFileService(Database database, RosterJobService jobs) {
    this.database = database;
    this.jobs = jobs;
  }

  /**
   * Words of a file, in the reader's language.
   *
   * @param sheet name of the sheet with the people
   * @param guide name of the sheet that explains the columns
   * @param explanations what each column takes
   */
  public record Words(
      Locale language, String sheet, String guide, Function<TemplateColumn, String> explanations) {}

  /** Writes the empty template with a sheet that explains it. */
  public void template(OutputStream out, Words words) throws IOException {
    try (RosterSheetWriter writer = begin(out, words)) {
      guide(writer, words);
    }
  }

  /**
   * Writes the people of a day in the template's columns, to be changed and sent back.
   *
   * @param school only of this one; empty for all
   */
  public void current(OutputStream out, Optional<String> school, LocalDate day, Words words)
      throws IOException {
    try (RosterSheetWriter writer = begin(out, words)) {
      database.useTransaction(
          tx -> new CurrentRepository(tx).people(school, day, words.language(), writer::row));
      guide(writer, words);
    }
  }

  private static RosterSheetWriter begin(OutputStream out, Words words) throws IOException {
    List<String> heading =
        TemplateColumn.offered().stream().map(c -> c.heading(words.language())).toList();
    return new RosterSheetWriter(out, false, words.sheet(), heading);
  }

  private static void guide(RosterSheetWriter writer, Words words) throws IOException {
    writer.words(
        words.guide(),
        TemplateColumn.offered().stream()
            .map(c -> List.of(c.heading(words.language()), words.explanations().apply(c)))
            .toList());
  }

  /** A reason and an advice for a problem. */
  public record Reason(String reason, String advice) {}

  /**
   * Writes a rejected file back, as a workbook or separated values as it came, the rows with
   * problems first, with line, column, reason and advice behind the sender's own columns: a row
   * with several problems stands there once, the further ones below it with nothing else in them.
   *
   * @param headings of the four columns; reading the file again ignores them
   */
  public void rejected(
      RosterJob job,
      OutputStream out,
      String sheet,
      List<String> headings,
      Function<Trouble, Reason> words)
      throws IOException {
    Map<Long, List<Trouble>> byLine = new HashMap<>();
    List<Trouble> general = new ArrayList<>();
    for (Trouble trouble : jobs.troubles(job, 0, Problems.KEPT)) {
      boolean ofPeople =
          trouble.line() > 0
              && (trouble.file().equals(UploadedFile.NAME)
                  || trouble.file().equals(RosterFiles.USERS));
      if (ofPeople) {
        byLine.computeIfAbsent(trouble.line(), l -> new ArrayList<>()).add(trouble);
      } else {
        general.add(trouble);
      }
    }
    try (UploadedFile file = UploadedFile.receive(jobs.content(job.id()), new Problems());
        Rejected rejected = new Rejected(file, job.format(), headings)) {
      rejected.write(out, sheet, byLine, general, words);
    }
  }

  /** The file on its way back; read twice, so that nothing but one row is in memory. */
  private static final class Rejected implements AutoCloseable {
    private final RosterFormat format;
    private final List<String> headings;
    private final Optional<RosterArchive> archive;
    private final SheetRows rows;
    private List<String> heading = List.of();
    private final Set<Integer> dropped = new HashSet<>();

    Rejected(UploadedFile file, RosterFormat format, List<String> headings) throws IOException {
      this.format = format;
      this.headings = headings;
      this.archive =
          format == RosterFormat.ONEROSTER
              ? Optional.of(RosterArchive.open(file, new Problems()))
              : Optional.empty();
      this.rows =
          switch (format) {
            case XLSX -> new XlsxRows(file);
            case CSV -> new CsvLines(file);
            case ONEROSTER ->
                archive.get().has(RosterFiles.USERS)
                    ? new CsvLines(archive.get().file(RosterFiles.USERS))
                    : (problems, sink) -> {};
            case UNKNOWN -> (problems, sink) -> {};
          };
    }

    void write(
        OutputStream out,
        String sheet,
        Map<Long, List<Trouble>> byLine,
        List<Trouble> general,
        Function<Trouble, Reason> words)
        throws IOException {
      readHeading();
      List<String> all = new ArrayList<>(kept(heading));
      int width = all.size();
      all.addAll(headings);
      try (RosterSheetWriter writer =
          new RosterSheetWriter(out, format == RosterFormat.CSV, sheet, all)) {
        for (Trouble trouble : general) {
          writer.row(line(List.of(), width, trouble, words));
        }
        each(
            (line, cells) -> {
              List<String> own = kept(cells);
              for (Trouble trouble : byLine.getOrDefault(line, List.of())) {
                writer.row(line(own, width, trouble, words));
                own = List.of();
              }
            });
        each(
            (line, cells) -> {
              if (!byLine.containsKey(line)) {
                writer.row(kept(cells));
              }
            });
      }
    }

    private static List<String> line(
        List<String> own, int width, Trouble trouble, Function<Trouble, Reason> words) {
      List<String> line = new ArrayList<>(own.subList(0, Math.min(width, own.size())));
      while (line.size() < width) {
        line.add("");
      }
      Reason reason = words.apply(trouble);
      line.add(trouble.line() == 0 ? "" : Long.toString(trouble.line()));
      line.add(trouble.heading());
      line.add(reason.reason());
      line.add(reason.advice());
      return line;
    }

    /** The first row that is a heading; what stands above it is not sent back. */
    private void readHeading() throws IOException {
      rows.read(
          new Problems(),
          (line, cells, lines) -> {
            boolean found =
                cells.stream().flatMap(c -> TemplateColumn.of(c).stream()).distinct().count() >= 3;
            if (found) {
              heading = List.copyOf(cells);
            }
            return !found;
          });
      for (int i = 0; i < heading.size(); i++) {
        if (headings.contains(heading.get(i))) {
          dropped.add(i);
        }
      }
    }

    private void each(RowConsumer rowConsumer) throws IOException {
      long[] last = {0};
      boolean[] below = {false};
      rows.read(
          new Problems(),
          (line, cells, lines) -> {
            if (below[0] && line <= last[0]) {
              return false;
            }
            last[0] = line;
            boolean blank = cells.stream().allMatch(c -> TidyText.of(c).isEmpty());
            if (below[0] && !blank) {
              rowConsumer.row(line, cells);
            }
            below[0] |= cells.equals(heading);
            return true;
          });
    }

    /** The sender's own columns, without ours of an earlier time. */
    private List<String> kept(List<String> cells) {
      List<String> kept = new ArrayList<>();
      for (int i = 0; i < cells.size(); i++) {
        if (!dropped.contains(i)) {
          kept.add(cells.get(i));
        }
      }
      return kept;
    }

    @Override
    public void close() throws IOException {
      if (archive.isPresent()) {
        archive.get().close();
      }
    }

    private interface RowConsumer {
      void row(long line, List<String> cells);
    }
  }
}

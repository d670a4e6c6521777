package cloud.laurel.template;

import cloud.laurel.input.WordsRule;
import cloud.laurel.store.Database;
import cloud.laurel.template.TemplateProblem.Why;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Versions of templates. */
public final class TemplateService {

  private static final int MAX_NAME = 40;
  private static final int MAX_NOTE = 400;

  private final Database database;
  private final InstantSource clock;
  private final TemplateRepository templates = new TemplateRepository();

  /** One for a database. */
  public TemplateService(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** All versions: uploaded ones, newest first, then those that Laurel brings along. */
  public List<Template> all() {
    return database.read(
        tx -> {
          List<Template> all = new ArrayList<>(templates.all(tx));
          Map<Long, Instant> retired = templates.retired(tx);
          ShippedTemplates.ALL.forEach(shipped -> all.add(with(shipped, retired)));
          return List.copyOf(all);
        });
  }

  private static Template with(Template shipped, Map<Long, Instant> retired) {
    return new Template(
        shipped.id(),
        shipped.name(),
        shipped.version(),
        shipped.source(),
        shipped.upload(),
        Optional.ofNullable(retired.get(shipped.id())).or(shipped::retired));
  }

  /** A version, retired or not. */
  public Optional<Template> find(long id) {
    Optional<Template> shipped =
        ShippedTemplates.ALL.stream().filter(template -> template.id() == id).findFirst();
    return shipped.isPresent()
        ? shipped.map(found -> database.read(tx -> with(found, templates.retired(tx))))
        : database.read(tx -> templates.find(tx, id));
  }

  /** The version that is used unless another is asked for. */
  public Template chosen() {
    return database
        .read(templates::chosen)
        .flatMap(this::find)
        .flatMap(template -> find(ShippedTemplates.newest(template).id()))
        .filter(template -> template.retired().isEmpty())
        .orElse(ShippedTemplates.FORMAL);
  }

  /**
   * Keeps a new version.
   *
   * @param name of an own template, new or known
   * @param trial prints samples with it
   * @throws TemplateRefused with everything that is wrong with it
   */
  public Template upload(
      String name, String source, String note, String officer, TemplateTrial trial) {
    String plain = WordsRule.line(name);
    requireSound(plain, source);
    Template tried = new Template(0, plain, 0, source, Optional.empty(), Optional.empty());
    trial
        .fault(tried)
        .ifPresent(
            fault -> {
              throw new TemplateRefused(List.of(fault));
            });
    return database.inTransaction(
        tx -> {
          Optional<Template> newest = templates.newest(tx, plain);
          if (newest.map(Template::source).filter(source::equals).isPresent()) {
            throw new TemplateRefused(List.of(TemplateProblem.whole(Why.SAME, plain)));
          }
          int version = newest.map(Template::version).orElse(0) + 1;
          long id = templates.insert(tx, plain, version, source);
          templates.note(tx, id, "UPLOADED", clock.instant(), officer, cut(note));
          return templates.find(tx, id).orElseThrow();
        });
  }

  private static void requireSound(String name, String source) {
    List<TemplateProblem> problems = new ArrayList<>();
    boolean shipped = ShippedTemplates.ALL.stream().anyMatch(t -> t.name().equals(name));
    if (name.isBlank() || name.length() > MAX_NAME || shipped) {
      problems.add(TemplateProblem.whole(Why.NAME, name));
    }
    problems.addAll(TemplateRule.problems(source));
    if (!problems.isEmpty()) {
      throw new TemplateRefused(problems);
    }
  }

  private static String cut(String note) {
    String line = WordsRule.line(note);
    return line.substring(0, line.offsetByCodePoints(0, Math.min(MAX_NOTE, count(line))));
  }

  private static int count(String line) {
    return line.codePointCount(0, line.length());
  }

  /** Nothing new is printed with a version any more; once retired it stays so. */
  public void retire(long id, String officer) {
    note(id, "RETIRED", officer);
  }

  /** Uses a version unless another is asked for. */
  public void choose(long id, String officer) {
    note(id, "CHOSEN", officer);
  }

  private void note(long id, String kind, String officer) {
    if (find(id).filter(template -> template.retired().isEmpty()).isPresent()) {
      database.useTransaction(tx -> templates.note(tx, id, kind, clock.instant(), officer, ""));
    }
  }

  /** How far the bureau's printer is off on ready-made paper; the last one that was kept. */
  public Offset offset() {
    return database.read(templates::offset).orElse(Offset.NONE);
  }

  /** Keeps how far the bureau's printer is off. */
  public void keep(Offset offset, String officer) {
    String text = offset.halfX() + " " + offset.halfY();
    database.useTransaction(tx -> templates.note(tx, 0, "OFFSET", clock.instant(), officer, text));
  }

  /**
   * By how much everything moves on ready-made paper, in half millimetres.
   *
   * @param halfX to the right, −40 to 40
   * @param halfY downwards, likewise
   */
  public record Offset(int halfX, int halfY) {

    /** Not at all. */
    public static final Offset NONE = new Offset(0, 0);

    private static final int MOST = 40;

    /** Checks the range. */
    public Offset {
      if (Math.abs(halfX) > MOST || Math.abs(halfY) > MOST) {
        throw new IllegalArgumentException("offset beyond 20 mm");
      }
    }
  }
}

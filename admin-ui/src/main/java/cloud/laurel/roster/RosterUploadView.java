package cloud.laurel.roster;

import cloud.laurel.roster.PersonChange.Kind;
import cloud.laurel.roster.RosterJob.SchoolLine;
import cloud.laurel.roster.RosterJob.State;
import cloud.laurel.web.FormInput;
import cloud.laurel.web.PageNumber;
import cloud.laurel.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /bureau/roster/upload}, {@code /school/roster/upload}: a file's way into the roster. */
@Named("rosterUpload")
@RequestScoped
public class RosterUploadView {

  private static final int SIZE = 20;
  private static final int MOST_SCHOOLS = 100;

  @Inject private RosterScope scope;
  @Inject private RosterJobService jobs;
  @Inject private RosterDeskService desk;
  @Inject private HttpServletRequest request;
  @Inject private Texts text;

  private Optional<RosterJob> job = Optional.empty();
  private Kind kind = Kind.ADDED;
  private PageNumber page = PageNumber.FIRST;
  private List<PersonLine> people = List.of();
  private List<SchoolLine> schools = List.of();
  private List<ProblemLine> problems = List.of();
  private Optional<UploadEntry> result = Optional.empty();

  /** Somebody in the preview. */
  public record PersonLine(
      String account, String name, String facts, String before, String after) {}

  /** A problem in words. */
  public record ProblemLine(String line, String heading, String reason, String advice) {}

  @PostConstruct
  void load() {
    job = scope.job(FormInput.number(request, "id"));
    if (job.isEmpty()) {
      return;
    }
    PageNumber asked = PageNumber.of(request.getParameter("page"));
    if (getJob().state() == State.WAITING) {
      kind =
          Arrays.stream(Kind.values())
              .filter(k -> k.name().equals(request.getParameter("kind")))
              .findFirst()
              .orElseGet(this::firstKind);
      page = asked.within(getJob().counts().of(kind), SIZE);
      schools = jobs.schools(getJob());
      List<PersonChange> changes = jobs.people(getJob(), kind, page.offset(SIZE), SIZE);
      Map<String, String> names = names();
      people = changes.stream().map(p -> line(p, names)).toList();
    } else if (getJob().state() == State.REJECTED) {
      page = asked.within(getJob().problems(), SIZE);
      RosterWords words = new RosterWords(text);
      problems =
          jobs.troubles(getJob(), page.offset(SIZE), SIZE).stream()
              .map(
                  t ->
                      new ProblemLine(
                          t.line() == 0 ? "" : text.number(t.line()),
                          t.heading(),
                          words.reason(t),
                          words.advice(t)))
              .toList();
    }
    result = getJob().upload().flatMap(desk::upload);
  }

  /** What whoever opens the page should look at first: who leaves. */
  private Kind firstKind() {
    return List.of(Kind.LEFT, Kind.MOVED, Kind.CHANGED, Kind.ADDED).stream()
        .filter(k -> getJob().counts().of(k) > 0)
        .findFirst()
        .orElse(Kind.UNCHANGED);
  }

  private Map<String, String> names() {
    return schools.stream().collect(Collectors.toMap(SchoolLine::code, SchoolLine::name));
  }

  private PersonLine line(PersonChange person, Map<String, String> names) {
    Set<String> at = new HashSet<>();
    person.before().forEach(a -> at.add(a.school()));
    person.after().forEach(a -> at.add(a.school()));
    boolean named = scope.isBureau() || at.size() > 1;
    return new PersonLine(
        person.account(),
        person.name(),
        person.facts().stream()
            .map(f -> text.of("roster.fact." + f))
            .collect(Collectors.joining(text.of("roster.list.and"))),
        words(person.before(), named, names),
        words(person.after(), named, names));
  }

  private String words(List<PersonChange.At> at, boolean named, Map<String, String> names) {
    RosterWords words = new RosterWords(text);
    return at.stream()
        .map(a -> words.at(a, named ? names.getOrDefault(a.school(), a.school()) : ""))
        .distinct()
        .collect(Collectors.joining(text.of("roster.list.and")));
  }

  /** Whether the address names a job of the reader's. */
  public boolean isKnown() {
    return job.isPresent();
  }

  /** The job. */
  public RosterJob getJob() {
    return job.orElseThrow();
  }

  /** Its state's name. */
  public String getState() {
    return getJob().state().name();
  }

  /** The step's number of the four: choose, check, confirm, result. */
  public int getStep() {
    return switch (getJob().state()) {
      case CHECKING, REJECTED, FAILED -> 2;
      case WAITING, APPLYING -> 3;
      case DONE, CANCELLED -> 4;
    };
  }

  /** When the file came. */
  public String getUploadedAt() {
    return text.time(getJob().uploadedAt(), scope.zone());
  }

  /** How far the running step is, in words. */
  public String getProgress() {
    return getJob().total() == 0
        ? text.of("roster.progress.begun")
        : text.of(
            "roster.progress",
            text.number(Math.min(getJob().done(), getJob().total())),
            text.number(getJob().total()));
  }

  /** The kinds of change, with how many people each. */
  public List<Kind> getKinds() {
    return List.of(Kind.values());
  }

  /** How many people of a kind. */
  public String count(Kind one) {
    return text.number(getJob().counts().of(one));
  }

  /** The kind that is listed. */
  public Kind getKind() {
    return kind;
  }

  /** The people of this page. */
  public List<PersonLine> getPeople() {
    return people;
  }

  /** Which page this is. */
  public PageNumber getPage() {
    return page;
  }

  /** The schools that need a look first. */
  public List<SchoolLine> getSchools() {
    return schools.stream().limit(MOST_SCHOOLS).toList();
  }

  /** How many schools are not in the table. */
  public int getMoreSchools() {
    return Math.max(0, schools.size() - MOST_SCHOOLS);
  }

  /** Schools of which more than a fifth would leave. */
  public List<SchoolLine> getDrained() {
    return schools.stream().filter(SchoolLine::isDrained).toList();
  }

  /** Schools that would be new. */
  public List<SchoolLine> getFresh() {
    return schools.stream().filter(SchoolLine::fresh).toList();
  }

  /** The problems of this page. */
  public List<ProblemLine> getProblems() {
    return problems;
  }

  /** What it became in the history, at most one. */
  public List<UploadLine> getResult() {
    return result.map(u -> UploadLine.of(u, scope, text)).stream().toList();
  }

  /** Why what was just asked for was not done, in words; empty otherwise. */
  public String getRefused() {
    String key = "roster.refused." + request.getParameter("refused");
    return text.has(key) ? text.of(key) : "";
  }

  /** The address with people of another kind. */
  public String of(Kind other) {
    return scope.link("/upload?id=" + getJob().id() + "&kind=" + other + "#people");
  }

  /** The address of another page. */
  public String onPage(int number) {
    return scope.link(
        "/upload?id=" + getJob().id() + "&kind=" + kind + "&page=" + number + "#people");
  }
}

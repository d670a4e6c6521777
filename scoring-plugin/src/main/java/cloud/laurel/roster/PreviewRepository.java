package cloud.laurel.roster;

import cloud.laurel.roster.PersonChange.Fact;
import cloud.laurel.roster.PersonChange.Kind;
import cloud.laurel.roster.RosterJob.Counts;
import cloud.laurel.roster.RosterJob.SchoolLine;
import cloud.laurel.roster.RosterJob.Trouble;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What was found in a file that is not yet on the roster. */
final class PreviewRepository {

  private static final int MOST_ARGUMENTS = 4000;

  private final Handle tx;

  PreviewRepository(Handle tx) {
    this.tx = tx;
  }

  void store(long job, List<Problems.Finding> findings) {
    PreparedBatch batch =
        tx.prepareBatch(
            """
            INSERT INTO roster_job_problem (job, number, file, line, heading, code, arguments)
            VALUES (?, ?, ?, ?, ?, ?, ?)""");
    for (int i = 0; i < findings.size(); i++) {
      Problems.Finding f = findings.get(i);
      String arguments = String.join("\n", f.arguments());
      batch.add(
          job,
          i,
          cut(f.file(), 500),
          f.row(),
          cut(f.column(), 500),
          f.problem().name(),
          cut(arguments, MOST_ARGUMENTS));
      flush(batch, i);
    }
    batch.execute();
  }

  /** Keeps what a plan would do; nothing of the roster itself changes. */
  Counts store(long job, RosterPlan plan, Map<String, String> names, Set<String> known) {
    PreparedBatch batch =
        tx.prepareBatch(
            """
            INSERT INTO roster_job_person
              (job, kind, number, account, name, facts, before_is, after_is)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""");
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    int row = 0;
    for (PersonChange person : plan.people) {
      batch.add(
          job,
          person.kind().name(),
          counts.merge(person.kind(), 1, Integer::sum),
          person.account(),
          person.name(),
          person.facts().stream().map(Enum::name).collect(Collectors.joining(",")),
          PersonChange.text(person.before()),
          PersonChange.text(person.after()));
      flush(batch, row++);
    }
    batch.execute();
    PreparedBatch schools =
        tx.prepareBatch(
            """
            INSERT INTO roster_job_school (job, school, name, fresh, people, arriving, leaving)
            VALUES (?, ?, ?, ?, ?, ?, ?)""");
    plan.schools.forEach(
        (code, school) ->
            schools.add(
                job,
                code,
                names.getOrDefault(code, code),
                !known.contains(code),
                school.people,
                school.arriving,
                school.leaving));
    schools.execute();
    return new Counts(
        plan.upload.people().size(),
        counts.getOrDefault(Kind.ADDED, 0),
        counts.getOrDefault(Kind.CHANGED, 0),
        counts.getOrDefault(Kind.MOVED, 0),
        counts.getOrDefault(Kind.LEFT, 0),
        counts.getOrDefault(Kind.UNCHANGED, 0));
  }

  List<PersonChange> people(long job, Kind kind, int offset, int size) {
    return tx.createQuery(
            """
            SELECT account, name, facts, before_is, after_is FROM roster_job_person
            WHERE job = :job AND kind = :kind AND number > :offset ORDER BY number LIMIT :size""")
        .bind("job", job)
        .bind("kind", kind.name())
        .bind("offset", offset)
        .bind("size", size)
        .map(
            (row, c) ->
                new PersonChange(
                    kind,
                    row.getString("account"),
                    row.getString("name"),
                    facts(row.getString("facts")),
                    PersonChange.parse(row.getString("before_is")),
                    PersonChange.parse(row.getString("after_is"))))
        .list();
  }

  private static Set<Fact> facts(String text) {
    return text.isEmpty()
        ? EnumSet.noneOf(Fact.class)
        : Arrays.stream(text.split(","))
            .map(Fact::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fact.class)));
  }

  /** The schools, new ones and those that lose most first. */
  List<SchoolLine> schools(long job) {
    return tx.createQuery(
            """
            SELECT school, name, fresh, people, arriving, leaving FROM roster_job_school
            WHERE job = :job ORDER BY fresh DESC, leaving DESC, arriving DESC, school""")
        .bind("job", job)
        .map(
            (row, c) ->
                new SchoolLine(
                    row.getString("school"),
                    row.getString("name"),
                    row.getBoolean("fresh"),
                    row.getInt("people"),
                    row.getInt("arriving"),
                    row.getInt("leaving")))
        .list();
  }

  List<Trouble> troubles(long job, int offset, int size) {
    return tx.createQuery(
            """
            SELECT file, line, heading, code, arguments FROM roster_job_problem
            WHERE job = :job AND number >= :offset ORDER BY number LIMIT :size""")
        .bind("job", job)
        .bind("offset", offset)
        .bind("size", size)
        .map(
            (row, c) ->
                new Trouble(
                    row.getString("file"),
                    row.getLong("line"),
                    row.getString("heading"),
                    RosterProblem.valueOf(row.getString("code")),
                    List.of(row.getString("arguments").split("\n", -1))))
        .list();
  }

  private static void flush(PreparedBatch batch, int row) {
    if (row % Sql.CHUNK == Sql.CHUNK - 1) {
      batch.execute();
    }
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }
}

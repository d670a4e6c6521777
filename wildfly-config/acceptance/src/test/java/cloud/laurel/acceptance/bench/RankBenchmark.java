package cloud.laurel.acceptance.bench;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.engine.Engine;
import cloud.laurel.standing.StandingService;
import cloud.laurel.store.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * What one person's rank and an unfolded score cost in the database of a whole province: a million
 * generated teachers, and a long ledger for each of those who are asked for.
 */
final class RankBenchmark {

  private static final int PEOPLE = 1_000_000;
  private static final int SCHOOLS = 10_000;
  private static final int ASKED = 200;
  private static final int LEDGER = 1_000;
  private static final Instant NOW = Instant.parse("2021-03-01T04:00:00Z");

  private final Report report;
  private final String definition;

  RankBenchmark(Report report, String definition) {
    this.report = report;
    this.definition = definition;
  }

  /** Measures on a PostgreSQL of its own. */
  void run() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
      source.setUrl(postgres.getJdbcUrl("postgres", "postgres"));
      Database database = new Database(JdbcConnectionPool.create(source));
      Engine engine = new Engine(database, InstantSource.fixed(NOW));
      Campaign campaign = engine.campaigns().create(definition, "");
      fill(database, campaign.book());
      engine.standings().refresh(campaign);
      execute(
          database,
          // as many changes as the worker may have left to fold, at points that somebody has
          "INSERT INTO point_move (book, role, points, people) SELECT "
              + campaign.book()
              + ", 'TEACHER', i / 2, 1 - i % 2 * 2 FROM generate_series(0, 4999) i",
          "VACUUM ANALYZE");
      measure(engine.standings(), campaign);
    }
  }

  private static void fill(Database database, int book) {
    String people = " FROM generate_series(0, " + (PEOPLE - 1) + ") i";
    String schools = " FROM generate_series(0, " + (SCHOOLS - 1) + ") i";
    String ledgers =
        " FROM generate_series(0, %d) a CROSS JOIN generate_series(0, %d) i"
            .formatted(ASKED - 1, LEDGER - 1);
    execute(
        database,
        "INSERT INTO school (code, name, kind) SELECT 's' || i, 'School ' || i, 'SCHOOL'" + schools,
        "INSERT INTO person (account, username, name) SELECT 't' || i, 't' || i, 'T' || i" + people,
        "INSERT INTO membership (account, school, role, grade, valid_from)"
            + " SELECT 't' || i, 's' || i % "
            + SCHOOLS
            + ", 'TEACHER', 0, DATE '2020-09-01'"
            + people,
        "INSERT INTO person_total (book, account, role, points) SELECT "
            + book
            + ", 't' || i, 'TEACHER', i * CAST(7919 AS BIGINT) % 3200"
            + people,
        "INSERT INTO school_total (book, school, role, points) SELECT "
            + book
            + ", 's' || i, 'TEACHER', 160000 + i"
            + schools,
        "INSERT INTO action_journal (seq, id, type, actor, occurred_at, received_at) SELECT a * "
            + LEDGER
            + " + i, a || '-' || i, 'lesson.prepared', 't' || a * 4999, t, t FROM ("
            + "SELECT a, i, TIMESTAMPTZ '2020-12-01 00:00:00Z' + i * INTERVAL '2 hours' AS t"
            + ledgers
            + ") k",
        "INSERT INTO judgement (book, account, action, indicator, alternative, local_day, period,"
            + " slot, place, points, reason, school) SELECT "
            + book
            + ", actor, seq, 'lesson-preparation', 0, d, CAST(d AS VARCHAR),"
            + " CAST(md5(actor || d) AS UUID), CASE WHEN n = 1 THEN 0 END,"
            + " CASE WHEN n = 1 THEN 3 ELSE 0 END, CASE WHEN n > 1 THEN 'LIMIT_REACHED' END, 's1'"
            + " FROM (SELECT *, row_number() OVER (PARTITION BY actor, d ORDER BY seq) AS n FROM ("
            + "SELECT *, CAST(occurred_at AT TIME ZONE 'Asia/Shanghai' AS DATE) AS d"
            + " FROM action_journal) j) k",
        // counted when the roster was empty: to be counted again
        "UPDATE book SET counted_for = NULL",
        "VACUUM ANALYZE");
  }

  private static void execute(Database database, String... statements) {
    database.read(
        connection -> {
          for (String statement : statements) {
            connection.execute(statement);
          }
          return true;
        });
  }

  private void measure(StandingService standings, Campaign campaign) {
    time(
        "rank of one among " + PEOPLE,
        "p99 <= 20",
        i -> standings.person(campaign, account(i)).orElseThrow());
    time("ledger page of one", "", i -> standings.ledger(campaign, account(i), i * 5, 50));
    time(
        "score of one of " + SCHOOLS + " schools unfolded",
        "",
        i -> standings.school(campaign, "s" + i).orElseThrow());
  }

  private static String account(int asked) {
    return "t" + asked * 4_999;
  }

  /** Asks for everybody twice; the first time is not counted. */
  private void time(String what, String aim, Consumer<Integer> question) {
    double[] millis = new double[ASKED];
    for (int i = 0; i < 2 * ASKED; i++) {
      long start = System.nanoTime();
      question.accept(i % ASKED);
      millis[i % ASKED] = (System.nanoTime() - start) / 1e6;
    }
    double median = Report.median(millis);
    double slow = Report.percentile(millis, 99);
    report.add(
        what,
        slow,
        "ms",
        aim,
        String.format(Locale.ROOT, "p50 %.2f ms, p99 %.2f ms", median, slow));
  }
}

package cloud.laurel.course;

import cloud.laurel.campaign.Participation;
import cloud.laurel.campaign.Role;
import cloud.laurel.course.SchoolTally.Alternative;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads judgements and memberships once, by portions of people, and adds them up by school and day.
 * Neither database nor memory ever holds more than one portion and the sums.
 */
final class TallyReader {

  /** People whose judgements and memberships are read at once. */
  private static final int PORTION = 1_000;

  private static final int FETCH = 5_000;

  private static final String WITHIN = ".account > :after AND %s.account <= :upTo";

  private final CourseDays days;
  private final Map<String, SchoolTally> tallies;
  private final Map<String, Role> roles = new HashMap<>();
  private final Set<String> pupilRules = new HashSet<>();
  private final int[] gradesOfPeople;
  private final int[] gradesOfMonths;

  /** Of the days and the schools that take part. */
  TallyReader(CourseDays days, Map<String, SchoolTally> tallies) {
    this.days = days;
    this.tallies = tallies;
    days.campaign()
        .versions()
        .forEach(
            v -> {
              v.rules().indicators().forEach(i -> roles.put(i.code(), i.role()));
              v.rules().participation().stream().map(Participation::code).forEach(pupilRules::add);
            });
    gradesOfPeople = days.gradesOfPeople();
    gradesOfMonths = days.gradesOfMonths();
  }

  private record Member(
      String account,
      String school,
      Role role,
      int grade,
      LocalDate from,
      Optional<LocalDate> until,
      Optional<Instant> registeredAt) {}

  /** A pupil's first action of a month that counts for an alternative. */
  private record Participated(Alternative alternative, LocalDate day) {}

  void read(Handle tx) {
    String after = "";
    for (Optional<String> upTo = portion(tx, after); upTo.isPresent(); upTo = portion(tx, after)) {
      Map<String, List<Participated>> participated = judgements(tx, after, upTo.get());
      members(tx, after, upTo.get(), participated);
      after = upTo.get();
    }
    tallies.values().forEach(SchoolTally::addUp);
  }

  /** The last account of the next portion; empty when there is none. */
  private static Optional<String> portion(Handle tx, String after) {
    return tx.createQuery(
            "SELECT max(p.account) FROM (SELECT account FROM person WHERE account > :after"
                + " ORDER BY account LIMIT :size) p")
        .bind("after", after)
        .bind("size", PORTION)
        .map((row, context) -> Optional.ofNullable(row.getString(1)))
        .one();
  }

  private Map<String, List<Participated>> judgements(Handle tx, String after, String upTo) {
    Map<String, List<Participated>> participated = new HashMap<>();
    query(
            tx,
            "SELECT g.account, g.indicator, g.alternative, g.local_day, g.points, g.school"
                + " FROM judgement g WHERE g"
                + String.format(WITHIN, "g")
                + " AND g.book = :book AND g.place IS NOT NULL",
            after,
            upTo)
        .bind("book", days.campaign().book())
        .map(
            (row, context) -> {
              count(row, participated);
              return Boolean.TRUE;
            })
        .forEach(row -> {});
    return participated;
  }

  private void count(ResultSet row, Map<String, List<Participated>> participated)
      throws SQLException {
    LocalDate day = row.getObject("local_day", LocalDate.class);
    if (!days.contains(day)) {
      return;
    }
    String indicator = row.getString("indicator");
    if (pupilRules.contains(indicator)) {
      participated
          .computeIfAbsent(row.getString("account"), a -> new ArrayList<>(4))
          .add(new Participated(new Alternative(indicator, row.getInt("alternative")), day));
      return;
    }
    Role role = roles.get(indicator);
    SchoolTally tally = tallies.get(row.getString("school"));
    if (role != null && tally != null) {
      tally.award(role, indicator, day, row.getLong("points"));
    }
  }

  private void members(
      Handle tx, String after, String upTo, Map<String, List<Participated>> participated) {
    List<Member> stints = new ArrayList<>();
    try (var rows =
        query(
            tx,
            "SELECT m.account, m.school, m.role, m.grade, m.valid_from, m.valid_to,"
                + " p.space_registered_at FROM membership m"
                + " JOIN person p ON p.account = m.account WHERE m"
                + String.format(WITHIN, "m")
                + " AND m.valid_from <= :last AND (m.valid_to IS NULL OR m.valid_to > :first)"
                + " ORDER BY m.account, m.school, m.role",
            after,
            upTo)
            .bind("first", days.first())
            .bind("last", days.last())
            .map((row, context) -> member(row))
            .stream()) {
      rows.filter(m -> tallies.containsKey(m.school()))
          .forEach(
              m -> {
                if (!stints.isEmpty() && !together(stints.get(0), m)) {
                  add(stints, participated);
                  stints.clear();
                }
                stints.add(m);
              });
    }
    add(stints, participated);
  }

  private static boolean together(Member a, Member b) {
    return a.account().equals(b.account()) && a.school().equals(b.school()) && a.role() == b.role();
  }

  /** Counts somebody in one role at one school, once a day however many stints there are. */
  private void add(List<Member> stints, Map<String, List<Participated>> participated) {
    if (stints.isEmpty()) {
      return;
    }
    Member who = stints.get(0);
    SchoolTally tally = tallies.get(who.school());
    int since = who.registeredAt().map(days::since).orElse(days.count());
    boolean[] present = held(stints, gradesOfPeople);
    for (int d = 0; d < present.length; d++) {
      if (present[d]) {
        tally.member(who.role(), d, d >= since);
      }
    }
    if (who.role() != Role.STUDENT) {
      return;
    }
    boolean[] eligible =
        Arrays.equals(gradesOfPeople, gradesOfMonths) ? present : held(stints, gradesOfMonths);
    for (int d = 0; d < eligible.length; d++) {
      if (eligible[d]) {
        tally.eligible(d);
      }
    }
    participated
        .getOrDefault(who.account(), List.of())
        .forEach(p -> participate(tally, p, eligible));
  }

  /** From the action on to the month's end; the later months begin anew. */
  private void participate(SchoolTally tally, Participated participated, boolean[] eligible) {
    int from = days.number(participated.day());
    LocalDate monthEnd = YearMonth.from(participated.day()).atEndOfMonth();
    int to = Math.min(days.number(monthEnd), eligible.length - 1);
    for (int d = from; d <= to; d++) {
      if (eligible[d]) {
        tally.participant(participated.alternative(), d);
      }
    }
  }

  private boolean[] held(List<Member> stints, int[] grades) {
    boolean[] held = new boolean[days.count()];
    for (Member stint : stints) {
      int from = Math.max(0, days.number(stint.from()));
      int to = stint.until().map(days::number).orElse(held.length);
      for (int d = from; d < Math.min(to, held.length); d++) {
        held[d] |= stint.role() != Role.STUDENT || stint.grade() >= grades[d];
      }
    }
    return held;
  }

  private static Query query(Handle tx, String sql, String after, String upTo) {
    return tx.createQuery(sql).bind("after", after).bind("upTo", upTo).setFetchSize(FETCH);
  }

  private static Member member(ResultSet row) throws SQLException {
    return new Member(
        row.getString("account"),
        row.getString("school"),
        Role.valueOf(row.getString("role")),
        row.getInt("grade"),
        row.getObject("valid_from", LocalDate.class),
        Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
        Optional.ofNullable(row.getObject("space_registered_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}

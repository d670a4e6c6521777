package cloud.laurel.goal;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Limit;
import cloud.laurel.campaign.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** Goals in the database, and what has been earned towards them. */
final class GoalRepository {

  /** What each of the accounts that are asked for earned towards each goal. */
  private static final String EARNED =
      "SELECT c.goal, j.account, sum(j.points) AS earned"
          + " FROM (SELECT * FROM UNNEST(CAST(:counting AS BIGINT ARRAY),"
          + " CAST(:indicators AS VARCHAR ARRAY), CAST(:firsts AS VARCHAR ARRAY))"
          + " AS k (goal, indicator, first_day)) c"
          + " JOIN judgement j ON j.indicator = c.indicator"
          + " AND j.local_day >= CAST(c.first_day AS DATE)"
          + " WHERE j.book = :book AND j.place IS NOT NULL AND j.local_day <= :day"
          + " AND j.account ";

  private static final String HERE =
      " membership m WHERE m.school = :school AND m.valid_from <= :day"
          + " AND (m.valid_to IS NULL OR m.valid_to > :day)";

  /** What people have by goal. */
  record Counted(long people, long reached) {}

  /** A school's goals, by name. */
  List<Goal> of(Handle tx, Campaign campaign, String school) {
    return tx.createQuery(
            "SELECT g.id, g.name, g.role, g.points, g.period,"
                + " (SELECT string_agg(i.indicator, ',') FROM school_goal_indicator i"
                + " WHERE i.goal = g.id) AS indicators"
                + " FROM school_goal g WHERE g.campaign = :campaign AND g.school = :school"
                + " ORDER BY g.name")
        .bind("campaign", campaign.id())
        .bind("school", school)
        .map(
            (row, context) ->
                new Goal(
                    row.getLong("id"),
                    row.getString("name"),
                    Role.valueOf(row.getString("role")),
                    codes(row.getString("indicators")),
                    row.getLong("points"),
                    Limit.Per.valueOf(row.getString("period"))))
        .list();
  }

  private static Set<String> codes(String joined) {
    return joined == null
        ? Set.of()
        : Arrays.stream(joined.split(",")).collect(Collectors.toUnmodifiableSet());
  }

  void insert(Handle tx, Campaign campaign, String school, Goal goal) {
    long id =
        tx.createUpdate(
                "INSERT INTO school_goal (campaign, school, name, role, points, period)"
                    + " VALUES (:campaign, :school, :name, :role, :points, :period)")
            .bind("campaign", campaign.id())
            .bind("school", school)
            .bind("name", goal.name())
            .bind("role", goal.role().name())
            .bind("points", goal.points())
            .bind("period", goal.period().name())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    insertIndicators(tx, id, goal.indicators());
  }

  void update(Handle tx, Goal goal) {
    tx.execute(
        "UPDATE school_goal SET name = ?, role = ?, points = ?, period = ? WHERE id = ?",
        goal.name(),
        goal.role().name(),
        goal.points(),
        goal.period().name(),
        goal.id());
    tx.execute("DELETE FROM school_goal_indicator WHERE goal = ?", goal.id());
    insertIndicators(tx, goal.id(), goal.indicators());
  }

  private static void insertIndicators(Handle tx, long goal, Set<String> indicators) {
    indicators.forEach(
        code ->
            tx.execute(
                "INSERT INTO school_goal_indicator (goal, indicator) VALUES (?, ?)", goal, code));
  }

  void delete(Handle tx, long goal) {
    tx.execute("DELETE FROM school_goal_indicator WHERE goal = ?", goal);
    tx.execute("DELETE FROM school_goal WHERE id = ?", goal);
  }

  /** What one person earned towards each goal in the period of a day; nothing is left out. */
  Map<Long, Long> earned(
      Handle tx, Campaign campaign, String account, List<Goal> goals, LocalDate day) {
    Map<Long, Long> earned = new HashMap<>();
    counting(tx.createQuery(EARNED + "= :account GROUP BY c.goal, j.account"), campaign, goals, day)
        .bind("account", account)
        .map((row, context) -> earned.put(row.getLong("goal"), row.getLong("earned")))
        .list();
    return earned;
  }

  /** How many of a school's people there are, and have reached each goal, in one statement. */
  Map<Long, Counted> reached(
      Handle tx, Campaign campaign, String school, List<Goal> goals, LocalDate day) {
    Map<Long, Counted> counted = new HashMap<>();
    Query query =
        tx.createQuery(
            "SELECT g.goal, count(*) AS people,"
                + " count(CASE WHEN e.earned >= g.points THEN 1 END) AS reached"
                + " FROM (SELECT * FROM UNNEST(CAST(:goals AS BIGINT ARRAY),"
                + " CAST(:roles AS VARCHAR ARRAY), CAST(:points AS BIGINT ARRAY))"
                + " AS k (goal, role, points)) g"
                + " JOIN (SELECT DISTINCT m.account, m.role FROM"
                + HERE
                + ") p ON p.role = g.role LEFT JOIN ("
                + EARNED
                + "IN (SELECT m.account FROM"
                + HERE
                + ") GROUP BY c.goal, j.account) e ON e.goal = g.goal AND e.account = p.account"
                + " GROUP BY g.goal");
    counting(query, campaign, goals, day)
        .bind("school", school)
        .bindArray("goals", Long.class, goals.stream().map(Goal::id).toList())
        .bindArray("roles", String.class, goals.stream().map(g -> g.role().name()).toList())
        .bindArray("points", Long.class, goals.stream().map(Goal::points).toList())
        .map(
            (row, context) ->
                counted.put(
                    row.getLong("goal"),
                    new Counted(row.getLong("people"), row.getLong("reached"))))
        .list();
    return counted;
  }

  private static <S extends SqlStatement<S>> S counting(
      S statement, Campaign campaign, List<Goal> goals, LocalDate day) {
    List<Long> ids = new ArrayList<>();
    List<String> indicators = new ArrayList<>();
    List<String> firsts = new ArrayList<>();
    for (Goal goal : goals) {
      LocalDate first = GoalRule.firstDay(campaign, goal.period(), day);
      for (String code : GoalRule.counting(campaign, goal)) {
        ids.add(goal.id());
        indicators.add(code);
        firsts.add(first.toString());
      }
    }
    return statement
        .bind("book", campaign.book())
        .bind("day", day)
        .bindArray("counting", Long.class, ids)
        .bindArray("indicators", String.class, indicators)
        .bindArray("firsts", String.class, firsts);
  }
}

package cloud.laurel.showcase;

import cloud.laurel.showcase.Showcase.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds cases, a page at a time. */
final class ShowcaseListRepository {

  private static final String COLUMNS =
      "SELECT c.id, c.campaign, c.school, s.name, c.theme, c.title, c.summary, c.state,"
          + " c.withdrawal_asked, c.submitted_at, p.id AS picture, p.alt, p.type, p.width,"
          + " p.height, p.size FROM ";

  private static final String MORE =
      " JOIN school s ON s.code = c.school LEFT JOIN showcase_picture p ON p.id ="
          + " (SELECT min(first.id) FROM showcase_picture first WHERE first.showcase = c.id)";

  /** The newest first; begins with the state because the index does. */
  private static final String NEWEST = " ORDER BY c.state, c.published_at DESC, c.id DESC";

  /** What waits for the bureau comes first, else the newest. */
  private static final String WAITING =
      " ORDER BY CASE WHEN c.state = 'SUBMITTED' OR c.withdrawal_asked THEN 0 ELSE 1 END,"
          + " c.id DESC";

  long count(Handle tx, ShowcaseFilter filter) {
    return bound(tx.createQuery("SELECT count(*)" + wanted(filter)), filter)
        .mapTo(Long.class)
        .one();
  }

  /** Finds the page first and then what is shown of it, not of all that are on other pages. */
  List<ShowcasePage.Row> list(Handle tx, ShowcaseFilter filter, int offset, int size) {
    String order = filter.states().size() == 1 ? NEWEST : WAITING;
    String page = "SELECT c.id" + wanted(filter) + order + " LIMIT :size OFFSET :offset";
    return bound(
            tx.createQuery(
                COLUMNS + "(" + page + ") page JOIN showcase c ON c.id = page.id" + MORE + order),
            filter)
        .bind("size", size)
        .bind("offset", offset)
        .map((row, context) -> row(row))
        .list();
  }

  /** Those of a school in all campaigns, the newest first. */
  List<ShowcasePage.Row> ofSchool(Handle tx, String school) {
    return tx.createQuery(
            COLUMNS + "showcase c" + MORE + " WHERE c.school = :school ORDER BY c.id DESC")
        .bind("school", school)
        .map((row, context) -> row(row))
        .list();
  }

  /** Internal keys of the campaigns of which something is published. */
  List<Integer> campaigns(Handle tx) {
    return tx.createQuery(
            "SELECT DISTINCT campaign FROM showcase WHERE state = 'PUBLISHED' ORDER BY campaign")
        .mapTo(Integer.class)
        .list();
  }

  private static String wanted(ShowcaseFilter filter) {
    boolean named = !filter.school().isEmpty() || !filter.words().isEmpty();
    StringBuilder where = new StringBuilder(" FROM showcase c");
    where.append(named ? " JOIN school s ON s.code = c.school" : "").append(" WHERE TRUE");
    if (!filter.states().isEmpty()) {
      // names of an enum, nothing that came from outside
      where.append(
          filter.states().stream()
              .map(state -> "'" + state.name() + "'")
              .collect(Collectors.joining(",", " AND c.state IN (", ")")));
    }
    if (filter.waiting()) {
      where.append(" AND (c.state = 'SUBMITTED' OR c.withdrawal_asked)");
    }
    filter.campaign().ifPresent(campaign -> where.append(" AND c.campaign = :campaign"));
    if (!filter.theme().isEmpty()) {
      where.append(" AND c.theme = :theme");
    }
    if (!filter.school().isEmpty()) {
      where.append(" AND (c.school = :school OR POSITION(:school IN s.name) > 0)");
    }
    for (int i = 0; i < filter.words().size(); i++) {
      String word = ":word" + i;
      where.append(
          " AND (POSITION("
              + word
              + " IN c.searched) > 0"
              + " OR POSITION("
              + word
              + " IN lower(s.name)) > 0)");
    }
    return where.toString();
  }

  private static Query bound(Query query, ShowcaseFilter filter) {
    filter.campaign().ifPresent(campaign -> query.bind("campaign", campaign));
    if (!filter.theme().isEmpty()) {
      query.bind("theme", filter.theme());
    }
    if (!filter.school().isEmpty()) {
      query.bind("school", filter.school());
    }
    for (int i = 0; i < filter.words().size(); i++) {
      query.bind("word" + i, filter.words().get(i));
    }
    return query;
  }

  private static ShowcasePage.Row row(ResultSet row) throws SQLException {
    return new ShowcasePage.Row(
        row.getLong("id"),
        row.getInt("campaign"),
        row.getString("school"),
        row.getString("name"),
        Optional.ofNullable(row.getString("theme")).orElse(""),
        row.getString("title"),
        row.getString("summary"),
        State.valueOf(row.getString("state")),
        row.getBoolean("withdrawal_asked"),
        ShowcaseRepository.instant(row, "submitted_at"),
        row.getObject("picture") == null
            ? Optional.empty()
            : Optional.of(PictureRepository.picture(row, "picture")));
  }
}

package cloud.laurel.reference;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.Limit;
import cloud.laurel.engine.Engine;
import cloud.laurel.standing.PersonStanding;
import cloud.laurel.standing.PersonStanding.InRole;
import cloud.laurel.standing.PersonStanding.IndicatorPoints;
import cloud.laurel.standing.SchoolDetail;
import cloud.laurel.standing.SchoolDetail.Opening;
import cloud.laurel.standing.SchoolStandings;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the engine says where everybody stands, in the words of {@link ReferenceStandings}. */
final class EngineStandings {

  private final Engine engine;
  private final Campaign campaign;

  EngineStandings(Engine engine, String code) {
    this.engine = engine;
    this.campaign = engine.campaigns().find(code).orElseThrow();
  }

  Set<String> lines(Set<String> people) {
    Set<String> lines = new TreeSet<>(verdicts());
    people.forEach(account -> addPerson(lines, account));
    for (SchoolStandings.Row row : engine.standings().schools(campaign).rows()) {
      addSchool(lines, row);
    }
    return lines;
  }

  private List<String> verdicts() {
    return engine
        .database()
        .read(
            tx ->
                tx.createQuery(
                        "SELECT j.id, g.account, g.indicator, g.alternative, g.reason, g.points,"
                            + " g.local_day, g.school, g.place FROM judgement g"
                            + " JOIN action_journal j ON j.seq = g.action WHERE g.book = :book")
                    .bind("book", campaign.book())
                    .map(
                        (row, context) -> {
                          String reason = row.getString("reason");
                          String school = row.getString("school");
                          String outcome = reason == null ? "COUNTED" : reason;
                          if (outcome.equals("OUTSIDE_WINDOW")) {
                            return ReferenceStandings.outside(row.getString("id"));
                          }
                          boolean placed = row.getString("place") != null;
                          return "verdict %s %s %s/%d: %s %d on %s at %s%s"
                              .formatted(
                                  row.getString("id"),
                                  row.getString("account"),
                                  row.getString("indicator"),
                                  row.getInt("alternative"),
                                  outcome,
                                  row.getInt("points"),
                                  row.getString("local_day"),
                                  school == null ? "" : school,
                                  placed == (reason == null) ? "" : ", but holds no place");
                        })
                    .list());
  }

  private void addPerson(Set<String> lines, String account) {
    PersonStanding standing = engine.standings().person(campaign, account).orElseThrow();
    for (InRole in : standing.roles()) {
      lines.add(
          "person %s %s: %d rank %d/%d %s %d/%d"
              .formatted(
                  account,
                  in.role(),
                  in.points(),
                  in.rank(),
                  in.among(),
                  in.school().orElse("-"),
                  in.rankInSchool(),
                  in.amongInSchool()));
    }
    for (IndicatorPoints i : standing.indicators()) {
      lines.add(
          "indicator %s %s: %d earned %d today %d full %s"
              .formatted(
                  account,
                  i.indicator().code(),
                  i.counted(),
                  i.points(),
                  i.today(),
                  i.indicator().limit().per() == Limit.Per.OBJECT ? "-" : i.limitReached()));
    }
  }

  private void addSchool(Set<String> lines, SchoolStandings.Row row) {
    SchoolDetail school = engine.standings().school(campaign, row.code()).orElseThrow();
    lines.add(
        "school %s: rank %d score %s = %s + %s + %s"
            .formatted(
                row.code(),
                row.rank(),
                row.score().exact(),
                row.administratorMean().exact(),
                row.teacherMean().exact(),
                row.studentMean().exact()));
    lines.add(
        "means %s: %d over %d, %d over %d"
            .formatted(
                row.code(),
                school.administrators().points(),
                school.administrators().count(),
                school.teachers().points(),
                school.teachers().count()));
    lines.add(
        "opening %s: %s %s %s"
            .formatted(
                row.code(),
                text(school.teacherOpening()),
                text(school.studentOpening()),
                row.passesOpeningGate()));
    for (SchoolDetail.Month month : school.months()) {
      List<String> ways =
          month.alternatives().stream().map(a -> a.participants() + " for " + a.points()).toList();
      lines.add(
          "month %s %s: %d eligible %s %d %s"
              .formatted(
                  row.code(),
                  month.month(),
                  month.eligible(),
                  ways,
                  month.points(),
                  month.open() ? "open" : "closed"));
    }
  }

  private static String text(Opening opening) {
    return "%d/%d/%d".formatted(opening.eligible(), opening.registered(), opening.activated());
  }
}

package cloud.laurel.standing;

import cloud.laurel.campaign.CampaignService;
import cloud.laurel.web.Csv;
import cloud.laurel.web.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** The standings as CSV, with the filter and order of the page; written row by row. */
@WebServlet("/bureau/standings.csv")
public class StandingsExport extends HttpServlet {

  @Inject private transient CampaignService campaigns;
  @Inject private transient StandingService standings;
  @Inject private transient Texts text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"standings.csv\"");
    try (PrintWriter out = response.getWriter()) {
      // Spreadsheets take a CSV without this mark for the machine's own charset.
      out.print('\uFEFF');
      out.print(
          Csv.line(
              List.of(
                  text.of("standings.rank"),
                  text.of("standings.code"),
                  text.of("standings.name"),
                  text.of("standings.score"),
                  text.of("standings.administrators"),
                  text.of("standings.teachers"),
                  text.of("standings.students"),
                  text.of("standings.teacherOpening"),
                  text.of("standings.studentOpening"),
                  text.of("standings.gate"))));
      StandingsQuery query = StandingsQuery.of(request);
      campaigns
          .find(query.campaign())
          .or(campaigns::current)
          .map(campaign -> standings.schools(campaign).rows())
          .map(rows -> query.select(rows))
          .ifPresent(rows -> rows.forEach(row -> out.print(line(row))));
    }
  }

  private String line(SchoolStandings.Row row) {
    return Csv.line(
        List.of(
            String.valueOf(row.rank()),
            row.code(),
            row.name(),
            row.score().text(),
            row.administratorMean().text(),
            row.teacherMean().text(),
            row.studentMean().text(),
            row.teacherOpening().percent(),
            row.studentOpening().percent(),
            text.of(row.passesOpeningGate() ? "standings.passed" : "standings.failed")));
  }
}

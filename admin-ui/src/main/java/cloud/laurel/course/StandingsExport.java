package cloud.laurel.course;

import cloud.laurel.campaign.CampaignService;
import cloud.laurel.standing.SchoolStandings.Row;
import cloud.laurel.web.TableExport;
import cloud.laurel.web.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** The standings as CSV or XLSX, with the board, day, filter and order of the page. */
@WebServlet("/bureau/standings.csv")
public class StandingsExport extends HttpServlet {

  @Inject private transient CampaignService campaigns;
  @Inject private transient BoardReader boards;
  @Inject private transient Texts text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    StandingsQuery query = StandingsQuery.of(request);
    TableExport.send(
        request,
        response,
        text.of("standings.board." + query.board()),
        Stream.of(
                "rank",
                "code",
                "name",
                "score",
                "administrators",
                "teachers",
                "students",
                "teacherOpening",
                "studentOpening",
                "gate")
            .map(key -> text.of("standings." + key))
            .toList(),
        campaigns.find(query.campaign()).or(campaigns::current).stream()
            .flatMap(campaign -> boards.read(campaign, query).stream())
            .flatMap(board -> query.select(board.rows()).stream())
            .map(this::cells));
  }

  private List<?> cells(Row row) {
    return List.of(
        row.rank(),
        row.code(),
        row.name(),
        new BigDecimal(row.score().text()),
        new BigDecimal(row.administratorMean().text()),
        new BigDecimal(row.teacherMean().text()),
        new BigDecimal(row.studentMean().text()),
        new BigDecimal(row.teacherOpening().percent()),
        new BigDecimal(row.studentOpening().percent()),
        text.of(row.passesOpeningGate() ? "standings.passed" : "standings.failed"));
  }
}

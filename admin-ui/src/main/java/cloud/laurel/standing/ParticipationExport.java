package cloud.laurel.standing;

import cloud.laurel.campaign.Campaign;
import cloud.laurel.campaign.CampaignService;
import cloud.laurel.web.TableExport;
import cloud.laurel.web.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The heat map as a table: of each month the points, and of each way to take part the numbers. */
@WebServlet("/bureau/participation.csv")
public class ParticipationExport extends HttpServlet {

  @Inject private transient CampaignService campaigns;
  @Inject private transient StandingService standings;
  @Inject private transient CentralSchools centrals;
  @Inject private transient Texts text;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ParticipationQuery query = ParticipationQuery.of(request);
    Optional<Campaign> campaign = campaigns.find(query.campaign()).or(campaigns::current);
    List<HeatRow> rows =
        campaign.stream()
            .flatMap(c -> standings.overview(c).schools().stream().map(s -> HeatRow.of(c, s)))
            .toList();
    TableExport.send(
        request,
        response,
        text.of("participation.title"),
        heads(rows),
        query.select(rows, centrals.bySchool()).stream().map(ParticipationExport::line));
  }

  private List<String> heads(List<HeatRow> rows) {
    List<String> heads =
        new ArrayList<>(
            List.of(
                text.of("standings.code"), text.of("standings.name"), text.of("score.students")));
    rows.stream()
        .findFirst()
        .map(HeatRow::cells)
        .orElse(List.of())
        .forEach(
            cell -> {
              heads.add(text.of("participation.head.points", cell.month()));
              heads.add(text.of("participation.head.eligible", cell.month()));
              cell.ways()
                  .forEach(
                      way ->
                          heads.add(text.of("participation.head.way", cell.month(), way.name())));
            });
    return heads;
  }

  private static List<Object> line(HeatRow row) {
    return Stream.concat(
            Stream.of(row.code(), row.name(), new BigDecimal(row.mean().text())),
            row.cells().stream()
                .flatMap(
                    cell ->
                        Stream.concat(
                            Stream.<Object>of(cell.points(), cell.best().whole()),
                            cell.ways().stream().map(way -> (Object) way.participants()))))
        .toList();
  }
}
